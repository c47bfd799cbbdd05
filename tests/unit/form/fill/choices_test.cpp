// Choices: filtered by other answers, named in the language of the moment, gone when what offered them changes.
#include "tests/unit/form/small_form.h"

namespace plumb::form {
namespace {

const std::string kPlaces =
    "<instance id=\"counties\"><root><item><name>yongchang</name><label>Yongchang</label><city>jinchang</city></item>"
    "<item><name>minle</name><label>Minle</label><city>zhangye</city></item>"
    "<item><name>gaotai</name><label>Gaotai</label><city>zhangye</city></item></root></instance>";

SmallForm cascading() {
    return SmallForm(
        "<city/><county/><shown/>",
        bound("/data/city", "type=\"select1\"") + bound("/data/county", "type=\"select1\"") +
            bound("/data/shown", "calculate=\"jr:choice-name(/data/county, '/data/county')\""),
        "<select1 ref=\"/data/city\"><label>City</label><item><label>Jinchang</label><value>jinchang</value></item>"
        "<item><label>Zhangye</label><value>zhangye</value></item></select1>"
        "<select1 ref=\"/data/county\"><label>County</label><itemset nodeset=\"instance('counties')/root/item[city = "
        "/data/city]\"><value ref=\"name\"/><label ref=\"label\"/></itemset></select1>",
        kPlaces);
}

}  // namespace

TEST_CASE("choices are those that the filter leaves") {
    auto form = cascading();
    CHECK(form->choices(form.at("/data/county")).empty());
    form.set("/data/city", "zhangye");
    const auto choices = form->choices(form.at("/data/county"));
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].value == "minle");
    CHECK(choices[1].label == "Gaotai");
}

TEST_CASE("an answer whose choice is gone is cleared") {
    auto form = cascading();
    form.set("/data/city", "zhangye");
    form.set("/data/county", "gaotai");
    CHECK(form.text("/data/shown") == "Gaotai");
    form.set("/data/city", "jinchang");
    CHECK(form.text("/data/county").empty());
    CHECK(form.text("/data/shown").empty());
}

TEST_CASE("labels speak the language that is asked for") {
    SmallForm form(
        "<a/>", bound("/data/a", "type=\"int\""), "<input ref=\"/data/a\"><label ref=\"jr:itext('a:label')\"/></input>",
        "<itext><translation lang=\"zh\" default=\"true()\"><text id=\"a:label\"><value>株数 <output "
        "value=\"/data/a\"/></value></text>"
        "</translation><translation lang=\"en\"><text id=\"a:label\"><value>Plants <output value=\"/data/a\"/></value>"
        "</text></translation></itext>");
    CHECK(form->label(form.at("/data/a")) == "株数 ");
    const auto changes = form.set("/data/a", "12");
    CHECK(changes[0].has(Aspect::label));
    CHECK(form->label(form.at("/data/a")) == "株数 12");
    REQUIRE(form->setLanguage("en"));
    CHECK(form->label(form.at("/data/a")) == "Plants 12");
    CHECK_FALSE(form->setLanguage("xx"));
}

}  // namespace plumb::form
