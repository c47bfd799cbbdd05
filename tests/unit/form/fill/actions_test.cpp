// What a form does by itself: actions, and the values that it fills in when it is begun and when it is finished.
#include "tests/unit/form/small_form.h"

using namespace plumb;
using namespace plumb::form;

namespace {

std::string asked(const std::string& path, const std::string& inside) {
    return "<input ref=\"" + path + "\"><label>" + path + "</label>" + inside + "</input>";
}

std::string whenChanged(const std::string& ref, const std::string& value) {
    return "<setvalue event=\"xforms-value-changed\" ref=\"" + ref + "\" value=\"" + value + "\"/>";
}

const std::string kPlots = "<source/><plot><note/></plot><plot><note/></plot><plot><note/></plot>";
const std::string kPlotBody = repeat("/data/plot", input("/data/plot/note"));

}  // namespace

TEST_CASE("an action that says which of several it means changes that one only") {
    SmallForm form(kPlots, "",
                   asked("/data/source", whenChanged("/data/plot[position() = 2]/note", "/data/source")) + kPlotBody);
    form.set("/data/source", "x");
    CHECK(form.text("/data/plot[1]/note").empty());
    CHECK(form.text("/data/plot[2]/note") == "x");
    CHECK(form.text("/data/plot[3]/note").empty());
}

TEST_CASE("an action that means one of several and does not say which changes none and is told") {
    SmallForm form(kPlots, "", asked("/data/source", whenChanged("/data/plot/note", "/data/source")) + kPlotBody);
    form.set("/data/source", "x");
    CHECK(form.text("/data/plot[1]/note").empty());
    CHECK(form.text("/data/plot[3]/note").empty());
    REQUIRE(form->troubles().size() == 1);
    CHECK_THAT(form->troubles()[0], Catch::Contains("/data/plot/note"));
}

TEST_CASE("an action in a repeat means its own repeat, and what stands outside") {
    SmallForm form("<total>0</total><plot><area/><twice/></plot><plot><area/><twice/></plot>",
                   bound("/data/total", "type=\"int\""),
                   repeat("/data/plot", asked("/data/plot/area", whenChanged("/data/plot/twice", "../area * 2") +
                                                                     whenChanged("/data/total", ". + 1"))));
    form.set("/data/plot[2]/area", "4");
    CHECK(form.text("/data/plot[1]/twice").empty());
    CHECK(form.text("/data/plot[2]/twice") == "8");
    CHECK(form.text("/data/total") == "1");
}

TEST_CASE("an action when a form is begun reads what is calculated, and what it sets stands") {
    SmallForm form("<c/><d/><e/>",
                   bound("/data/c", "calculate=\"6 * 7\"") + bound("/data/e", "calculate=\"'calculated'\""),
                   input("/data/d") + input("/data/e"),
                   "<setvalue event=\"odk-instance-first-load\" ref=\"/data/d\" value=\"/data/c + 1\"/>"
                   "<setvalue event=\"odk-instance-load\" ref=\"/data/e\">set</setvalue>");
    CHECK(form.text("/data/d") == "43");
    CHECK(form.text("/data/e") == "set");
}

TEST_CASE("a default is not dropped because the choices are known only after the first actions") {
    SmallForm form(
        "<county/><village>v2</village>", "",
        input("/data/county") +
            "<select1 ref=\"/data/village\"><label>v</label><itemset nodeset=\"instance('v')/root/item[county = "
            "/data/county]\"><value ref=\"name\"/><label ref=\"name\"/></itemset></select1>",
        "<instance id=\"v\"><root><item><name>v2</name><county>minle</county></item></root></instance>"
        "<setvalue event=\"odk-instance-first-load\" ref=\"/data/county\">minle</setvalue>");
    CHECK(form.text("/data/village") == "v2");
    form.set("/data/county", "other");
    CHECK(form.text("/data/village").empty());
}

TEST_CASE("what a form fills in by itself stands above its file's defaults; the end is written at the end") {
    SmallForm form("<id>default</id><day/><end/>",
                   bound("/data/id", "jr:preload=\"uid\"") +
                       bound("/data/day", "type=\"date\" jr:preload=\"date\" jr:preloadParams=\"today\"") +
                       bound("/data/end", "type=\"dateTime\" jr:preload=\"timestamp\" jr:preloadParams=\"end\""),
                   input("/data/day"));
    CHECK_THAT(form.text("/data/id"), Catch::StartsWith("uuid:"));
    CHECK(form.text("/data/day") == "2026-11-22");
    CHECK(form.text("/data/end").empty());
    const auto changes = form->stampEnd();
    CHECK(changes.size() == 1);
    CHECK(form.text("/data/end") == "2026-11-22T08:30:00.000+08:00");
}
