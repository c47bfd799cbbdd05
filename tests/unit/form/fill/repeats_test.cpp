// Repeats: adding, removing, copying, counting; what stands inside reads its own, what stands outside reads all.
#include "tests/unit/form/small_form.h"

namespace plumb::form {

TEST_CASE("a calculation in a repeat reads the answers beside it, by a relative and by an absolute path") {
    SmallForm form("<r><a/><b/><c/></r>",
                   bound("/data/r/b", "calculate=\"../a * 2\"") + bound("/data/r/c", "calculate=\"/data/r/a * 3\""),
                   repeat("/data/r", input("/data/r/a")));
    form.add("/data", "/data/r");
    form.set("/data/r[1]/a", "1");
    form.set("/data/r[2]/a", "10");
    CHECK(form.text("/data/r[1]/b") == "2");
    CHECK(form.text("/data/r[2]/b") == "20");
    CHECK(form.text("/data/r[1]/c") == "3");
    CHECK(form.text("/data/r[2]/c") == "30");
}

TEST_CASE("sum and count outside follow what is added, answered, hidden and removed") {
    SmallForm form("<r jr:template=\"\"><a/><hide/></r><n/><t/>",
                   bound("/data/r/a", "type=\"int\" relevant=\"../hide != 'yes'\"") +
                       bound("/data/n", "calculate=\"count(/data/r)\"") +
                       bound("/data/t", "calculate=\"sum(/data/r/a)\""),
                   repeat("/data/r", input("/data/r/a") + input("/data/r/hide")));
    CHECK(form.text("/data/n") == "0");
    for (int i = 1; i <= 4; ++i) {
        form.add("/data", "/data/r");
        form.set("/data/r[" + std::to_string(i) + "]/a", std::to_string(i));
    }
    CHECK(form.text("/data/n") == "4");
    CHECK(form.text("/data/t") == "10");
    form.set("/data/r[2]/hide", "yes");
    CHECK(form.text("/data/t") == "8");
    form.remove("/data/r[1]");
    CHECK(form.text("/data/n") == "3");
    CHECK(form.text("/data/t") == "7");
    form.set("/data/r[1]/hide", "");
    CHECK(form.text("/data/t") == "9");
}

TEST_CASE("count() inside the repeat counts all of them") {
    for (const std::string path : {"../../r", "/data/r"}) {
        SmallForm form("<r jr:template=\"\"><a/><n/></r>", bound("/data/r/n", "calculate=\"count(" + path + ")\""),
                       repeat("/data/r", input("/data/r/a")));
        for (int i = 0; i < 5; ++i) form.add("/data", "/data/r");
        for (int i = 1; i <= 5; ++i) CHECK(form.text("/data/r[" + std::to_string(i) + "]/n") == "5");
        form.remove("/data/r[4]");
        for (int i = 1; i <= 4; ++i) CHECK(form.text("/data/r[" + std::to_string(i) + "]/n") == "4");
    }
}

TEST_CASE("positions follow when one before is removed") {
    SmallForm form(
        "<r jr:template=\"\"><a/><p/><q/></r>",
        bound("/data/r/p", "calculate=\"position(..)\"") + bound("/data/r/q", "calculate=\"concat('#', ../p)\""),
        repeat("/data/r", input("/data/r/a")));
    for (int i = 0; i < 4; ++i) form.add("/data", "/data/r");
    form.set("/data/r[4]/a", "last");
    CHECK(form.text("/data/r[4]/q") == "#4");
    form.remove("/data/r[2]");
    CHECK(form.text("/data/r[3]/q") == "#3");
    CHECK(form.text("/data/r[3]/a") == "last");
    CHECK_FALSE(form.exists("/data/r[4]"));
}

TEST_CASE("a repeat that is not shown knows its position") {
    SmallForm form(
        "<show/><g><r><name/><at/></r></g>",
        bound("/data/g", "relevant=\"/data/show = 'yes'\"") + bound("/data/g/r/at", "calculate=\"position(..)\""),
        input("/data/show") + repeat("/data/g/r",
                                     "<setvalue event=\"odk-instance-first-load odk-new-repeat\" "
                                     "ref=\"/data/g/r/name\" value=\"concat('P', position(..))\"/>" +
                                         input("/data/g/r/name")));
    form.add("/data/g", "/data/g/r");
    form.set("/data/show", "yes");
    CHECK(form.text("/data/g/r[1]/name") == "P1");
    CHECK(form.text("/data/g/r[2]/name") == "P2");
    CHECK(form.text("/data/g/r[2]/at") == "2");
}

TEST_CASE("a repeat may read the one before it") {
    SmallForm form("<r jr:template=\"\"><a/><running/></r>",
                   bound("/data/r/running",
                         "calculate=\"../a + coalesce(../../r[position() = position(current()/..) - 1]/running, 0)\""),
                   repeat("/data/r", input("/data/r/a")));
    for (int i = 1; i <= 4; ++i) {
        form.add("/data", "/data/r");
        form.set("/data/r[" + std::to_string(i) + "]/a", std::to_string(i));
    }
    CHECK(form.text("/data/r[4]/running") == "10");
    form.set("/data/r[1]/a", "11");
    CHECK(form.text("/data/r[4]/running") == "20");
}

TEST_CASE("repeats in repeats: inner sums belong to their outer one") {
    SmallForm form(
        "<o jr:template=\"\"><i jr:template=\"\"><x/></i><s/></o><all/>",
        bound("/data/o/s", "calculate=\"sum(../i/x)\"") + bound("/data/all", "calculate=\"sum(/data/o/i/x)\""),
        repeat("/data/o", repeat("/data/o/i", input("/data/o/i/x"))));
    for (int outer = 1; outer <= 3; ++outer) {
        form.add("/data", "/data/o");
        const auto path = "/data/o[" + std::to_string(outer) + "]";
        for (int inner = 1; inner <= 2; ++inner) {
            form.add(path, "/data/o/i");
            form.set(path + "/i[" + std::to_string(inner) + "]/x", std::to_string(outer * 10 + inner));
        }
    }
    CHECK(form.text("/data/o[2]/s") == "43");
    CHECK(form.text("/data/all") == "129");
    form.remove("/data/o[1]");
    CHECK(form.text("/data/o[1]/s") == "43");
    CHECK(form.text("/data/all") == "106");
    form.remove("/data/o[1]/i[1]");
    CHECK(form.text("/data/o[1]/s") == "22");
}

TEST_CASE("a computed count makes and removes repeats at the end") {
    SmallForm form("<n/><r jr:template=\"\"><a/></r><t/>",
                   bound("/data/n", "type=\"int\"") + bound("/data/t", "calculate=\"count(/data/r)\""),
                   input("/data/n") + repeat("/data/r", input("/data/r/a"), "jr:count=\"/data/n\""));
    CHECK(form.text("/data/t") == "0");
    form.set("/data/n", "3");
    CHECK(form.text("/data/t") == "3");
    form.set("/data/r[3]/a", "third");
    form.set("/data/n", "2");
    CHECK_FALSE(form.exists("/data/r[3]"));
    Changes changes;
    const auto refused = form->add(form.at("/data"), form->definition().find("/data/r"), changes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "counted");
}

TEST_CASE("a hostile count ends in an error and not in an empty memory") {
    SmallForm form("<n/><r jr:template=\"\"><a/></r>", bound("/data/n", "type=\"int\""),
                   input("/data/n") + repeat("/data/r", input("/data/r/a"), "jr:count=\"/data/n\""));
    form.set("/data/n", "1000000000");
    CHECK(form->troubles().size() == 1);
    CHECK(form->tree().size() < 400'000);
}

TEST_CASE("counted repeats in counted repeats end before the memory does") {
    SmallForm form(
        "<n>100000</n><r jr:template=\"\"><s jr:template=\"\"><a/></s></r>", "",
        repeat("/data/r", repeat("/data/r/s", input("/data/r/s/a"), "jr:count=\"/data/n\""), "jr:count=\"/data/n\""));
    CHECK_FALSE(form->troubles().empty());
    CHECK(form->tree().size() < 500'000);
}

TEST_CASE("a copied repeat has the answers of the other and its own calculations") {
    SmallForm form("<r jr:template=\"\"><a/><p/><i jr:template=\"\"><x/></i></r>",
                   bound("/data/r/p", "calculate=\"position(..)\""),
                   repeat("/data/r", input("/data/r/a") + repeat("/data/r/i", input("/data/r/i/x"))));
    form.add("/data", "/data/r");
    form.set("/data/r[1]/a", "north");
    form.add("/data/r[1]", "/data/r/i");
    form.set("/data/r[1]/i[1]/x", "sample");
    Changes changes;
    REQUIRE(form->add(form.at("/data"), form->definition().find("/data/r"), changes, form.at("/data/r[1]")));
    CHECK(form.text("/data/r[2]/a") == "north");
    CHECK(form.text("/data/r[2]/p") == "2");
    CHECK(form.text("/data/r[2]/i[1]/x") == "sample");
}

TEST_CASE("a new repeat begins with the template's values and its actions") {
    SmallForm form(
        "<r jr:template=\"\"><a>start</a><b/></r>", "",
        "<group ref=\"/data/r\"><repeat nodeset=\"/data/r\"><setvalue event=\"odk-new-repeat\" ref=\"/data/r/b\" "
        "value=\"concat('n', position(..))\"/>" +
            input("/data/r/a") + "</repeat></group>");
    form.add("/data", "/data/r");
    form.add("/data", "/data/r");
    CHECK(form.text("/data/r[2]/a") == "start");
    CHECK(form.text("/data/r[2]/b") == "n2");
}

TEST_CASE("the relevance of one repeat hides that one only") {
    SmallForm form("<r><kind/><more/></r><r><kind/><more/></r>", bound("/data/r/more", "relevant=\"../kind = 'big'\""),
                   repeat("/data/r", input("/data/r/kind") + input("/data/r/more")));
    form.set("/data/r[2]/kind", "big");
    CHECK_FALSE(form.relevant("/data/r[1]/more"));
    CHECK(form.relevant("/data/r[2]/more"));
}

TEST_CASE("an answer in a repeat that is not there yet makes it, and those before it") {
    SmallForm form("<total/><r jr:template=\"\"><a/></r>", bound("/data/total", "calculate=\"count(/data/r)\""),
                   repeat("/data/r", input("/data/r/a")));
    REQUIRE(form->setAt("/data/r[3]/a", "x"));
    CHECK(form.text("/data/r[1]/a").empty());
    CHECK(form.text("/data/r[3]/a") == "x");
    CHECK(form.text("/data/total") == "3");
    CHECK_FALSE(form->setAt("/data/r[4]/b", "x"));
    CHECK_FALSE(form->setAt("/data/r[10001]/a", "x"));
    CHECK(form.text("/data/total") == "3");
}

TEST_CASE("an answer in a repeat that is not there makes none where people may not add them") {
    SmallForm form(
        "<n>1</n><r jr:template=\"\"><a/></r><g><b/></g>", bound("/data/n", "type=\"int\""),
        input("/data/n") + repeat("/data/r", input("/data/r/a"), "jr:count=\"/data/n\"") + input("/data/g/b"));
    const auto counted = form->setAt("/data/r[2]/a", "x");
    REQUIRE_FALSE(counted);
    CHECK(counted.error().code == "counted");
    const auto group = form->setAt("/data/g[2]/b", "x");
    REQUIRE_FALSE(group);
    CHECK(group.error().code == "unknown_node");
    CHECK_FALSE(form.exists("/data/r[2]"));
}

TEST_CASE("one more repeat for as long as the last asks for it") {
    SmallForm form("<have/><want/><r><more/></r>",
                   bound("/data/have", "calculate=\"count(/data/r)\"") +
                       bound("/data/want",
                             "calculate=\"if(/data/have = 0 or /data/r[position() = /data/have]/more = 'yes', "
                             "/data/have + 1, /data/have)\""),
                   repeat("/data/r", input("/data/r/more"), "jr:count=\"/data/want\""));
    form.set("/data/r[1]/more", "yes");
    form.set("/data/r[2]/more", "yes");
    form.set("/data/r[3]/more", "no");
    CHECK_FALSE(form.exists("/data/r[4]"));
    CHECK(form.text("/data/have") == "3");
    CHECK(form->troubles().empty());
}

TEST_CASE("a number of repeats that asks for one more than there are ends in an error") {
    SmallForm form("<want/><r jr:template=\"\"><a/></r>", bound("/data/want", "calculate=\"count(/data/r) + 1\""),
                   repeat("/data/r", input("/data/r/a"), "jr:count=\"/data/want\""));
    REQUIRE_FALSE(form->troubles().empty());
    CHECK_THAT(form->troubles()[0], Catch::Contains("without end"));
    CHECK(form->tree().size() < 10'000);
}

TEST_CASE("numbers of repeats that double each other end in an error soon") {
    SmallForm form("<o jr:template=\"\"><want/><i><a/></i></o>",
                   bound("/data/o/want", "calculate=\"count(/data/o/i)\""),
                   repeat("/data/o", repeat("/data/o/i", input("/data/o/i/a"), "jr:count=\"../want\"")));
    form.add("/data", "/data/o");
    form.add("/data", "/data/o");
    REQUIRE_FALSE(form->troubles().empty());
    CHECK_THAT(form->troubles()[0], Catch::Contains("without end"));
    CHECK(form->tree().size() < 60'000);
}

TEST_CASE("a form that holds as much as it may takes more once something was removed, and says what it left out") {
    const auto read = readXform(
        xformOf("<n/><c jr:template=\"\"><a/></c><r jr:template=\"\"><a/></r>", bound("/data/n", "type=\"int\""),
                input("/data/n") + repeat("/data/c", input("/data/c/a"), "jr:count=\"/data/n\"") +
                    repeat("/data/r", input("/data/r/a"))));
    REQUIRE(read.definition);
    FillingOptions options;
    options.clock = [] { return Instant{}; };
    options.mostRepeats = 20;
    options.mostNodes = 60;
    Filling filling(read.definition, options);
    const auto fill = [&](const char* n) { REQUIRE(filling.set(filling.find("/data/n"), n)); };
    fill("21");
    CHECK_THAT(filling.takeOverflow(), Catch::Contains("more than 20 repeats"));
    CHECK(filling.takeOverflow().empty());
    fill("0");
    const auto data = filling.find("/data");
    const auto def = filling.definition().find("/data/r");
    Changes changes;
    while (filling.add(data, def, changes)) continue;
    CHECK(filling.tree().living() >= 60);
    fill("5");
    CHECK_THAT(filling.takeOverflow(), Catch::Contains("no more than 60 values"));
    fill("0");
    REQUIRE(filling.remove(filling.find("/data/r[1]")));
    CHECK(filling.add(data, def, changes));
    CHECK(filling.takeOverflow().empty());
}

TEST_CASE("each outer repeat that the file lists keeps the inner ones that it has there") {
    const std::string body = repeat("/data/o", input("/data/o/n") + repeat("/data/o/i", input("/data/o/i/v")));
    SmallForm form("<o><n>1</n><i><v>a</v></i></o><o><n>2</n><i><v>b</v></i><i><v>c</v></i></o><o><n>3</n></o>", "",
                   body);
    CHECK(form.text("/data/o[1]/i[1]/v") == "a");
    CHECK_FALSE(form.exists("/data/o[1]/i[2]"));
    CHECK(form.text("/data/o[2]/i[1]/v") == "b");
    CHECK(form.text("/data/o[2]/i[2]/v") == "c");
    CHECK_FALSE(form.exists("/data/o[3]/i[1]"));
    // More of them are as the template says: here the first.
    form.add("/data", "/data/o");
    CHECK(form.text("/data/o[4]/i[1]/v") == "a");
    CHECK_FALSE(form.exists("/data/o[4]/i[2]"));
    form.add("/data/o[2]", "/data/o/i");
    CHECK(form.text("/data/o[2]/i[3]/v") == "a");

    SmallForm equal("<o><n>1</n><i><v>a</v></i></o><o><n>2</n><i><v>b</v></i></o>", "", body);
    CHECK(equal.text("/data/o[2]/i[1]/v") == "b");
}

TEST_CASE("inner repeats three deep keep what the file has, and a template what it has") {
    SmallForm form(
        "<o jr:template=\"\"><i jr:template=\"\"><k "
        "jr:template=\"\"><v>t</v></k><k><v>t1</v></k></i><i><k><v>t2</v></k></i></o>"
        "<o><i><k><v>1</v></k><k><v>2</v></k></i><i/></o><o><i><k><v>3</v></k></i></o>",
        "", repeat("/data/o", repeat("/data/o/i", repeat("/data/o/i/k", input("/data/o/i/k/v")))));
    CHECK(form.text("/data/o[1]/i[1]/k[2]/v") == "2");
    CHECK(form.exists("/data/o[1]/i[2]"));
    CHECK_FALSE(form.exists("/data/o[1]/i[2]/k[1]"));
    CHECK(form.text("/data/o[2]/i[1]/k[1]/v") == "3");
    CHECK_FALSE(form.exists("/data/o[2]/i[1]/k[2]"));
    form.add("/data", "/data/o");
    CHECK(form.text("/data/o[3]/i[1]/k[1]/v") == "t2");
    form.add("/data/o[3]", "/data/o/i");
    CHECK(form.text("/data/o[3]/i[2]/k[1]/v") == "t1");
    form.add("/data/o[3]/i[2]", "/data/o/i/k");
    CHECK(form.text("/data/o[3]/i[2]/k[2]/v") == "t");
}

TEST_CASE("a count that is said late makes the repeats that the file lists, each with its own defaults") {
    const std::string data = "<r><q>first</q></r><r><q>second</q></r>";
    for (const std::string start : {"<c/>", "<c>0</c>"}) {
        SmallForm form(start + data, bound("/data/c", "type=\"int\""),
                       input("/data/c") + repeat("/data/r", input("/data/r/q"), "jr:count=\"/data/c\""));
        CHECK_FALSE(form.exists("/data/r[1]"));
        form.set("/data/c", "3");
        CHECK(form.text("/data/r[1]/q") == "first");
        CHECK(form.text("/data/r[2]/q") == "second");
        CHECK(form.text("/data/r[3]/q") == "first");
        form.set("/data/c", "1");
        form.set("/data/c", "2");
        CHECK(form.text("/data/r[2]/q") == "second");
    }
}

TEST_CASE("a count inside a repeat that the file lists makes what the file lists in that one") {
    SmallForm form(
        "<o><c/><i><v>a</v></i></o><o><c/><i><v>b</v></i><i><v>c</v></i></o>", bound("/data/o/c", "type=\"int\""),
        repeat("/data/o", input("/data/o/c") + repeat("/data/o/i", input("/data/o/i/v"), "jr:count=\"/data/o/c\"")));
    form.set("/data/o[2]/c", "2");
    CHECK(form.text("/data/o[2]/i[1]/v") == "b");
    CHECK(form.text("/data/o[2]/i[2]/v") == "c");
    form.set("/data/o[1]/c", "2");
    CHECK(form.text("/data/o[1]/i[1]/v") == "a");
    // When the first goes, the second keeps what is its own.
    form.remove("/data/o[1]");
    form.set("/data/o[1]/c", "0");
    form.set("/data/o[1]/c", "1");
    CHECK(form.text("/data/o[1]/i[1]/v") == "b");
}

TEST_CASE("a repeat may be shown by where it stands") {
    for (const std::string where : {"position()", "position(.)", "position(current())", "position(current()/.)"}) {
        INFO(where);
        SmallForm form(
            "<r><q>1</q></r><r><q>2</q></r><r><q>3</q></r><n/>",
            bound("/data/r", "relevant=\"" + where + " &gt; 2\"") + bound("/data/n", "calculate=\"count(/data/r)\""),
            repeat("/data/r", input("/data/r/q")));
        CHECK_FALSE(form.relevant("/data/r[1]"));
        CHECK_FALSE(form.relevant("/data/r[2]"));
        CHECK(form.relevant("/data/r[3]"));
        CHECK(form.text("/data/n") == "1");
        form.add("/data", "/data/r");
        CHECK(form.relevant("/data/r[4]"));
        CHECK(form.text("/data/n") == "2");
        form.remove("/data/r[1]");
        CHECK_FALSE(form.relevant("/data/r[2]"));
        CHECK(form.text("/data/r[3]/q") == "1");
        CHECK(form.text("/data/n") == "1");
    }
    // One that was hidden comes forward.
    SmallForm form("<r><q>1</q></r><r><q>2</q></r><r><q>3</q></r>", bound("/data/r", "relevant=\"position(.) &lt; 3\""),
                   repeat("/data/r", input("/data/r/q")));
    CHECK_FALSE(form.relevant("/data/r[3]"));
    form.remove("/data/r[1]");
    CHECK(form.text("/data/r[2]/q") == "3");
}

TEST_CASE("an inner repeat may be shown by where the outer one stands, and by both") {
    SmallForm form("<o><i><v>1</v></i><i><v>2</v></i></o><o><i><v>3</v></i><i><v>4</v></i></o>",
                   bound("/data/o/i", "relevant=\"position(..) = position()\""),
                   repeat("/data/o", repeat("/data/o/i", input("/data/o/i/v"))));
    CHECK(form.relevant("/data/o[1]/i[1]"));
    CHECK_FALSE(form.relevant("/data/o[1]/i[2]"));
    CHECK_FALSE(form.relevant("/data/o[2]/i[1]"));
    CHECK(form.relevant("/data/o[2]/i[2]"));
}

TEST_CASE("a repeat that is shown by how many are shown goes round and is refused") {
    for (const std::string how : {"count(../r) &gt; 1", "count(/data/r) &gt; 1", "position(../r[q = 1]) = 1",
                                  "/data/r[position() = 2]/q = 1"}) {
        INFO(how);
        const auto read = readXform(xformOf("<r><q>1</q></r>", bound("/data/r", "relevant=\"" + how + "\""),
                                            repeat("/data/r", input("/data/r/q"))));
        if (how.starts_with("count")) CHECK(read.definition == nullptr);
    }
}

}  // namespace plumb::form
