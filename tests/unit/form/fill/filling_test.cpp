// What a filled form does when answers change: relevance, calculation, requirement, constraint, actions.
#include "tests/unit/form/small_form.h"

namespace plumb::form {

TEST_CASE("a calculation follows what it reads, and what reads it follows in the same step") {
    SmallForm form("<a/><b/><c/>",
                   bound("/data/b", "calculate=\"/data/a * 2\"") + bound("/data/c", "calculate=\"/data/b + 1\""),
                   input("/data/a"));
    const auto changes = form.set("/data/a", "5");
    CHECK(form.text("/data/b") == "10");
    CHECK(form.text("/data/c") == "11");
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].node == form.at("/data/a"));
    CHECK(changes[2].node == form.at("/data/c"));
}

TEST_CASE("a value that comes out the same stops the wave") {
    SmallForm form(
        "<a/><b/><c/>",
        bound("/data/b", "calculate=\"/data/a &gt; 10\"") + bound("/data/c", "calculate=\"concat(/data/b, '!')\""),
        input("/data/a"));
    form.set("/data/a", "11");
    const auto changes = form.set("/data/a", "12");
    REQUIRE(changes.size() == 1);
    CHECK(form.text("/data/c") == "true!");
}

TEST_CASE("what a group hides reads as blank, keeps its answer and brings it back") {
    SmallForm form("<show/><g><x/></g><copy/>",
                   bound("/data/g", "relevant=\"/data/show = 'yes'\"") + bound("/data/copy", "calculate=\"/data/g/x\""),
                   input("/data/show") + "<group ref=\"/data/g\">" + input("/data/g/x") + "</group>");
    CHECK_FALSE(form.relevant("/data/g/x"));
    form.set("/data/show", "yes");
    form.set("/data/g/x", "kept");
    CHECK(form.text("/data/copy") == "kept");
    form.set("/data/show", "no");
    CHECK(form.text("/data/copy").empty());
    CHECK(form->toXml().find("kept") == std::string::npos);
    CHECK(form->toXml(true).find("kept") != std::string::npos);
    form.set("/data/show", "yes");
    CHECK(form.text("/data/copy") == "kept");
}

TEST_CASE("a constraint judges an answer and leaves a blank alone") {
    SmallForm form(
        "<age/>",
        bound("/data/age", "type=\"int\" constraint=\". &gt;= 18 and . &lt; 120\" jr:constraintMsg=\"18 to 119\""),
        input("/data/age"));
    CHECK(form->valid(form.at("/data/age")));
    form.set("/data/age", "17");
    CHECK_FALSE(form->valid(form.at("/data/age")));
    CHECK(form->message(form.at("/data/age")) == "18 to 119");
    CHECK(form->faults().size() == 1);
    form.set("/data/age", "18");
    CHECK(form->faults().empty());
    form.set("/data/age", "");
    CHECK(form->valid(form.at("/data/age")));
}

TEST_CASE("a required question stands against finishing while it is blank and relevant") {
    SmallForm form(
        "<why/><detail/>",
        bound("/data/detail", "required=\"true()\" relevant=\"/data/why != ''\" jr:requiredMsg=\"Say more\""),
        input("/data/why") + input("/data/detail"));
    CHECK(form->faults().empty());
    form.set("/data/why", "x");
    REQUIRE(form->faults().size() == 1);
    CHECK(form->message(form.at("/data/detail")) == "Say more");
    form.set("/data/detail", "more");
    CHECK(form->faults().empty());
}

