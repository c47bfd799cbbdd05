#include <chrono>

#include "shared/form/fill/write_instance.h"
#include "tests/unit/form/xform/small_form.h"

using namespace plumb;
using namespace plumb::form;
using namespace plumb::form::test;

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
