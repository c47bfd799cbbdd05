// One set of answers has one score: for any zone, any moment near midnight and any answers, what the screen shows is
// what is signed, and what is signed scores the same for whoever reads the record elsewhere. The random numbers come
// from a fixed seed: a failure repeats.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <random>

#include "shared/base/civil_date.h"
#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/score/recheck.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : m_engine() % n; }
    template <class List>
    const auto& oneOf(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::mt19937 m_engine;
};

std::string two(std::size_t n) {
    return (n < 10 ? "0" : "") + std::to_string(n);
}

// Every offset that zones have, -12:00 to +14:00, by the quarter of an hour.
std::chrono::minutes anyZone(Chance& chance) {
    return std::chrono::minutes(-720 + 15 * static_cast<int>(chance.below(105)));
}

// Within two minutes of a midnight somewhere, on days around leap days, ends of years and changes of summer time.
Instant anyMoment(Chance& chance, std::chrono::minutes zone) {
    constexpr const char* kDays[] = {"2026-11-07", "2026-03-29", "2026-10-25",
                                     "2028-02-29", "2026-12-31", "2027-01-01"};
    const auto day = *parseInstant(std::string(chance.oneOf(kDays)) + "T00:00:00.000Z");
    const auto near = std::chrono::milliseconds(static_cast<int>(chance.below(240'000)) - 120'000);
    const auto midnightHere = chance.below(2) == 0 ? zone : std::chrono::minutes(0);
    return {day.utc - midnightHere + near, zone};
}

std::string anyDate(Chance& chance) {
    return dayText(Day(std::chrono::days(20'760 + static_cast<std::int64_t>(chance.below(30)))));
}
std::string anyOffset(Chance& chance) {
    return chance.below(3) == 0 ? "" : zoneText(anyZone(chance));
}
std::string anyTime(Chance& chance) {
    constexpr std::size_t kHours[] = {0, 7, 8, 12, 16, 23};
    return two(chance.oneOf(kHours)) + ":" + two(chance.below(60));
}

constexpr const char* kPlain[] = {
    "date(decimal-date-time(${d}) + 7)",
    "date(decimal-date-time(${d}) + ${n})",
    "decimal-date-time(${d})",
    "int(decimal-date-time(${d}) * 24)",
    "if(${e} >= date(decimal-date-time(${d}) + 7), 1, 0)",
    "format-date(${d}, '%Y-%m-%d %H')",
    "format-date-time('2026-11-07T23:30:00.000Z', '%d %H:%M')",
    "date('2026-11-07T23:30:00.000Z')",
    "date-time('2026-11-07T23:30')",
    "decimal-date-time('2026-11-07T23:30')",
    "number('2026-11-07T23:30')",
    "'2026-11-07T23:30' > '2026-11-07T20:00:00.000+05:00'",
    "date-time('2026-11-07T00:10:00.000+08:00') < ${d}",
    "decimal-time('08:30')",
    "decimal-time('23:30:00.000+08:00')",
    "date(decimal-date-time('2026-11-07T23:30:00.000Z'))",
    "(date(${e}) - date(${d})) * 2",
    "min(decimal-date-time(${d}), decimal-date-time(${e}))",
};
constexpr const char* kFormed[] = {
    "format-date-time(${t}, '%Y-%m-%d %H:%M')",
    "if(format-date-time(${t}, '%H') >= 20, 1, 0)",
    "date(decimal-date-time(${t}) + ${n})",
    "decimal-date-time(${t})",
    "date(date-time(${t}))",
    "decimal-time(${c})",
    "decimal-time(${t})",
    "${t} > '2026-11-07T12:00'",
    "${t} < ${d}",
    "number(${t}) - number(${d})",
    "int(decimal-date-time(${t})) = decimal-date-time(date(decimal-date-time(${t})))",
};

// An item for each formula, worth a point where what it comes to reads one way and not another; and one whose question
// is asked on some days only.
std::shared_ptr<const Checklist> documentOf(Chance& chance, bool formed) {
    json::array items;
    json::array inputs{json::object{{"id", "d"}, {"type", "date"}, {"label", "D"}},
                       json::object{{"id", "e"}, {"type", "date"}, {"label", "E"}},
                       json::object{{"id", "n"}, {"type", "integer"}, {"label", "N"}}};
    if (formed) {
        inputs.push_back(json::object{{"id", "t"}, {"type", "dateTime"}, {"label", "T"}});
        inputs.push_back(json::object{{"id", "c"}, {"type", "time"}, {"label", "C"}});
    }
    items.push_back(json::object{
        {"id", "0"}, {"advisory", true}, {"text", "T"}, {"rule", "record"}, {"questions", std::move(inputs)}});
    const auto formula = [&]() -> std::string {
        return formed && chance.below(2) == 0 ? chance.oneOf(kFormed) : chance.oneOf(kPlain);
    };
    constexpr const char* kJudges[] = {"string-length(X) mod 2 = 0", "X > 20764.4", "X = '1' or X > '2026-11-07'",
                                       "substr(X, string-length(X) - 1) > '4'"};
    for (int i = 1; i <= 6; ++i) {
        const std::string name = "x" + std::to_string(i);
        std::string judge = chance.oneOf(kJudges);
        for (auto at = judge.find('X'); at != std::string::npos; at = judge.find('X', at + 1))
            judge.replace(at, 1, "${" + name + "}");
        json::object question{{"id", name}, {"type", "calculate"}, {"label", "X"}, {"calculation", formula()}};
        json::array questions{std::move(question)};
        if (chance.below(3) == 0)
            questions.push_back(json::object{{"id", "why" + std::to_string(i)},
                                             {"type", "text"},
                                             {"label", "W"},
                                             {"relevant", "string-length(" + formula() + ") mod 2 = 0"}});
        items.push_back(json::object{{"id", std::to_string(i)},
                                     {"points", i},
                                     {"text", "T"},
                                     {"rule", {{"kind", "judge"}, {"when", judge}}},
                                     {"questions", std::move(questions)}});
    }
    json::object document{
        {"format", 1},
        {"id", "z"},
        {"version", "1"},
        {"kind", "test"},
        {"languages", {"zh"}},
        {"title", "T"},
        {"grades", json::array{json::object{{"id", "g"}, {"tone", "pass"}, {"label", "G"}}}},
        {"sections", json::array{json::object{{"id", "s"}, {"title", "S"}, {"items", std::move(items)}}}}};
    const auto read = loadChecklist(toText(document));
    if (!read) FAIL(read.error().detail + "\n" + toText(document));
    REQUIRE(((*read)->form != nullptr) == formed);
    return *read;
}

void answer(Session& session, Chance& chance, const Question& question) {
    std::string value;
    switch (question.type) {
        case QuestionType::date:
            value = anyDate(chance);
            break;
        case QuestionType::dateTime:
            value = anyDate(chance) + "T" + anyTime(chance) + anyOffset(chance);
            break;
        case QuestionType::time:
            value = anyTime(chance) + anyOffset(chance);
            break;
        case QuestionType::integer:
        case QuestionType::decimal:
            value = std::to_string(chance.below(12));
            break;
        case QuestionType::selectOne:
            if (!question.choices.empty()) value = chance.oneOf(question.choices).name;
            break;
        case QuestionType::text:
            value = "文字";
            break;
        default:
            return;
    }
    (void)session.setAnswer(question.id, value);
}

// What a tablet showed and signed, against what anyone makes of the record.
void holds(const std::shared_ptr<const Checklist>& checklist, const Session& session, Chance& chance) {
    auto body = session.answersToSign().toJson();
    body["score"] = toJson(session.score());
    const auto arrived = parseJson(toText(body))->get_object();
    const auto answers = Answers::fromJson(arrived);
    REQUIRE(answers);
    const auto score = scoreAnswers(*checklist, *answers);
    INFO(toText(body));
    REQUIRE(score);
    REQUIRE(checkStatedScore(arrived.at("score").get_object(), *score));
    REQUIRE(toText(toFullJson(*score)) == toText(toFullJson(session.score())));

    // The same on another tablet, which stands elsewhere.
    const auto zone = anyZone(chance);
    const auto elsewhere = anyMoment(chance, zone);
    Session reader(
        checklist, [elsewhere] { return elsewhere; }, *answers);
    for (const auto& question : checklist->questions) {
        INFO(question.id);
        REQUIRE(reader.question(question.id).value == session.question(question.id).value);
        REQUIRE(reader.question(question.id).relevant == session.question(question.id).relevant);
    }
    const auto recheck = recheckOf(*checklist, *answers);
    REQUIRE(recheck);
    for (const auto& item : checklist->items) {
        const auto verdict = session.item(item.id).verdict;
        const bool fell =
            verdict == Verdict::fail || verdict == Verdict::part || (verdict == Verdict::unanswered && !item.advisory);
        if (item.bonus) continue;
        REQUIRE((std::find(recheck->items.begin(), recheck->items.end(), item.id) != recheck->items.end()) == fell);
    }
}

}  // namespace

TEST_CASE(
    "in every zone the screen, the signature and the server read one score, whatever is computed of days and hours") {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Chance chance(seed);
        const auto checklist = documentOf(chance, seed % 2 == 0);
        const auto zone = anyZone(chance);
        auto now = anyMoment(chance, zone);
        Session session(checklist, [&now] { return now; });
        for (const auto& question : checklist->questions) {
            if (question.isAsked()) answer(session, chance, question);
            // Time goes on, past midnight, and the tablet may travel meanwhile.
            now.utc += std::chrono::seconds(20);
            if (chance.below(8) == 0) now.offset = anyZone(chance);
        }
        INFO("seed " << seed << ", zone " << zoneText(zone));
        holds(checklist, session, chance);
    }
}

TEST_CASE("in every zone the published checklists score alike on the tablet and elsewhere") {
    for (const std::string name : {"6a", "6b", "c1", "c3", "c5"}) {
        std::ifstream file(PLUMB_SOURCE_DIR "/assets/checklists/" + name + ".json", std::ios::binary);
        const auto checklist = loadChecklist(std::string(std::istreambuf_iterator<char>(file), {}));
        REQUIRE(checklist);
        for (unsigned seed = 1; seed <= 12; ++seed) {
            Chance chance(seed);
            const auto now = anyMoment(chance, anyZone(chance));
            Session session(*checklist, [now] { return now; });
            for (const auto& question : (*checklist)->questions) {
                if (question.isAsked() && !question.repeat) answer(session, chance, question);
            }
            INFO(name << ", seed " << seed);
            holds(*checklist, session, chance);
        }
    }
}