TEST_CASE("an answer of another type is refused and nothing changes") {
    SmallForm form(
        "<n/><d/><c/>",
        bound("/data/n", "type=\"int\"") + bound("/data/d", "type=\"date\"") + bound("/data/c", "type=\"select1\""),
        input("/data/n") + input("/data/d") +
            "<select1 ref=\"/data/c\"><label>c</label><item><label>A</label><value>a</value></item></select1>");
    const std::pair<const char*, const char*> kRefused[] = {
        {"/data/n", "1.5.1"},      {"/data/n", "x"},          {"/data/n", "2147483648"},
        {"/data/n", "."},          {"/data/n", "1.x"},        {"/data/n", "-2147483649"},
        {"/data/d", "2026-02-30"}, {"/data/d", "22.11.2026"}, {"/data/c", "b"},
    };
    for (const auto& [path, text] : kRefused) {
        INFO(path << " " << text);
        CHECK_FALSE(form->set(form.at(path), text));
        CHECK(form.text(path).empty());
    }
    form.set("/data/n", " 007 ");
    CHECK(form.text("/data/n") == "7");
    for (const auto& [text, kept] :
         {std::pair{"10.1", "10"}, {"-10.9", "-10"}, {".5", "0"}, {"2147483647", "2147483647"}}) {
        form.set("/data/n", text);
        CHECK(form.text("/data/n") == kept);
    }
    form.set("/data/c", "a");
}

TEST_CASE("a computed value is kept as its type keeps it") {
    SmallForm form("<a>7</a><half/><day/>",
                   bound("/data/half", "type=\"int\" calculate=\"/data/a div 2\"") +
                       bound("/data/day", "type=\"date\" calculate=\"now()\""),
                   input("/data/a"));
    CHECK(form.text("/data/half") == "3");
    CHECK(form.text("/data/day") == "2026-11-22");
}

TEST_CASE("a read-only group covers all that is in it") {
    SmallForm form("<lock/><g><x>1</x></g>", bound("/data/g", "readonly=\"/data/lock = 1\""),
                   input("/data/lock") + "<group ref=\"/data/g\">" + input("/data/g/x") + "</group>");
    form.set("/data/g/x", "2");
    form.set("/data/lock", "1");
    const auto refused = form->set(form.at("/data/g/x"), "3");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "read_only");
    CHECK(form.text("/data/g/x") == "2");
}

TEST_CASE("values that depend on themselves are refused with the way round") {
    const auto read =
        readXform(xformOf("<a/><b/><c/>",
                          bound("/data/a", "calculate=\"/data/b\"") + bound("/data/b", "calculate=\"/data/c\"") +
                              bound("/data/c", "relevant=\"/data/a = 1\""),
                          input("/data/c")));
    REQUIRE_FALSE(read.definition);
    REQUIRE(read.problems.size() == 1);
    const auto text = textOf(read.problems[0]);
    INFO(text);
    CHECK(text.find("/data/a → /data/b → /data/c → /data/a") != std::string::npos);
}

TEST_CASE("a group may be shown by what stands in it, and comes back when that changes") {
    SmallForm form("<in><source>user</source><more>m</more></in><all/>",
                   bound("/data/in", "relevant=\"./source = 'user'\"") +
                       bound("/data/all", "calculate=\"concat(/data/in/source, /data/in/more)\""),
                   "<group ref=\"/data/in\">" + input("/data/in/source") + input("/data/in/more") + "</group>");
    const auto shown = [&] { return form.relevant("/data/in/more"); };
    CHECK(shown());
    CHECK(form.text("/data/all") == "userm");
    form.set("/data/in/source", "task");
    CHECK_FALSE(shown());
    CHECK(form.text("/data/all").empty());
    // Nobody sees it, but whoever prepares the form may still say otherwise.
    form.set("/data/in/source", "user");
    CHECK(shown());
    CHECK(form.text("/data/all") == "userm");
}

TEST_CASE("a group that is shown by its own total comes back with the group around it") {
    SmallForm form("<on>1</on><out><in><n>3</n></in></out>",
                   bound("/data/out", "relevant=\"/data/on = 1\"") +
                       bound("/data/out/in", "relevant=\"sum(./n) &gt; 2\"") + bound("/data/out/in/n", "type=\"int\""),
                   input("/data/on") + "<group ref=\"/data/out\"><group ref=\"/data/out/in\">" +
                       input("/data/out/in/n") + "</group></group>");
    const auto shown = [&] { return form.relevant("/data/out/in/n"); };
    CHECK(shown());
    form.set("/data/on", "0");
    CHECK_FALSE(shown());
    form.set("/data/on", "1");
    CHECK(shown());
    form.set("/data/out/in/n", "1");
    CHECK_FALSE(shown());
}

