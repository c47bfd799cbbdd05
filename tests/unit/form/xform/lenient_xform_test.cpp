// What other clients let pass is let pass, and told.
#include "tests/unit/form/xform/small_form.h"

using namespace plumb;
using namespace plumb::form;
using namespace plumb::form::test;

TEST_CASE("a bind for nothing, a second bind and an unknown type are warnings, as in other clients") {
    const auto read =
        readXform(wholeForm(kOne + R"x(<bind nodeset="/data/b" relevant="1"/><bind nodeset="/data/a" type="txet"/>
        <bind nodeset="/data/a" required="true()"/>)x",
                            kInput));
    REQUIRE(read.definition);
    const std::string all = allOf(read.warnings);
    CHECK(says(all, "a bind is for '/data/b'"));
    CHECK(says(all, "a second bind for /data/a"));
    CHECK(says(all, "the type 'txet' is unknown"));
    CHECK(source(*read.definition, node(*read.definition, "/data/a").required) == "true()");
}

TEST_CASE("what is understood but not done is said") {
    const auto read = good(
        R"x(<instance><data><a/><t/><t/></data></instance><submission base64RsaPublicKey="k" action="https://example.org"/>
           <odk:recordaudio event="odk-instance-load" ref="/data/a"/><instance id="__last-saved" src="jr://instance/last-saved"/>)x",
        kInput);
    const std::string all = allOf(read->notSupported);
    CHECK(says(all, "not encrypted"));
    CHECK(says(all, "<odk:recordaudio> is not done"));
    CHECK(says(all, "saved last"));
    CHECK(says(all, "<t> stands twice"));
    CHECK(read->settings.at("submission_action") == "https://example.org");
}

TEST_CASE("choices beside a search() whose values are whole numbers stay; without another there is no search") {
    const auto item = [](const std::string& label, const std::string& value) {
        return "<item><label>" + label + "</label><value>" + value + "</value></item>";
    };
    const auto read = good("<instance><data><a/><b/></data></instance>",
                           "<select1 ref=\"/data/a\" appearance=\"search('fruits')\"><label>A</label>" +
                               item("None", "0") + item("name", "name_key") +
                               "</select1><select1 ref=\"/data/b\" appearance=\"search('numbers')\"><label>B</label>" +
                               item("One", "1") + item("Two", "-2") + "</select1>");
    const auto& a = control(*read, "/data/a");
    REQUIRE(a.itemset);
    CHECK(a.itemset->value == "name_key");
    REQUIRE(a.choices.size() == 1);
    CHECK(a.choices[0].value == "0");
    const auto& b = control(*read, "/data/b");
    CHECK_FALSE(b.itemset);
    CHECK(b.choices.size() == 2);
}

TEST_CASE("a text that there is nowhere is left blank, a range without bounds has Enketo's, and both are told") {
    const auto read = readXform(wholeForm(kOne + "<bind nodeset=\"/data/a\" type=\"int\"/>",
                                          "<range ref=\"/data/a\" end=\"5\"><label ref=\"jr:itext('tt')\"/></range>"));
    REQUIRE(read.definition);
    const auto told = [&](const std::string& what) {
        return std::ranges::any_of(read.warnings, [&](const auto& one) { return says(one, what); });
    };
    CHECK(told("there is no text 'tt' in <itext>; it is left blank"));
    CHECK(told("<range> has no start; it is 0"));
    CHECK(told("<range> has no step; it is 1"));
    CHECK(read.definition->controls[0].rangeStart == "0");
    CHECK(read.definition->controls[0].rangeEnd == "5");
    CHECK(read.definition->controls[0].label == kNone);
}

TEST_CASE("choices behind a predicate are not judged by what stands first") {
    const std::string instance =
        "<instance "
        "id=\"m\"><places><state><id>a</id><towns><town><name>T</name></town></towns></state></places></instance>";
    good(kOne + instance,
         "<select1 ref=\"/data/a\"><label>A</label>"
         "<itemset nodeset=\"instance('m')/places/state[id = 'a']/towns/town\"><value ref=\"name\"/>"
         "<label ref=\"name\"/></itemset></select1>");
}

TEST_CASE("a choice without a value is warned of, <help> is listed, a second model does nothing") {
    const auto read = readXform(wholeForm(
        kOne,
        R"x(<select1 ref="/data/a"><label>A</label><help>h</help><item><label>none</label><value/></item></select1>)x"));
    REQUIRE(read.definition);
    CHECK(says(allOf(read.warnings), "the value of a choice is empty"));
    CHECK(says(allOf(read.definition->notSupported), "<help>"));
    const auto two = readXform(wholeForm(kOne + "</model><model>" + kOne, kInput));
    REQUIRE(two.definition);
    CHECK(says(allOf(two.warnings), "second <model>"));
}

TEST_CASE("a body that stands in the head is the body") {
    const auto read = readXform(
        R"x(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
        <instance><data id="f"><r><a/></r></data></instance></model><h:body><repeat nodeset="/data/r"><input ref="/data/r/a">
        <label>A</label></input></repeat></h:body></h:head></h:html>)x");
    REQUIRE(read.definition);
    CHECK(node(*read.definition, "/data/r").kind == NodeKind::repeat);
}

TEST_CASE("a question or an action for what the instance has not is left out and told, the rest is asked") {
    const auto read = readXform(wholeForm(
        kOne,
        R"x(<input ref="/data/b"><label>B</label></input><input bind="x"><label>X</label></input><input ref="/data/a"><label>A</label></input>
        <setvalue event="odk-instance-first-load" ref="/data/c" value="1"/>)x"));
    REQUIRE(read.definition);
    CHECK(read.definition->controls.size() == 1);
    CHECK(read.definition->actions.empty());
    CHECK(says(allOf(read.warnings), "'/data/b', which the instance does not have; it is left out"));
    CHECK(says(allOf(read.warnings), "the bind 'x', which there is not; it is left out"));
    CHECK(says(allOf(read.warnings), "'/data/c', which the instance does not have; it is left out"));
}
