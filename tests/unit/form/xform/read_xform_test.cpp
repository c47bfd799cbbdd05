#include <catch2/catch.hpp>
#include <chrono>

#include "shared/form/fill/write_instance.h"
#include "shared/form/xform/attached_instance.h"
#include "shared/form/xform/read_xform.h"
#include "tests/unit/form/read_helpers.h"

using namespace plumb;
using namespace plumb::form;

namespace {

// A form of these parts, with the namespaces that forms have.
std::string wholeForm(const std::string& model, const std::string& body) {
    return R"x(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"
  xmlns:odk="http://www.opendatakit.org/xforms" xmlns:ev="http://www.w3.org/2001/xml-events">
<h:head><h:title>A form</h:title><model>)x" +
           model + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

std::shared_ptr<const Definition> good(const std::string& model, const std::string& body,
                                       const AttachedFiles& files = {}) {
    auto read = readXform(wholeForm(model, body), files);
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    return read.definition;
}

std::string problemsOf(const std::string& model, const std::string& body) {
    const auto read = readXform(wholeForm(model, body));
    CHECK_FALSE(read.definition);
    return allOf(read.problems);
}

const std::string kOne = R"x(<instance><data id="f" version="3"><a/></data></instance>)x";
const std::string kInput = R"x(<input ref="/data/a"><label>A</label></input>)x";

}  // namespace

TEST_CASE("the primary instance gives the nodes, their attributes and their first texts") {
    const auto read = good(
        R"x(<instance><data id="f" version="3" orx:version="9"><g><a> first
          </a><b x="1"/></g><orx:meta><orx:instanceID/></orx:meta></data></instance>)x",
        R"x(<input ref="/data/g/a"><label>A</label></input>)x");
    CHECK(read->title == "A form");
    CHECK(read->id == "f");
    CHECK(read->version == "3");
    CHECK(read->path(0) == "/data");
    CHECK(node(*read, "/data/g").kind == NodeKind::group);
    CHECK(node(*read, "/data/g/a").initial == "first");
    CHECK(node(*read, "/data/g/b/@x").initial == "1");
    CHECK(node(*read, "/data/@id").initial == "f");
    CHECK(node(*read, "/data/orx:meta/orx:instanceID").kind == NodeKind::leaf);
    CHECK(read->namespaces.at("orx") == "http://openrosa.org/xforms");
    CHECK_FALSE(read->namespaces.contains(""));
    CHECK_FALSE(read->namespaces.contains("jr"));
}

TEST_CASE("an instance in a namespace of its own keeps it") {
    const auto read = good(
        R"x(<instance><data xmlns="urn:mine" id="f"><a/><meta xmlns="http://openrosa.org/xforms"><instanceID/></meta></data></instance>)x",
        kInput);
    CHECK(read->namespaces.at("") == "urn:mine");
    CHECK(node(*read, "/data/meta/@xmlns").initial == "http://openrosa.org/xforms");
}

TEST_CASE("a bind says types, expressions and messages of its node") {
    const auto read =
        good(kOne + R"x(<bind nodeset="/data/a" type="xsd:int" relevant="1 = 1" required="true()" readonly="false()"
           constraint=". &lt; 5" jr:constraintMsg="less than 5" jr:requiredMsg="jr:itext('m')" calculate="1 + 1"
           jr:preload="uid" jr:preloadParams="x" odk:length="7"/>
          <itext><translation lang="en"><text id="m"><value>needed</value></text></translation></itext>)x",
             kInput);
    const NodeDef& a = node(*read, "/data/a");
    CHECK(a.type == DataType::integer);
    CHECK(a.typeName == "int");
    CHECK(source(*read, a.relevant) == "1 = 1");
    CHECK(source(*read, a.required) == "true()");
    CHECK(a.readOnly == kNone);
    CHECK(source(*read, a.constraint) == ". < 5");
    CHECK(source(*read, a.calculate) == "1 + 1");
    CHECK(words(*read, a.constraintMessage) == "less than 5");
    CHECK(words(*read, a.requiredMessage, "en") == "needed");
    CHECK(a.preload == "uid");
    CHECK(a.preloadParameters == "x");
    CHECK(a.otherAttributes.at("odk:length") == "7");
    CHECK(says(read->formulas[a.relevant].origin, "line 5, relevant"));
}