TEST_CASE("what is calculated may keep what somebody has typed") {
    SmallForm form("<id/><scan/>", bound("/data/id", "calculate=\"coalesce(/data/scan, .)\""),
                   input("/data/id") + input("/data/scan"));
    form.set("/data/id", "7");
    CHECK(form.text("/data/id") == "7");
    form.set("/data/scan", "9");
    CHECK(form.text("/data/id") == "9");
    form.set("/data/scan", "");
    CHECK(form.text("/data/id") == "9");
}

TEST_CASE("once() keeps what it first came to") {
    SmallForm form("<id/><a/>", bound("/data/id", "calculate=\"once(concat('n', /data/a))\""), input("/data/a"));
    const auto first = form.text("/data/id");
    CHECK(first == "n");
    form.set("/data/a", "5");
    CHECK(form.text("/data/id") == first);
}

TEST_CASE("the clock is the one that was given") {
    SmallForm form("<t/><n/>",
                   bound("/data/t", "type=\"date\" calculate=\"today()\"") + bound("/data/n", "calculate=\"now()\""),
                   input("/data/t"));
    CHECK(form.text("/data/t") == "2026-11-22");
    CHECK(form.text("/data/n") == "2026-11-22T08:30:00.000+08:00");
}

TEST_CASE("a changed value sets off actions, each once, in the repeat that it stands in") {
    SmallForm form("<r><a/><b/></r>", "",
                   repeat("/data/r",
                          "<input ref=\"/data/r/a\"><label>a</label><setvalue event=\"xforms-value-changed\" "
                          "ref=\"/data/r/b\" value=\"concat(../a, '-', position(..))\"/></input>"));
    form.add("/data", "/data/r");
    form.set("/data/r[2]/a", "x");
    CHECK(form.text("/data/r[2]/b") == "x-2");
    CHECK(form.text("/data/r[1]/b").empty());
}

TEST_CASE("a first load sets defaults that later changes leave alone") {
    SmallForm form("<a>3</a><b/>", "", input("/data/a"),
                   "<setvalue event=\"odk-instance-first-load\" ref=\"/data/b\" value=\"/data/a * 2\"/>");
    CHECK(form.text("/data/b") == "6");
    form.set("/data/a", "5");
    CHECK(form.text("/data/b") == "6");
}

TEST_CASE("a total is exact and does not depend on the order of answering") {
    std::string data, total;
    for (int i = 0; i < 10; ++i) {
        data += "<x" + std::to_string(i) + "/>";
        total += (i ? " | " : "") + std::string("/data/x") + std::to_string(i);
    }
    SmallForm form(data + "<t/>", bound("/data/t", "calculate=\"sum(" + total + ")\""), input("/data/x0"));
    for (const int i : {3, 1, 9, 0, 2, 8, 4, 7, 5, 6}) form.set("/data/x" + std::to_string(i), "0.1");
    CHECK(form.text("/data/t") == "1");
}

TEST_CASE("a draft comes back as it was, also in its repeats") {
    SmallForm form("<a/><r jr:template=\"\"><x/><y/></r><t/>",
                   bound("/data/r/y", "calculate=\"../x * 2\"") + bound("/data/t", "calculate=\"sum(/data/r/y)\""),
                   input("/data/a") + repeat("/data/r", input("/data/r/x")));
    form.set("/data/a", "hello");
    for (int i = 1; i <= 3; ++i) {
        form.add("/data", "/data/r");
        form.set("/data/r[" + std::to_string(i) + "]/x", std::to_string(i));
    }
    Filling other(std::shared_ptr<const Definition>(&form->definition(), [](const Definition*) {}),
                  {[] { return morning(); }, 7, {}, {}});
    CHECK(other.load(form->toPaths()).empty());
    CHECK(other.toPaths() == form->toPaths());
    CHECK(other.toXml() == form->toXml());
    CHECK(other.load({{"/data/gone", "x"}}) == std::vector<std::string>{"/data/gone"});
}

