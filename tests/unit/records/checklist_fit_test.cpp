// For which checks a checklist is published: the table to which the console is held, too.
#include "shared/records/reference/checklist_fit.h"

#include <catch2/catch.hpp>

#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

std::string nameOf(Fit fit) {
    return fit == Fit::other ? "other" : fit == Fit::any ? "any" : "stated";
}

ChecklistPublication published(const json::object& said) {
    static const auto examples = test::recordExamples();
    auto body = examples.at("checklist.published");
    for (const auto* name : {"programmes", "sectors"}) body.erase(name);
    for (const auto& member : said) body[member.key()] = member.value();
    return readChecklistPublication(body).value();
}

CheckAsked asked(const json::object& said) {
    return {textOr(said, "programme"), textOr(said, "sector"), textOr(said, "kind"), said.contains("test")};
}

}  // namespace

TEST_CASE("whether a checklist is for a check, by the table to which the console is held, too") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/fits.json"));
    REQUIRE(cases);
    REQUIRE(cases->as_array().size() > 15);
    for (const auto& one : cases->as_array()) {
        const auto& object = one.as_object();
        INFO(toText(one));
        const auto publication = published(object.at("published").as_object());
        const auto check = asked(object.at("asked").as_object());
        CHECK(nameOf(fitOf(publication, check)) == textOr(object, "fit"));
        const auto may = mayGoBy(publication, check);
        CHECK((may ? std::string() : may.error().code) == textOr(object, "why"));
    }
}

TEST_CASE("a refusal says which checklist, for what it is, and what to do") {
    const auto kind = mayGoBy(published({{"kinds", json::array{"special"}}}), {{}, {}, "routine"});
    REQUIRE_FALSE(kind);
    CHECK(
        kind.error().detail ==
        "checklist \"6a\" version 1 is published for checks of the kind special, and this one is of the kind routine; "
        "choose another checklist or another kind");
    const auto site = mayGoBy(published({{"programmes", json::array{"示范区"}}}), {"试点"});
    REQUIRE_FALSE(site);
    CHECK(
        site.error().detail ==
        "checklist \"6a\" version 1 is published for 示范区, and the site belongs to 试点; choose a checklist that is "
        "meant for it");
}

TEST_CASE("a publication says for which checks it is, and that it is a draft, as it was composed") {
    auto one = published({});
    one.kinds = {"routine", "self"};
    one.test = true;
    CHECK(readChecklistPublication(toBody(one)).value() == one);
    one.test = false;
    one.withdrawn = "标准已被代替";
    CHECK(readChecklistPublication(toBody(one)).value() == one);
    // The side that does not fit is named, not the one that does.
    const auto sector =
        mayGoBy(published({{"programmes", json::array{"试点"}}, {"sectors", json::array{"农业"}}}), {"试点", "旅游"});
    REQUIRE_FALSE(sector);
    CHECK(sector.error().detail ==
          "checklist \"6a\" version 1 is published for 农业, and the site belongs to 旅游; choose a checklist that is "
          "meant for it");
}
