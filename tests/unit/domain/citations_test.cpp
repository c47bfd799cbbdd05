// The checklists in assets cite only what the catalogue knows and holds in force on its own day, and never call a
// recommended standard mandatory.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "shared/domain/standards.h"

using namespace plumb;
using namespace plumb::domain;

namespace {

struct Cited {
    std::string force, where;
};

// Every member "standards" of any depth.
void collect(const json::value& value, const std::string& where, std::multimap<std::string, Cited>& out) {
    if (value.is_array()) {
        for (const auto& one : value.get_array()) collect(one, where, out);
    }
    if (!value.is_object()) return;
    for (const auto& member : value.get_object()) {
        if (member.key() != "standards") {
            collect(member.value(), where, out);
            continue;
        }
        for (const auto& one : member.value().as_array()) {
            const auto& ref = one.as_object();
            out.emplace(std::string(ref.at("ref").as_string()), Cited{std::string(ref.at("force").as_string()), where});
        }
    }
}

std::multimap<std::string, Cited> citations() {
    std::multimap<std::string, Cited> out;
    for (const auto& file : std::filesystem::directory_iterator(PLUMB_SOURCE_DIR "/assets/checklists")) {
        if (file.path().extension() != ".json") continue;
        std::ifstream in(file.path(), std::ios::binary);
        const auto document = parseJson(std::string(std::istreambuf_iterator<char>(in), {}));
        REQUIRE(document);
        collect(*document, file.path().filename().string(), out);
    }
    return out;
}

}  // namespace

TEST_CASE("what our checklists cite is in the catalogue and in force on its day") {
    const auto cited = citations();
    CHECK(cited.size() > 100);
    for (const auto& [ref, one] : cited) {
        INFO(one.where + ": " + ref);
        const auto citation = builtinStandards().judge(ref, builtinStandards().asOf());
        CHECK(std::string(statusName(citation.status)) == "in_force");
        const auto number = parseStandardNumber(ref);
        if (number && one.force == "mandatory") CHECK(number->mayBeMandatory());
    }
}