TEST_CASE("a path that is none finds nothing and makes nothing") {
    SmallForm form("<a/><r jr:template=\"\"><x/></r>", "", input("/data/a") + repeat("/data/r", input("/data/r/x")));
    const auto nodes = form->tree().size();
    for (const std::string path :
         {"", "/", "data", "/data/", "/data/r[0]/x", "/data/r[x]", "/data/r[1", "/data/r[-1]/x",
          "/data/r[99999999999999999999]/x", "/data/a[2]", "/data/@none", "/nowhere"}) {
        INFO(path);
        CHECK(form->find(path) == kNone);
        CHECK(form->load({{path, "1"}}) == std::vector<std::string>{path});
    }
    CHECK(form->tree().size() == nodes);
}

TEST_CASE("a default of a whole number is one") {
    SmallForm form("<n>2.5</n>", bound("/data/n", "type=\"int\""), input("/data/n"));
    CHECK(form.text("/data/n") == "2");
}

TEST_CASE("pulldata looks at attributes too, and a column that there is not is a blank that is told") {
    SmallForm form("<a/><b/><c/>",
                   bound("/data/a", "calculate=\"pulldata('s', 'value', '@place', 'north')\"") +
                       bound("/data/b", "calculate=\"pulldata('s', '@place', 'value', 'Texas')\"") +
                       bound("/data/c", "calculate=\"pulldata('s', 'price', 'value', 'Texas')\""),
                   input("/data/a"),
                   "<instance id=\"s\"><root><item place=\"north\"><value>Alaska</value></item><item "
                   "place=\"south\"><value>Texas</value></item></root></instance>");
    CHECK(form.text("/data/a") == "Alaska");
    CHECK(form.text("/data/b") == "south");
    CHECK(form.text("/data/c").empty());
    REQUIRE(form->troubles().size() == 1);
    CHECK_THAT(form->troubles()[0], Catch::Contains("price"));
}

TEST_CASE("an <alert> is the message of a wrong answer where the bind has none") {
    SmallForm form("<a/>", bound("/data/a", "constraint=\". &gt; 1\""),
                   "<input ref=\"/data/a\"><label>a</label><alert>More than 1</alert></input>");
    form.set("/data/a", "0");
    CHECK(form->message(form.at("/data/a")) == "More than 1");
}

TEST_CASE("some numbers of a range have words, and any of its numbers may be the answer") {
    SmallForm form("<r/>", bound("/data/r", "type=\"int\""),
                   "<range ref=\"/data/r\" start=\"-2\" end=\"2\" step=\"1\"><label>r</label><itemset "
                   "nodeset=\"instance('w')/root/item\"><value ref=\"value\"/><label ref=\"label\"/></itemset></range>",
                   "<instance id=\"w\"><root><item><value>-2</value><label>little</label></item></root></instance>");
    form.set("/data/r", "1");
    CHECK(form.text("/data/r") == "1");
    REQUIRE(form->choices(form.at("/data/r")).size() == 1);
    CHECK(form->choices(form.at("/data/r"))[0].label == "little");
}

