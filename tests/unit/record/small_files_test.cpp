#include "shared/record/small_files.h"

#include <catch2/catch.hpp>

#include <random>

#include "shared/crypto/hash.h"

using namespace plumb;
using namespace plumb::record;

namespace {

std::string bodyOf(const std::vector<std::string>& contents, const std::string& type = "text/plain") {
    std::string body;
    for (const auto& content : contents) addSmallFile(body, {crypto::sha256(content), type, content});
    return body;
}

}  // namespace

TEST_CASE("files that go together come apart as they were") {
    const std::vector<std::string> contents{"one", "", "two\nlines\n", std::string("\0\n \xff", 4),
                                            std::string(100'000, 'x')};
    const auto body = bodyOf(contents, "application/x-ndjson");
    const auto files = readSmallFiles(body).value();
    REQUIRE(files.size() == contents.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(files[i].content == contents[i]);
        CHECK(files[i].sha256 == crypto::sha256(contents[i]));
        CHECK(files[i].type == "application/x-ndjson");
    }
    CHECK(readSmallFiles(bodyOf({"no type"}, "")).value().front().type.empty());
}

TEST_CASE("a body that does not say exactly what it holds is refused") {
    const auto hash = crypto::sha256("abc").hex();
    for (const auto& body :
         {std::string(), std::string("abc"), hash, hash + "\n", hash + " 3\nabc", hash + " 3 text/plain",
          hash + " 3 text/plain\nab", hash + " 3 text/plain\nabcd", hash + "  3 text/plain\nabc",
          hash + " -3 text/plain\nabc", hash + " 3x text/plain\nabc", hash + " 0x3 text/plain\nabc",
          hash + " 99999999999999999999999 text/plain\nabc", hash + " 3 te\txt\nabc", hash + " 3 t\xc3\xa9xt\nabc",
          hash.substr(1) + " 3 text/plain\nabc", "A" + hash.substr(1) + " 3 text/plain\nabc",
          hash + " 3 " + std::string(101, 't') + "\nabc", "\n" + hash + " 3 text/plain\nabc"}) {
        CAPTURE(body);
        CHECK(readSmallFiles(body).error().code == "bad_files");
    }
}

TEST_CASE("no more files and bytes go together than are promised") {
    std::vector<std::string> many(kMostSmallFiles, "x");
    CHECK(readSmallFiles(bodyOf(many)));
    many.emplace_back("x");
    CHECK(readSmallFiles(bodyOf(many)).error().code == "batch_too_large");
    CHECK(readSmallFiles(bodyOf({std::string(kMostSmallFilesBytes, 'x')})));
    CHECK(readSmallFiles(bodyOf({std::string(kMostSmallFilesBytes + 64 * 1024, 'x')})).error().code ==
          "batch_too_large");
}

TEST_CASE("whatever is changed in a body, it is read or refused, and what is read adds up") {
    std::mt19937 random(19);
    const auto whole = bodyOf({"one", "", "two\nlines\n", std::string(300, 'x')});
    for (int round = 0; round < 20'000; ++round) {
        auto body = whole;
        for (auto changes = random() % 4; changes > 0; --changes)
            body[random() % body.size()] = static_cast<char>(random());
        body.resize(random() % 3 == 0 ? random() % (body.size() + 1) : body.size());
        const auto files = readSmallFiles(body);
        if (!files) continue;
        std::string again;
        for (const auto& file : *files) addSmallFile(again, file);
        // But for zeros before a size there is one way to say it.
        CHECK(again.size() <= body.size());
        CHECK(readSmallFiles(again).value().size() == files->size());
    }
}

TEST_CASE("texts are worth coding; pictures, sounds and films are coded already") {
    for (const auto* type : {"text/plain", "text/csv", "application/json", "application/x-ndjson", "image/svg+xml",
                             "application/vnd.plumb.marks+json"})
        CHECK(isCodable(type));
    for (const auto* type : {"image/jpeg", "image/png", "application/pdf", "video/mp4", "audio/ogg", "", "textual",
                             "application/octet-stream"})
        CHECK_FALSE(isCodable(type));
}
