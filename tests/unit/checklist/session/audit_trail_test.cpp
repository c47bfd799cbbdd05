// The trail of a filling, and what a session remembers of the visit before.
#include "shared/crypto/hash.h"
#include "tests/unit/checklist/points_form.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

const std::string kForm =
    formOf(sectionWith("s", choiceItem("1", R"(,"points":10,"na":"renormalise")") + "," +
                                ruledItem("2", "5", R"({"kind":"within","of":"n","min":7})", number("n"))),
           "", kGrades, R"("facts":[{"id":"alt","type":"number","label":"A"}],)");

struct Clocks {
    Instant wall = noon();
    std::chrono::milliseconds steady{5000};
    void pass(int ms) {
        wall.utc += std::chrono::milliseconds(ms);
        steady += std::chrono::milliseconds(ms);
    }
    SessionOptions options(AuditTrail trail = {}) {
        SessionOptions out;
        out.trail = std::move(trail);
        out.monotonic = [this] { return steady; };
        return out;
    }
    Clock clock() {
        return [this] { return wall; };
    }
};

}  // namespace

TEST_CASE("the trail says what was entered when by both clocks, where, and what stood there before") {
    Clocks clocks;
    Session session(loaded(kForm), clocks.clock(), {}, clocks.options());
    clocks.pass(1000);
    REQUIRE(session.setAnswer("q1", "pass"));
    clocks.pass(500);
    session.setPosition(Position{382'471'000, 1'019'683'000, 350});
    REQUIRE(session.setAnswer("q1", "fail"));
    REQUIRE(session.setFact("alt", "2100"));
    REQUIRE(session.setEvidenceCount("1", 2));
    for (int i = 0; i < 3; ++i) session.undo();
    const auto& entries = session.trail().entries();
    REQUIRE(entries.size() == 7);
    CHECK(
        session.trail().text() ==
        "plumb-trail-v1\n"
        R"({"n":1,"run":1,"at":"2026-11-22T12:00:01.000+08:00","mono":1000,"kind":"answer","id":"q1","old":"","new":"pass"})"
        "\n"
        R"({"n":2,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"answer","id":"q1","old":"pass","new":"fail","lat":382471000,"lon":1019683000,"acc":350})"
        "\n"
        R"({"n":3,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"fact","id":"alt","old":"","new":"2100","lat":382471000,"lon":1019683000,"acc":350})"
        "\n"
        R"({"n":4,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"photos","id":"1","old":"0","new":"2","lat":382471000,"lon":1019683000,"acc":350})"
        "\n"
        R"({"n":5,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"photos","id":"1","old":"2","new":"0","lat":382471000,"lon":1019683000,"acc":350})"
        "\n"
        R"({"n":6,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"fact","id":"alt","old":"2100","new":"","lat":382471000,"lon":1019683000,"acc":350})"
        "\n"
        R"({"n":7,"run":1,"at":"2026-11-22T12:00:01.500+08:00","mono":1500,"kind":"answer","id":"q1","old":"fail","new":"pass","lat":382471000,"lon":1019683000,"acc":350})"
        "\n");
    CHECK(session.trail().sha256() == crypto::sha256(session.trail().text()));
    CHECK(session.trail().replayed() == session.answers());
}

TEST_CASE("what is typed in one go is one entry, from the first old value to the last new one") {
    Clocks clocks;
    Session session(loaded(kForm), clocks.clock(), {}, clocks.options());
    for (const char* text : {"1", "12", "12.5"}) {
        REQUIRE(session.setAnswer("n", text));
        clocks.pass(300);
    }
    REQUIRE(session.trail().entries().size() == 1);
    CHECK(session.trail().entries()[0].before.empty());
    CHECK(session.trail().entries()[0].after == "12.5");
    CHECK(session.trail().entries()[0].monotonic.count() == 600);
    clocks.pass(5000);
    REQUIRE(session.setAnswer("n", "13"));
    CHECK(session.trail().entries().size() == 2);
}

TEST_CASE("facts and photos are steps of undo like answers, and a number typed in one go is one step") {
    Clocks clocks;
    Session session(loaded(kForm), clocks.clock(), {}, clocks.options());
    for (const char* text : {"2", "21", "210"}) {
        REQUIRE(session.setFact("alt", text));
        clocks.pass(400);
    }
    REQUIRE(session.setEvidenceCount("1", 1, {"", "first"}));
    REQUIRE(session.setEvidenceCount("1", 2, {"first", "first second"}));
    CHECK(session.trail().entries().size() == 3);

    auto change = session.undo();
    CHECK(change.evidence == std::pair<std::string, std::string>("1", "first"));
    CHECK(change.items == std::vector<std::string>{"1"});
    CHECK(session.item("1").photos == 1);
    change = session.undo();
    CHECK(change.evidence == std::pair<std::string, std::string>("1", ""));
    CHECK(session.item("1").photos == 0);
    change = session.undo();
    CHECK(change.facts == std::vector<std::string>{"alt"});
    CHECK(session.fact("alt").empty());
    CHECK_FALSE(session.canUndo());
    CHECK(session.trail().replayed() == session.answers());

    session.redo();
    CHECK(session.fact("alt") == "210");
    session.redo();
    change = session.redo();
    CHECK(change.evidence == std::pair<std::string, std::string>("1", "first second"));
    CHECK(session.item("1").photos == 2);
    CHECK(session.trail().replayed() == session.answers());
    CHECK(session.trail().entries().back().after == "2");
}

TEST_CASE("a trail goes on in the next run, and a wall clock that is set back shows") {
    Clocks clocks;
    Session first(loaded(kForm), clocks.clock(), {}, clocks.options());
    REQUIRE(first.setAnswer("q1", "pass"));
    clocks.pass(60'000);
    REQUIRE(first.setAnswer("n", "8"));
    clocks.wall.utc -= std::chrono::hours(24);
    clocks.steady = std::chrono::milliseconds(10);
    const auto kept = AuditTrail::parse(first.trail().text());
    REQUIRE(kept);
    CHECK(*kept == first.trail());
    Session second(loaded(kForm), clocks.clock(), first.answers(), clocks.options(*kept));
    clocks.pass(20);
    REQUIRE(second.setNotApplicable("1", "无"));
    const auto& last = second.trail().entries().back();
    CHECK(last.number == 3);
    CHECK(last.run == 2);
    CHECK(last.monotonic.count() == 20);
    CHECK(second.trail().replayed() == second.answers());
}

TEST_CASE("a text that is no canonical trail is refused with its line") {
    const std::string
        head = "plumb-trail-v1\n",
        one =
            R"({"n":1,"run":1,"at":"2026-11-22T12:00:01.000+08:00","mono":1000,"kind":"answer","id":"q1","old":"","new":"pass"})";
    CHECK(AuditTrail::parse(head + one + "\n"));
    CHECK(AuditTrail::parse(head));
    const auto [text, part] = GENERATE_COPY(table<std::string, const char*>({
        {"", "line 1"},
        {"plumb-trail-v2\n", "line 1"},
        {head + one, "line 2 of the trail: is cut off"},
        {head + one + "\n" + one + "\n", "line 3 of the trail: is out of number"},
        {head + " " + one + "\n", "is not in its canonical form"},
        {head + "[]\n", "is no entry"},
        {head + "{}\n", "is no entry"},
        {head + "nonsense\n", "line 2 of the trail"},
        {head + one + "\n" +
             R"({"n":2,"run":1,"at":"2026-11-22T12:00:01.000+08:00","mono":999,"kind":"answer","id":"q1","old":"","new":"pass"})" +
             "\n",
         "goes back in time"},
        {head + one + "\n" +
             R"({"n":2,"run":0,"at":"2026-11-22T12:00:01.000+08:00","mono":1999,"kind":"answer","id":"q1","old":"","new":"pass"})" +
             "\n",
         "belongs to an earlier run"},
        {head +
             R"({"n":1,"run":1,"at":"2026-11-22T12:00:01.000+08:00","mono":1000,"kind":"guess","id":"q1","old":"","new":"pass"})" +
             "\n",
         "is no entry"},
    }));
    const auto refused = AuditTrail::parse(text);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "bad_trail");
    CHECK_THAT(refused.error().detail, Catch::Contains(part));
}

TEST_CASE("the visit before stands beside, also where it was made with another version") {
    SessionOptions options;
    options.previous = answers({{"q1", "part"}, {"n", "6"}, {"gone", "x"}});
    options.previous->notes["1"] = "门锁坏了";
    Session session(loaded(kForm), noon, {}, std::move(options));
    CHECK(session.question("n").previous == "6");
    CHECK(session.question("n").value.empty());
    CHECK(session.item("2").previous->verdict == Verdict::fail);
    CHECK(session.item("1").previous->note == "门锁坏了");
    CHECK(session.item("1").previous->points == 5'000);
    CHECK(session.item("1").verdict == Verdict::unanswered);
    CHECK(session.dropped().empty());
    CHECK_FALSE(Session(loaded(kForm), noon).item("1").previous);
}

TEST_CASE("what is noted between two keystrokes stays what it was") {
    const auto checklist = loaded(document(section(
        R"({"id":"1","text":"A","points":4,"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"},{"id":"seen","type":"text","label":"B"}]})")));
    Session session(checklist, [] { return *parseInstant("2026-11-22T08:00:00.000+08:00"); });
    REQUIRE(session.setAnswer("seen", "施"));
    REQUIRE(session.setEvidenceCount("1", 1));
    REQUIRE(session.setAnswer("seen", "施药"));
    REQUIRE(session.trail().entries().size() == 3);
    CHECK(session.trail().entries()[1].kind == AuditEntry::Kind::photos);
    CHECK(session.trail().entries()[1].after == "1");
    CHECK(session.trail().entries()[2].after == "施药");
    CHECK(session.trail().replayed().values == session.answers().values);
}

TEST_CASE("photos that a draft has already are no news") {
    const auto checklist = loaded(document(section(
        R"({"id":"1","text":"A","points":4,"evidence":{"photos":1},"questions":[{"id":"a","type":"select_one","choices":"three","label":"A"}]})")));
    SessionOptions options;
    options.photos = {{"1", 2}, {"gone", 1}};
    Session session(
        checklist, [] { return *parseInstant("2026-11-22T08:00:00.000+08:00"); }, {}, std::move(options));
    CHECK(session.item("1").photos == 2);
    CHECK(session.trail().empty());
}

TEST_CASE("an entry says where it was made or why that is not known, and no trail takes nonsense for either") {
    Clocks clocks;
    Session session(loaded(kForm), clocks.clock(), {}, clocks.options());
    Located located{{}, "searching"};
    session.locateBy([&] { return located; });
    REQUIRE(session.setAnswer("q1", "pass"));
    located = {Position{382'471'000, 1'019'683'000, 350, true}, {}};
    REQUIRE(session.setAnswer("q1", "fail"));
    const std::string text = session.trail().text();
    CHECK(text.find(R"("new":"pass","none":"searching"})") != std::string::npos);
    CHECK(text.find(R"("new":"fail","lat":382471000,"lon":1019683000,"acc":350,"mocked":true})") != std::string::npos);
    CHECK(AuditTrail::parse(text) == session.trail());
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string out = text;
        out.replace(out.find(from), from.size(), to);
        return AuditTrail::parse(out).has_value();
    };
    CHECK(with("\"none\":\"searching\"", "\"none\":\"denied\""));
    for (const auto& [from, to] :
         std::initializer_list<std::pair<const char*, const char*>>{{"\"none\":\"searching\"", "\"none\":\"lost\""},
                                                                    {"\"none\":\"searching\"", "\"none\":7"},
                                                                    {"\"acc\":350", "\"acc\":0"},
                                                                    {"\"acc\":350", "\"acc\":-1"},
                                                                    {"382471000", "900000001"},
                                                                    {"1019683000", "-1800000001"},
                                                                    {"\"mocked\":true", "\"mocked\":false"},
                                                                    {"\"mocked\":true", "\"none\":\"off\""}}) {
        CAPTURE(from, to);
        CHECK_FALSE(with(from, to));
    }
}