TEST_CASE("a constraint that does not read its answer holds of it all the same") {
    SmallForm form("<limit/><a/><r><b/></r>",
                   bound("/data/a", "constraint=\"/data/limit = 'off'\"") +
                       bound("/data/r/b", "constraint=\"position(..) &lt;= 1\""),
                   input("/data/limit") + input("/data/a") + repeat("/data/r", input("/data/r/b")));
    CHECK(form->valid(form.at("/data/a")));
    form.set("/data/a", "x");
    CHECK_FALSE(form->valid(form.at("/data/a")));
    form.set("/data/limit", "off");
    CHECK(form->valid(form.at("/data/a")));
    form.add("/data", "/data/r");
    form.set("/data/r[1]/b", "x");
    form.set("/data/r[2]/b", "x");
    CHECK(form->valid(form.at("/data/r[1]/b")));
    CHECK_FALSE(form->valid(form.at("/data/r[2]/b")));
}

TEST_CASE("what a form puts into a node by itself is of the node's type, or a blank that is told") {
    struct Row {
        const char *type, *text, *kept;
    };
    static constexpr Row kRows[] = {
        {"int", "ab", ""},
        {"int", "12", "12"},
        {"int", " 7.9 ", "7"},
        {"int", "3000000000", ""},
        {"int", "2026-11-22", ""},
        {"decimal", "1,5", ""},
        {"decimal", "1.50", "1.50"},
        {"decimal", "2026-11-22", ""},
        {"boolean", "true", "true"},
        {"boolean", "5", "true"},
        {"boolean", "maybe", ""},
        {"date", "2025-12-21T23:30:05", "2025-12-21"},
        {"date", "2025-12-21T23:30:05.000+08:00", "2025-12-21"},
        {"date", "2025-12-21", "2025-12-21"},
        {"date", "2025-13-21", ""},
        {"date", "tomorrow", ""},
        {"time", "2025-12-21T23:30:05", "23:30:05"},
        {"time", "08:30", "08:30"},
        {"time", "late", ""},
        {"dateTime", "2025-12-21T23:30:05", "2025-12-21T23:30:05+08:00"},
        {"dateTime", "soon", ""},
        {"geopoint", "36.1 103.8", "36.1 103.8"},
        {"geopoint", "here", ""},
        {"geoshape", "36.1 103.8 0 0;", "36.1 103.8 0 0;"},
        {"geotrace", "36.1 103.8; there", ""},
        {"string", "ab", "ab"},
    };
    for (const auto& [type, text, kept] : kRows) {
        INFO(type << " " << text);
        const std::string binds = bound("/data/d", "type=\"" + std::string(type) + "\"") +
                                  bound("/data/c", "type=\"" + std::string(type) + "\" calculate=\"'" + text + "'\"") +
                                  bound("/data/s", "type=\"" + std::string(type) + "\"") +
                                  bound("/data/v", "type=\"" + std::string(type) + "\"") +
                                  bound("/data/r/d", "type=\"" + std::string(type) + "\"");
        SmallForm form(
            "<d>" + std::string(text) + "</d><c/><s/><v/><r jr:template=\"\"><d/></r><r><d>" + text + "</d></r>", binds,
            input("/data/d") + repeat("/data/r", input("/data/r/d")),
            "<setvalue event=\"odk-instance-first-load\" ref=\"/data/s\">" + std::string(text) +
                "</setvalue><setvalue event=\"odk-instance-first-load\" ref=\"/data/v\" value=\"'" + text + "'\"/>");
        for (const char* path : {"/data/d", "/data/c", "/data/s", "/data/v", "/data/r[1]/d"}) {
            INFO(path);
            CHECK(form.text(path) == kept);
        }
        CHECK(form->troubles().empty() == (*kept != 0));
        // What stands there can be put back.
        CHECK(form->load(form->toPaths()).empty());
    }
}

TEST_CASE("a default that is not of its type is told when the form is read") {
    const auto read = readXform(xformOf("<a>ab</a>", bound("/data/a", "type=\"int\""), input("/data/a")));
    REQUIRE(read.definition);
    std::string all;
    for (const auto& one : read.definition->warnings) all += one;
    CHECK_THAT(all, Catch::Contains("/data/a") && Catch::Contains("ab"));
}

}  // namespace plumb::form
