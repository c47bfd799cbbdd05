// What is no form, or would harm whoever reads it, is refused with its place.
#include "tests/unit/form/xform/small_form.h"

using namespace plumb;
using namespace plumb::form;
using namespace plumb::form::test;

TEST_CASE("wrong forms: every problem at once, each with its line and a suggestion where one is near") {
    const std::string all = problemsOf(
        R"x(<instance><data><name/><age/></data></instance>
<itext><translation lang="en"><text id="t"><value>T</value></text></translation></itext>)x",
        R"x(<input ref="/data/nmae"><label>N</label></input>
<select1 ref="/data/age"><label ref="jr:itext('tt')"/></select1>
<range ref="/data/age" start="1" end="2"><label>R</label></range>
<input><label>no ref</label></input>
<repeat><input ref="/data/age"><label>x</label></input></repeat>)x");
    CHECK(says(all, "line 6: <input> refers to '/data/nmae'"));
    CHECK(says(all, "did you mean '/data/name'?"));
    CHECK(says(all, "line 7: a question to choose from has no choices"));
    CHECK(says(all, "line 9: <input> has no ref"));
    CHECK(says(all, "line 10: <repeat> has no nodeset"));
}

TEST_CASE("refused forms") {
    struct Wrong {
        const char* name;
        std::string model, body;
        const char* sentence;
    };
    const Wrong wrongs[] = {
        {"no instance", "", kInput, "no primary instance"},
        {"two elements", "<instance><data/><data/></instance>", "", "more than one element"},
        {"two templates", R"x(<instance><data><r jr:template=""/><r jr:template=""/></data></instance>)x",
         R"x(<repeat nodeset="/data/r"/>)x", "more than one jr:template"},
        {"top repeats", "<instance><data><a/></data></instance>", R"x(<repeat nodeset="/data"/>)x", "cannot repeat"},
        {"question of another repeat", "<instance><data><r><a/></r></data></instance>",
         R"x(<repeat nodeset="/data/r"/><input ref="/data/r/a"/>)x", "same repeat"},
        {"question outside its repeat", "<instance><data><r/><a/></data></instance>",
         R"x(<repeat nodeset="/data/r"><input ref="/data/a"/></repeat>)x", "same repeat"},
        {"same instance id", kOne + R"x(<instance id="x"><r/></instance><instance id="x"><r/></instance>)x", kInput,
         "two instances have the id 'x'"},
        {"same bind id", kOne + R"x(<bind id="x" nodeset="/data/a"/><bind id="x" nodeset="/data/a"/>)x", kInput,
         "two binds have the id 'x'"},
        {"bind without nodeset", kOne + "<bind/>", kInput, "<bind> has no nodeset"},
        {"unknown event", kOne + R"x(<setvalue event="odk-instance-frist-load" ref="/data/a"/>)x", kInput,
         "odk-instance-frist-load"},
        {"no event", kOne + R"x(<setvalue ref="/data/a"/>)x", kInput, "no event"},
        {"new repeat outside", kOne + R"x(<setvalue event="odk-new-repeat" ref="/data/a"/>)x", kInput,
         "inside a <repeat>"},
        {"both choices", kOne,
         R"x(<select1 ref="/data/a"><item><label>A</label><value>a</value></item><itemset nodeset="/data/a"><value ref="."/><label ref="."/></itemset></select1>)x",
         "both choices of its own"},
        {"item without value", kOne, R"x(<select1 ref="/data/a"><item><label>A</label></item></select1>)x",
         "no <value>"},
        {"item without label", kOne, R"x(<select1 ref="/data/a"><item><value>a</value></item></select1>)x",
         "no <label>"},
        {"itemset without label", kOne,
         R"x(<select1 ref="/data/a"><itemset nodeset="/data/a"><value ref="."/></itemset></select1>)x", "no <label>"},
        {"same translation", kOne + R"x(<itext><translation lang="en"/><translation lang="en"/></itext>)x", kInput,
         "two translations for 'en'"},
        {"same text",
         kOne +
             R"x(<itext><translation lang="en"><text id="t"><value>1</value><value>2</value></text></translation></itext>)x",
         kInput, "text 't' is given twice"},
        {"output of nothing", kOne, "<input ref='/data/a'><label><output/></label></input>", "neither value nor ref"},
        {"a geopoint of another namespace", kOne + R"x(<setgeopoint event="odk-instance-load" ref="/data/a"/>)x",
         kInput, "is not in the namespace"},
        {"range of words", kOne, R"x(<range ref="/data/a" start="a" end="2" step="1"/>)x", "which is no number"},
        {"range without steps", kOne, R"x(<range ref="/data/a" start="1" end="2" step="0"/>)x", "a step of 0"},
        {"not jr", kOne + R"x(<instance id="x" src="http://example.org/x.xml"/>)x", kInput, "no jr:// address"},
    };
    for (const Wrong& wrong : wrongs) {
        INFO(wrong.name);
        const std::string all = problemsOf(wrong.model, wrong.body);
        INFO(all);
        CHECK(says(all, wrong.sentence));
    }
}

TEST_CASE("hostile XML ends in a problem at once") {
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
    std::string wide = "<data>";
    for (int i = 0; i < 2'100'000; ++i) wide += "<a/>";
    std::string fields = "<h><model><instance><data>";
    for (int i = 0; i < 110'000; ++i) fields += "<a" + std::to_string(i) + "/>";
    fields += "</data></instance></model></h>";
    const struct {
        const char* name;
        std::string xml;
        const char* sentence;
    } wrongs[] = {
        {"empty", "", "no well-formed XML"},
        {"words", "hello", "no well-formed XML"},
        {"cut off", "<h:html><h:head>", "no well-formed XML"},
        {"entity bomb",
         R"x(<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><data>&lol2;</data>)x",
         "DOCTYPE"},
        {"external entity", R"x(<!DOCTYPE d SYSTEM "file:///etc/passwd"><data/>)x", "DOCTYPE"},
        {"undeclared entity", "<data>\n&nbsp;</data>", "line 2: there is no entity &nbsp;"},
        {"bare ampersand", "<data>A & B</data>", "&amp;"},
        {"depth", deep, "nested deeper"},
        {"width", wide, "too many elements"},
        {"fields", fields, "more than 100000 fields"},
        {"another encoding", std::string("\xFF\xFE<\0d\0", 6), "not UTF-8"},
        {"no model", "<data/>", "no <model>"},
    };
    for (const auto& wrong : wrongs) {
        INFO(wrong.name);
        const auto begin = std::chrono::steady_clock::now();
        const auto read = readXform(wrong.xml);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
        CHECK_FALSE(read.definition);
        CHECK(says(allOf(read.problems), wrong.sentence));
    }
}

TEST_CASE("choices from an instance whose items lack the named children are a problem") {
    const std::string instance =
        "<instance id=\"m\"><root><item><foo>x</foo></item><item><name>a</name></item></root></instance>";
    const std::string ask =
        R"x(<select1 ref="/data/a"><label>A</label><itemset nodeset="instance('m')/root/item"><value ref="name"/>
        <label ref="foo"/></itemset></select1>)x";
    const auto all = problemsOf(kOne + instance, ask);
    CHECK(says(all, "have no <name>"));
    CHECK_FALSE(says(all, "have no <foo>"));
}