TEST_CASE("prefixes are what the document says, not what they are usually called") {
    const auto read = readXform(R"x(<x:html xmlns:x="http://www.w3.org/1999/xhtml"
        xmlns:xf="http://www.w3.org/2002/xforms" xmlns:rosa="http://openrosa.org/javarosa">
        <x:head><x:title>T</x:title><xf:model><xf:instance><data><r rosa:template=""><a/></r></data></xf:instance>
        <xf:bind nodeset="/data/r/a" rosa:preload="uid"/></xf:model></x:head>
        <x:body><xf:group ref="/data/r"><xf:label>R</xf:label><xf:repeat nodeset="/data/r" rosa:noAddRemove="true()">
        <xf:input ref="/data/r/a"><xf:label>A</xf:label></xf:input></xf:repeat></xf:group></x:body></x:html>)x");
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    CHECK(node(*read.definition, "/data/r").initialCount == 0);
    CHECK_FALSE(node(*read.definition, "/data/r").mayAddRemove);
    CHECK(node(*read.definition, "/data/r/a").preload == "uid");
}

TEST_CASE("a repeat begins with its template's texts, as often as the instance has it") {
    const std::string body = R"x(<group ref="/data/r"><label>Plot</label><repeat nodeset="/data/r">
        <input ref="/data/r/a"><label>A</label></input></repeat></group>)x";
    const auto bare = good("<instance><data><r><a>1</a></r></data></instance>", body);
    CHECK(node(*bare, "/data/r").kind == NodeKind::repeat);
    CHECK(node(*bare, "/data/r").initialCount == 1);
    CHECK(node(*bare, "/data/r/a").initial == "1");
    CHECK(bare->controls.size() == 2);  // the group that wraps the repeat is its name
    CHECK(control(*bare, "/data/r").kind == ControlKind::repeat);
    CHECK(words(*bare, control(*bare, "/data/r").label) == "Plot");

    const auto three = good(
        R"x(<instance><data><r jr:template=""><a>t</a></r><r><a>1</a></r><r><a>t</a></r><r><a/></r></data></instance>)x",
        body);
    const NodeDef& r = node(*three, "/data/r");
    CHECK(r.initialCount == 3);
    CHECK(node(*three, "/data/r/a").initial == "t");
    const auto a = three->find("/data/r/a");
    REQUIRE(r.initialInstances.size() == 3);
    CHECK(r.initialInstances[0].texts.at(a) == "1");
    CHECK(r.initialInstances[1].texts.empty());
    CHECK(r.initialInstances[2].texts.at(a).empty());
    CHECK(three->find("/data/r/@jr:template") == kNone);
}

TEST_CASE("nested repeats, counts and groups without data") {
    const auto read = good(R"x(<instance><data><n>2</n><r><s><b/></s></r></data></instance>)x",
                           R"x(<input ref="n"><label>N</label></input>
           <group><label>Only looks</label><repeat nodeset="/data/r" jr:count=" /data/n ">
             <group ref="/data/r/s"><label>S</label><repeat nodeset="/data/r/s"><input ref="/data/r/s/b"><label>B</label></input></repeat></group>
           </repeat></group>)x");
    const NodeDef& r = node(*read, "/data/r");
    CHECK(source(*read, r.count) == "/data/n");
    CHECK_FALSE(r.mayAddRemove);
    CHECK(node(*read, "/data/r/s").kind == NodeKind::repeat);
    CHECK(words(*read, control(*read, "/data/r").label) == "Only looks");
    const Control& b = control(*read, "/data/r/s/b");
    CHECK(read->controls[b.parent].def == read->find("/data/r/s"));
    CHECK(read->body.size() == 2);
}

