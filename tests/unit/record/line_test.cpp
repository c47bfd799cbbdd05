#include "shared/record/line.h"

#include <catch2/catch.hpp>

#include "shared/base/encoding.h"

using namespace plumb;
using namespace plumb::record;

namespace {
const crypto::PrivateKey& author() {
    static const auto key = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    return key;
}
}  // namespace

TEST_CASE("a line that was signed is read back and verifies") {
    const auto made = Line::sign(author(), R"({"v":1,"note":"二号棚"})");
    const auto line = Line::parse(made.text()).value();
    CHECK(line.payload() == R"({"v":1,"note":"二号棚"})");
    CHECK(line.kid() == author().kid());
    CHECK(line.hash() == made.hash());
    CHECK(line.verify(author().publicKey()));
}

TEST_CASE("a signed record cannot be edited: every changed byte is noticed") {
    const auto line = Line::sign(author(), R"({"v":1,"points":78200})");
    for (std::size_t i = 0; i < line.text().size(); ++i) {
        auto text = line.text();
        text[i] ^= 1;
        const auto parsed = Line::parse(text);
        CAPTURE(i);
        CHECK_FALSE((parsed && parsed->verify(author().publicKey())));
    }
}

TEST_CASE("each way a line can be malformed has its own refusal") {
    const std::string good = Line::sign(author(), "{}").text();
    const auto code = [](const std::string& text) {
        const auto parsed = Line::parse(text);
        return parsed ? std::string("good") : parsed.error().code;
    };
    CHECK(code(good) == "good");
    CHECK(code(good + std::string(kMaxLineBytes, ' ')) == "line_too_long");
    CHECK(code(good + "\xFF") == "not_utf8");
    CHECK(code(good + "\n") == "bad_line");
    CHECK(code(good.substr(0, good.size() - 2)) == "bad_line");
    CHECK(code("") == "bad_line");
    CHECK(code("a..b {}") == "bad_line");
    CHECK(code(".." + good) == "bad_line");
    CHECK(code(good.substr(good.find(' ') + 1)) == "bad_line");
    CHECK(code("x" + good) == "bad_line");
    const std::string signature = good.substr(good.find(".."));
    const auto header = [&](const char* text) { return toBase64Url(asBytes(text)) + signature; };
    CHECK(code(header(R"({"alg":"HS256","kid":"k","typ":"plumb+json"})")) == "unknown_alg");
    CHECK(code(header(R"({"alg":"none","kid":"k","typ":"plumb+json"})")) == "unknown_alg");
    CHECK(code(header(R"({"alg":"EdDSA","kid":"k","typ":"JWT"})")) == "bad_line");
    CHECK(code(header(R"({"alg":"EdDSA","kid":"k","typ":"plumb+json","b64":false})")) == "bad_line");
}

TEST_CASE("the limit of a line is 256 KiB, to the byte") {
    const std::string empty = Line::sign(author(), "").text();
    const auto largest = Line::sign(author(), std::string(kMaxLineBytes - empty.size(), 'x'));
    CHECK(largest.text().size() == kMaxLineBytes);
    CHECK(Line::parse(largest.text()));
    CHECK_FALSE(Line::parse(largest.text() + "x"));
}

TEST_CASE("another key's signature is refused though the kid is right") {
    const auto other = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto line = Line::sign(author(), "{}");
    CHECK(line.verify(other.publicKey()).error().code == "bad_signature");
    const std::string forged = crypto::protectedHeader(author().publicKey(), crypto::kRecordTyp) +
                               Line::sign(other, "{}").text().substr(line.text().find(".."));
    CHECK_FALSE(Line::parse(forged).value().verify(author().publicKey()));
}
