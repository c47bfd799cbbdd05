// What may be inspected: which registers hold on a day, and what a check may name.
#include "shared/records/reference/item_register.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace plumb;
using namespace plumb::records;

namespace {

// The console's twin reads the same (sync-server/console/tests/registers/registered.test.ts).
json::object cases() {
    std::ifstream file(PLUMB_SOURCE_DIR "/tests/unit/records/cases/registers.json");
    std::ostringstream text;
    text << file.rdbuf();
    return parseJson(text.str()).value().as_object();
}

std::vector<std::string> textsOf(const json::value& array) {
    std::vector<std::string> out;
    for (const auto& one : array.as_array()) out.emplace_back(one.as_string());
    return out;
}

}  // namespace

TEST_CASE("registers: what holds on a day, and what a check may name then") {
    const auto all = cases();
    std::vector<ItemRegister> versions;
    for (const auto& one : all.at("registers").as_array())
        versions.push_back(readItemRegister(one.as_object()).value());
    REQUIRE(all.at("cases").as_array().size() > 10);
    for (const auto& one : all.at("cases").as_array()) {
        const auto& wanted = one.as_object();
        INFO(toText(one));
        const auto holding = holdingOn(parseDay(textOr(wanted, "day")).value(), versions);
        std::vector<std::string> titles;
        for (const auto& version : holding) titles.push_back(version.title.in("zh"));
        CHECK(titles == textsOf(wanted.at("holding")));
        const auto good = checkRegistered(textsOf(wanted.at("items")), textOr(wanted, "mode"), holding);
        CHECK((good ? std::string() : good.error().code) == textOr(wanted, "code"));
    }
}

TEST_CASE("registers: the refusal names the item that is in none") {
    const auto register_ = readItemRegister(cases().at("registers").as_array().front().as_object()).value();
    const auto refused = checkRegistered({"GS-01", "价格检查"}, "on_site", {register_});
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().detail, Catch::Contains("\"价格检查\""));
    CHECK(refused.error().kind == ErrorKind::forbidden);
}