TEST_CASE("a template says what is added, instances say how a form begins, also of repeats inside repeats") {
    const auto read = good(
        R"x(<instance><data><n>3</n><p jr:template=""><a>t</a><l jr:template=""><b/></l></p>
            <p><a/><l><b/></l><l><b/></l></p></data></instance>)x",
        R"x(<group ref="/data/p"><label>P</label><repeat nodeset="/data/p" jr:count="current()/../n">
            <input ref="/data/p/a"/><repeat nodeset="/data/p/l"><input ref="/data/p/l/b"/></repeat></repeat></group>)x");
    CHECK(node(*read, "/data/p").initialCount == 1);
    CHECK(node(*read, "/data/p/l").initialCount == 0);  // the template has none
    REQUIRE(node(*read, "/data/p").initialInstances.size() == 1);
    CHECK(node(*read, "/data/p").initialInstances[0].inner.at(read->find("/data/p/l")).size() == 2);
    CHECK(node(*read, "/data/p/a").initial == "t");
    CHECK(source(*read, node(*read, "/data/p").count) == "/data/n");
    CHECK(read->notSupported.empty());
}

TEST_CASE("labels and hints are words, outputs, translations with forms, or computed") {
    const auto read = good(
        R"x(<instance><data><a/><b/><c/></data></instance><itext>
            <translation lang="English"><text id="l"><value>Hello <output value=" /data/a "/> <output ref="/data/b"/>!
              </value><value form="image">jr://images/x.jpg</value></text>
              <text id="h"><value>hint</value><value form="guidance">more</value></text></translation>
            <translation lang="中文" default="true()"><text id="l"><value form="long">你好</value></text>
              <text id="h"><value>提示</value></text></translation></itext>)x",
        R"x(<input ref="/data/a"><label ref="jr:itext('l')"/><hint ref="jr:itext('h')"/></input>
           <input ref="/data/b"><label> so <h:b class="x">bold</h:b> &amp; <output value="1 + 1"/> </label></input>
           <input ref="/data/c"><label ref="/data/a"/></input>)x");
    CHECK(read->languages == std::vector<std::string>{"English", "中文"});
    CHECK(read->defaultLanguage == "中文");
    const Control& a = control(*read, "/data/a");
    CHECK(words(*read, a.label, "English") == "Hello {/data/a} {/data/b}!");
    CHECK(words(*read, a.label, "中文") == "你好");
    CHECK(words(*read, a.label, "English", "image") == "jr://images/x.jpg");
    CHECK(words(*read, a.hint, "English", "guidance") == "more");
    CHECK(read->itext.at("l") == a.label);
    CHECK(words(*read, control(*read, "/data/b").label) == "so <b class=\"x\">bold</b> & {1 + 1}");
    CHECK(source(*read, read->texts[control(*read, "/data/c").label].computed) == "/data/a");
}

TEST_CASE("every kind of question is read with what it says of itself") {
    const auto read = good(
        R"x(<instance><data><a/><b/><c/><d/><e/><f/><g/></data></instance><bind nodeset="/data/a" type="string"/>)x",
        R"x(<select1 ref="/data/a" appearance="minimal"><label>A</label><item><label>Yes</label><value>yes</value></item>
             <item><label>No</label><value> no </value></item></select1>
           <select ref="/data/b"><label>B</label><item><label>X</label><value>x</value></item></select>
           <odk:rank ref="/data/c"><label>C</label><item><label>X</label><value>x</value></item></odk:rank>
           <upload ref="/data/d" mediatype="image/*" orx:max-pixels="1024" appearance="signature"><label>D</label></upload>
           <trigger ref="/data/e"><label>E</label></trigger>
           <range ref="/data/f" start="0" end="10" step="0.5" odk:ticks="5"><label>F</label></range>
           <input ref="/data/g" rows="3"><label>G</label></input>)x");
    CHECK(control(*read, "/data/a").choices[1].value == "no");
    CHECK(words(*read, control(*read, "/data/a").choices[0].label) == "Yes");
    CHECK(control(*read, "/data/a").appearance == "minimal");
    CHECK(node(*read, "/data/a").type == DataType::choice);
    CHECK(node(*read, "/data/b").type == DataType::choices);
    CHECK(control(*read, "/data/c").kind == ControlKind::rank);
    CHECK(control(*read, "/data/d").mediaType == "image/*");
    CHECK(control(*read, "/data/d").parameters.at("max-pixels") == "1024");
    CHECK(control(*read, "/data/e").kind == ControlKind::trigger);
    CHECK(control(*read, "/data/f").rangeStep == "0.5");
    CHECK(control(*read, "/data/f").parameters.at("ticks") == "5");
    CHECK(control(*read, "/data/g").parameters.at("rows") == "3");
}

