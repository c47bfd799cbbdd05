#include "shared/record/pack_items.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::record;

namespace {

// Notes what it is told.
struct Notes final : PackItemTaker {
    std::string told;
    std::string refuses;
    Result<void> begin(const json::object&, const std::string& what, std::uint64_t size) override {
        told += "<" + what + " " + std::to_string(size) + ">";
        if (what == refuses) return fail(ErrorKind::refused, "no", "not this");
        return {};
    }
    Result<void> data(ByteView bytes) override {
        told.append(asText(bytes));
        return {};
    }
    Result<void> end() override {
        told += ";";
        return {};
    }
};

std::string read(std::string_view text, std::size_t step, Notes& notes) {
    PackItemReader reader(notes);
    while (!text.empty()) {
        const auto part = text.substr(0, step);
        if (const auto done = reader.append(asBytes(part)); !done) return done.error().code;
        text.remove_prefix(part.size());
    }
    const auto done = reader.finish();
    return done ? "" : done.error().code;
}

}  // namespace

TEST_CASE("items come out as they were written, however they arrive; empty ones too") {
    const auto text = packItemHead({{"what", "head"}}, 5) + "a\nb\n\n" + packItemHead({{"what", "none"}}, 0) +
                      packItemHead({{"what", "file"}}, 3) + "{}\n";
    for (std::size_t step = 1; step <= text.size(); ++step) {
        Notes notes;
        CHECK(read(text, step, notes).empty());
        CHECK(notes.told == "<head 5>a\nb\n\n;<none 0>;<file 3>{}\n;");
    }
}

TEST_CASE("what is no item is refused, and what ends within one is cut") {
    const auto codeOf = [](std::string_view text) {
        Notes notes;
        return read(text, 7, notes);
    };
    CHECK(codeOf("\n") == "bad_pack");
    CHECK(codeOf("[1]\n") == "bad_pack");
    CHECK(codeOf("{\"what\":\"x\"}\n") == "bad_pack");
    CHECK(codeOf("{\"what\":\"x\",\"size\":-1}\n") == "bad_pack");
    CHECK(codeOf("{\"what\":\"x\",\"size\":1e300}\n") == "bad_pack");
    CHECK(codeOf("{\"what\":\"x\",\"size\":9223372036854775807}\n") == "bad_pack");
    CHECK(codeOf(std::string(5000, 'x')) == "bad_pack");
    CHECK(codeOf("{\"what\":\"x\",\"si") == "pack_cut");
    CHECK(codeOf("{\"what\":\"x\",\"size\":4}\nabc") == "pack_cut");
}

TEST_CASE("whoever takes the items may end the reading") {
    Notes notes;
    notes.refuses = "file";
    CHECK(read(packItemHead({{"what", "file"}}, 1) + "x", 100, notes) == "no");
    CHECK(notes.told == "<file 1>");
}
