// Texts with answers in them: labels of choices that are filtered, named, shown at several places, or go round.
#include "tests/unit/form/small_form.h"

namespace plumb::form {
namespace {

std::string itext(const std::string& texts, const std::string& more = {}) {
    return "<itext><translation lang=\"en\">" + texts + "</translation>" + more + "</itext>";
}
std::string words(const std::string& id, const std::string& inside) {
    return "<text id=\"" + id + "\"><value>" + inside + "</value></text>";
}
std::string output(const std::string& value) {
    return "<output value=\"" + value + "\"/>";
}
std::string named(const std::string& path) {
    return bound(path, "calculate=\"jr:choice-name(/data/g, '/data/g')\"");
}

const std::string kList =
    "<instance id=\"g\"><root><item><itextId>g-0</itextId><name>a</name></item>"
    "<item><itextId>g-1</itextId><name>b</name></item></root></instance>";

std::string listed(const std::string& path, const std::string& predicate = {}) {
    return "<select1 ref=\"" + path + "\"><label>G</label><itemset nodeset=\"instance('g')/root/item" + predicate +
           "\"><value ref=\"name\"/><label ref=\"jr:itext(itextId)\"/></itemset></select1>";
}
std::string choice(const std::string& value, const std::string& label) {
    return "<item><label>" + label + "</label><value>" + value + "</value></item>";
}

std::string refused(const std::string& data, const std::string& binds, const std::string& body,
                    const std::string& model = {}) {
    const auto read = readXform(xformOf(data, binds, body, model));
    std::string all;
    for (const auto& problem : read.problems) all += textOf(problem) + "\n";
    CHECK((read.definition == nullptr) == !all.empty());
    return all;
}

}  // namespace

TEST_CASE("an answer stands in the label of a choice that a list names by its id, and what names the choice follows") {
    SmallForm form("<who>Li</who><g>a</g><n/>", named("/data/n"), input("/data/who") + listed("/data/g"),
                   itext(words("g-0", "Area of " + output(" /data/who ")) + words("g-1", "B")) + kList);
    CHECK(form.text("/data/n") == "Area of Li");
    CHECK(form->choices(form.at("/data/g"))[0].label == "Area of Li");
    const auto changes = form.set("/data/who", "Ma");
    CHECK(form.text("/data/n") == "Area of Ma");
    CHECK(form->choices(form.at("/data/g"))[0].label == "Area of Ma");
    CHECK(std::any_of(changes.begin(), changes.end(),
                      [&](const Change& one) { return one.node == form.at("/data/g") && one.has(Aspect::label); }));
}

TEST_CASE("what names a choice follows its label, its language and the filter of its list") {
    SmallForm form("<who>Li</who><show>a</show><g>a</g><n/><again/>",
                   named("/data/n") + bound("/data/again", "calculate=\"concat(/data/n, '!')\""),
                   input("/data/who") + input("/data/show") + listed("/data/g", "[name = /data/show]"),
                   "<itext><translation lang=\"en\">" + words("g-0", "Area of " + output("/data/who")) +
                       words("g-1", "B") + "</translation><translation lang=\"zh\">" +
                       words("g-0", output("/data/who") + "的面积") + words("g-1", "乙") + "</translation></itext>" +
                       kList);
    form.set("/data/who", "Ma");
    CHECK(form.text("/data/again") == "Area of Ma!");
    REQUIRE(form->setLanguage("zh"));
    CHECK(form.text("/data/again") == "Ma的面积!");
    form.set("/data/who", "Li");
    CHECK(form.text("/data/again") == "Li的面积!");
    form.set("/data/show", "b");
    CHECK(form.text("/data/g").empty());
    CHECK(form.text("/data/again") == "!");
}

TEST_CASE("what names a choice follows answers in labels that stand in the question, also through another question") {
    SmallForm form("<who>Li</who><h>x</h><g>a</g><n/>", named("/data/n"),
                   input("/data/who") + "<select1 ref=\"/data/h\"><label>H</label>" +
                       choice("x", "X " + output("/data/who")) + "</select1><select1 ref=\"/data/g\"><label>G</label>" +
                       choice("a", "A " + output("jr:choice-name(/data/h, ' /data/h ')")) + "</select1>");
    CHECK(form.text("/data/n") == "A X Li");
    form.set("/data/who", "Ma");
    CHECK(form.text("/data/n") == "A X Ma");
    form.set("/data/h", "");
    CHECK(form.text("/data/n") == "A ");
}

TEST_CASE("in a repeat the label of a choice speaks of its own repeat") {
    const std::string list =
        itext(words("g-0", "Area of " + output("../who")) + words("g-1", "of " + output("/data/r/who"))) + kList;
    SmallForm form("<r jr:template=\"\"><who/><g/><n/></r>",
                   bound("/data/r/n", "calculate=\"jr:choice-name(../g, '/data/r/g')\""),
                   repeat("/data/r", input("/data/r/who") + listed("/data/r/g")), list);
    for (int i = 1; i <= 3; ++i) {
        form.add("/data", "/data/r");
        const auto path = "/data/r[" + std::to_string(i) + "]";
        form.set(path + "/who", "W" + std::to_string(i));
        form.set(path + "/g", i == 2 ? "b" : "a");
    }
    CHECK(form.text("/data/r[1]/n") == "Area of W1");
    CHECK(form.text("/data/r[2]/n") == "of W2");
    CHECK(form.text("/data/r[3]/n") == "Area of W3");
    form.set("/data/r[2]/who", "Ma");
    CHECK(form.text("/data/r[2]/n") == "of Ma");
    CHECK(form.text("/data/r[3]/n") == "Area of W3");
    CHECK(form->choices(form.at("/data/r[3]/g"))[1].label == "of W3");
}

TEST_CASE("one text at two questions reads what stands beside each of them") {
    SmallForm form("<a><x>1</x><q/></a><b><x>2</x><q/></b>", "",
                   "<input ref=\"/data/a/x\"/><input ref=\"/data/b/x\"/><input ref=\"/data/a/q\"><label "
                   "ref=\"jr:itext('l')\"/></input>"
                   "<input ref=\"/data/b/q\"><label ref=\"jr:itext('l')\"/></input>",
                   itext(words("l", "beside " + output("../x"))));
    CHECK(form->label(form.at("/data/a/q")) == "beside 1");
    CHECK(form->label(form.at("/data/b/q")) == "beside 2");
    const auto changes = form.set("/data/b/x", "3");
    CHECK(form->label(form.at("/data/b/q")) == "beside 3");
    CHECK(std::any_of(changes.begin(), changes.end(),
                      [&](const Change& one) { return one.node == form.at("/data/b/q") && one.has(Aspect::label); }));
}

TEST_CASE(
    "a text that is asked for by a computed id follows the answers in it, and so does one that no question shows") {
    SmallForm form(
        "<who>Li</who><which>t1</which><n/><m/>",
        bound("/data/n", "calculate=\"jr:itext(/data/which)\"") + bound("/data/m", "calculate=\"jr:itext('t2')\""),
        input("/data/who") + input("/data/which"),
        itext(words("t1", "one " + output("/data/who")) + words("t2", "two " + output("/data/who"))));
    CHECK(form.text("/data/n") == "one Li");
    form.set("/data/who", "Ma");
    CHECK(form.text("/data/n") == "one Ma");
    CHECK(form.text("/data/m") == "two Ma");
    form.set("/data/which", "t2");
    CHECK(form.text("/data/n") == "two Ma");
}

TEST_CASE("texts and filters may ask for texts: a message, a hint, a predicate") {
    SmallForm form("<g>a</g><q>9</q><f/>",
                   bound("/data/q", "type=\"int\" constraint=\". &lt; 5\" jr:constraintMsg=\"jr:itext('m')\""),
                   "<select1 ref=\"/data/g\"><label>G</label>" + choice("a", "A of " + output("/data/q")) +
                       "</select1>" + "<input ref=\"/data/q\"><label>Q</label><hint>" +
                       output("jr:choice-name(/data/g, '/data/g')") + "</hint></input>" +
                       listed("/data/f", "[jr:choice-name(/data/g, '/data/g') = concat('A of ', /data/q)]"),
                   itext(words("m", "not for " + output("jr:choice-name(/data/g, '/data/g')")) + words("g-0", "0") +
                         words("g-1", output("jr:choice-name(/data/g, '/data/g')"))) +
                       kList);
    CHECK_FALSE(form->valid(form.at("/data/q")));
    CHECK(form->message(form.at("/data/q")) == "not for A of 9");
    CHECK(form->hint(form.at("/data/q")) == "A of 9");
    const auto choices = form->choices(form.at("/data/f"));
    REQUIRE(choices.size() == 2);
    CHECK(choices[1].label == "A of 9");
}

TEST_CASE("a text that lacks in the default language is said in one that it is in, with a warning") {
    const auto read =
        readXform(xformOf("<a/>", "", "<input ref=\"/data/a\"><label ref=\"jr:itext('l')\"/></input>",
                          "<itext><translation lang=\"en\" default=\"true()\"/><translation lang=\"fr\">" +
                              words("l", "oui") + "</translation></itext>"));
    REQUIRE(read.definition);
    REQUIRE(read.warnings.size() == 1);
    CHECK_THAT(read.warnings[0], Catch::Contains("default language"));
    const Filling filling(read.definition, {[] { return morning(); }, 7, {}, {}});
    CHECK(filling.label(filling.find("/data/a")) == "oui");
}

TEST_CASE("labels that go round are refused, and the way round is told") {
    CHECK_THAT(refused("<g/>", "",
                       "<select1 ref=\"/data/g\"><label>G</label>" +
                           choice("a", output("jr:choice-name('a', '/data/g')")) + "</select1>"),
               Catch::Contains("/data/g → /data/g"));
    CHECK_THAT(
        refused("<g/><h/>", "",
                "<select1 ref=\"/data/g\"><label>G</label>" + choice("a", output("jr:choice-name('a', '/data/h')")) +
                    "</select1><select1 ref=\"/data/h\"><label>H</label>" +
                    choice("a", output("jr:choice-name('a', '/data/g')")) + "</select1>"),
        Catch::Contains("/data/g → /data/h → /data/g"));
    CHECK_THAT(refused("<g>a</g><n/>", named("/data/n"),
                       "<select1 ref=\"/data/g\"><label>G</label>" + choice("a", output("/data/n")) + "</select1>"),
               Catch::Contains("/data/n"));
}

TEST_CASE("texts whose way round is seen only when they are asked for end in a trouble, not in a full stack") {
    const std::string round = output("jr:choice-name('a', concat('/data/', 'g'))");
    SmallForm form(
        "<g>a</g><n/>", bound("/data/n", "calculate=\"jr:choice-name(/data/g, concat('/data/', 'g'))\""),
        "<select1 ref=\"/data/g\"><label>G</label>" + choice("a", "A" + round + round + round) + "</select1>");
    CHECK_FALSE(form->troubles().empty());
    CHECK_FALSE(form->choices(form.at("/data/g")).empty());

    SmallForm texts("<n/>", bound("/data/n", "calculate=\"jr:itext('t')\""), input("/data/n"),
                    itext(words("t", "t" + output("jr:itext('t')") + output("jr:itext('t')"))));
    CHECK_FALSE(texts->troubles().empty());
}

TEST_CASE("a long row of texts, each of which asks for the next, ends in a trouble") {
    std::string texts;
    for (int i = 0; i < 5'000; ++i)
        texts += words("t" + std::to_string(i), output("jr:itext('t" + std::to_string(i + 1) + "')"));
    SmallForm form("<n/>", bound("/data/n", "calculate=\"jr:itext('t0')\""), input("/data/n"),
                   itext(texts + words("t5000", "end")));
    CHECK_FALSE(form->troubles().empty());
}

}  // namespace plumb::form