TEST_CASE("choices come from secondary instances, filtered, shuffled, or of a search in a file") {
    const Folder folder;
    const AttachedFiles files{{"fruits.csv", folder.write("fruits.csv", "name_key,name,kind\nf1,Apple,tree\n")}};
    const auto read = good(
        R"x(<instance><data><a/><b/><c/></data></instance>
           <instance id="list"><root><item><name>x</name><itextId>l-0</itextId></item></root></instance>
           <itext><translation lang="en"><text id="l-0"><value>X</value></text></translation></itext>)x",
        R"x(<select1 ref="/data/a"><label>A</label><itemset nodeset="instance('list')/root/item[name != 'y, )']">
             <value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
           <select1 ref="/data/b"><label>B</label><itemset nodeset="randomize(instance('list')/root/item[true()], 4)">
             <value ref="name"/><label ref="name"/></itemset></select1>
           <select1 ref="/data/c" appearance="minimal search('fruits', 'contains', 'name, kind', /data/a)"><label>C</label>
             <item><label>name</label><value>name_key</value></item></select1>)x",
        files);
    const auto& a = control(*read, "/data/a").itemset;
    REQUIRE(a);
    CHECK(source(*read, a->nodes) == "instance('list')/root/item[name != 'y, )']");
    CHECK(a->value == "name");
    CHECK(a->label == "itextId");
    CHECK(a->labelIsItext);
    const auto& b = control(*read, "/data/b").itemset;
    REQUIRE(b);
    CHECK(b->randomize);
    CHECK(source(*read, b->nodes) == "instance('list')/root/item[true()]");
    CHECK(source(*read, b->seed) == "4");
    const auto& c = control(*read, "/data/c").itemset;
    REQUIRE(c);
    CHECK(source(*read, c->nodes) ==
          "instance('fruits')/root/item[contains(name, /data/a) or contains(kind, /data/a)]");
    CHECK(c->value == "name_key");
    CHECK(c->label == "name");
    CHECK(control(*read, "/data/c").choices.empty());
    const Tree& list = *read->instance("list")->tree;
    CHECK(list.path(list[list[list[Tree::root()].children[0]].children[0]].children[0]) == "/root/item/name");
    CHECK(read->instance("fruits")->path == files.at("fruits.csv"));
}

TEST_CASE("attached files become instances: XML, CSV and GeoJSON") {
    const Folder folder;
    const AttachedFiles files{{"a.xml", folder.write("a.xml", "<root><item k=\"1\"><name> n </name></item></root>")},
                              {"b.csv", folder.write("b.csv", "name,label\nx,X\n")},
                              {"c.geojson", folder.write("c.geojson", R"x({"type":"FeatureCollection","features":[
            {"type":"Feature","id":"p","geometry":{"type":"Point","coordinates":[102.5,0.5]},"properties":{"name":"A","n":3}},
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4.25]]},"properties":{}}]})x")}};
    const auto read =
        good(kOne + R"x(<instance id="a" src="jr://file/a.xml"/><instance id="b" src="jr://file-csv/b.csv"/>
                            <instance id="c" src="jr://file/c.geojson"/>)x",
             kInput, files);
    const Tree& a = *read->instance("a")->tree;
    CHECK(a.stringValue(Tree::root()) == "n");
    CHECK(read->instance("b")->path == files.at("b.csv"));
    const Tree& c = *read->instance("c")->tree;
    const auto& items = c[c[Tree::root()].children[0]].children;
    REQUIRE(items.size() == 2);
    CHECK(c.stringValue(items[0]) == "0.5 102.5 0 0pA3");
    CHECK(c.stringValue(items[1]) == "2 1 0 0; 4.25 3 0 0");

    const auto without = readXform(wholeForm(kOne + R"x(<instance id="a" src="jr://file/a.xml"/>)x", kInput));
    REQUIRE(without.definition);
    CHECK(says(allOf(without.warnings), "the attached file 'a.xml' is not here"));
}

TEST_CASE("actions know their events, their target and what they stand in") {
    const auto read = good(
        R"x(<instance><data><a/><b/><r><c/></r></data></instance>
           <setvalue event="odk-instance-first-load" ref="/data/a" value="1 + 1"/>
           <odk:setgeopoint ev:event="xforms-ready odk-instance-load" ref="/data/b"/>)x",
        R"x(<input ref="/data/a"><label>A</label><setvalue event="xforms-value-changed" ref="/data/b">x y</setvalue></input>
           <repeat nodeset="/data/r"><setvalue event="jr-insert" ref="/data/r/c" value="''"/>
           <input ref="/data/r/c"><label>C</label></input></repeat>)x");
    REQUIRE(read->actions.size() == 4);
    CHECK(source(*read, read->actions[0].value) == "1 + 1");
    CHECK(read->actions[0].target == read->find("/data/a"));
    CHECK(read->actions[1].kind == Action::Kind::setGeopoint);
    CHECK(read->actions[1].events == std::vector<std::string>{"odk-instance-first-load", "odk-instance-load"});
    CHECK(read->actions[2].source == read->find("/data/a"));
    CHECK(read->actions[2].literal == "x y");
    CHECK(read->actions[3].events == std::vector<std::string>{"odk-new-repeat"});
    CHECK(read->actions[3].repeat == read->find("/data/r"));
}

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

TEST_CASE("a form of ten thousand questions in one group is read in time that grows with it") {
    const auto make = [](int count) {
        std::string data, binds, body;
        for (int i = 0; i < count; ++i) {
            const std::string name = "q" + std::to_string(i);
            data += "<" + name + "/>";
            binds += "<bind nodeset=\"/data/" + name + "\" type=\"int\"/>";
            body += "<input ref=\"/data/" + name + "\"><label>" + name + "</label></input>\n";
        }
        return wholeForm("<instance><data>" + data + "</data></instance>" + binds, body);
    };
    const auto read = readXform(make(10'000));
    REQUIRE(read.definition);
    CHECK(read.definition->controls.size() == 10'000);
}

TEST_CASE("an instance is written as it was declared, without what is not relevant") {
    const auto read = good(R"x(<instance><data id="f"><a x="1&quot;"/><g><b/></g><c/></data></instance>)x", kInput);
    Tree tree(read->names);
    tree.add(kNone, "");
    const NodeId data = tree.add(Tree::root(), "data");
    tree.addAttribute(data, "id", "f");
    const NodeId a = tree.add(data, "a");
    tree.addAttribute(a, "x", "1\"\n");
    tree.setText(a, "<&> \"é\" \x01");
    const NodeId b = tree.add(tree.add(data, "g"), "b");
    tree[b].relevant = false;
    tree.add(data, "c");
    CHECK(writeInstance(*read, tree, false) ==
          R"x(<data id="f"><a x="1&quot;&#10;">&lt;&amp;&gt; "é" </a><g/><c/></data>)x");
    CHECK(says(writeInstance(*read, tree, true), "<g><b/></g>"));
}

TEST_CASE("whether an answer is required or can be changed does not hang on the answer itself") {
    for (const char* what : {"required", "readonly", "relevant", "calculate"}) {
        INFO(what);
        CHECK(says(problemsOf(kOne + "<bind nodeset=\"/data/a\" " + what + "=\". &gt; 10\"/>", kInput),
                   "/data/a → /data/a"));
    }
    good(kOne + "<bind nodeset=\"/data/a\" constraint=\". &gt; 10\"/>", kInput);
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

TEST_CASE("a calculation may keep its own value, and may not reckon with it") {
    const std::string two = "<instance><data><a/><b/></data></instance>";
    for (const char* keeps : {".", "coalesce(/data/b, .)", "if(/data/b != '', /data/b, /data/a)",
                              "if(. = '', /data/b, .)", "if(not(. != '') and /data/b &gt; 1, /data/b, string(.))"}) {
        INFO(keeps);
        good(two + "<bind nodeset=\"/data/a\" calculate=\"" + keeps + "\"/>", kInput);
    }
    for (const char* reckons : {". + 1", "concat(., 'x')", "if(. = 1, 2, 1)", "if(/data/b = 1, . + 1, .)"}) {
        INFO(reckons);
        CHECK(says(problemsOf(two + "<bind nodeset=\"/data/a\" calculate=\"" + reckons + "\"/>", kInput),
                   "/data/a → /data/a"));
    }
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
