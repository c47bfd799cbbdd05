// Two engines, one meaning: the same document filled on its plain lists and by the form engine. Random formulas over
// texts of all of Unicode, numbers, dates, choices and blanks come out alike, to the letter. The random numbers come
// from a fixed seed: a failure repeats.
#include <catch2/catch.hpp>
#include <random>

#include "shared/base/civil_date.h"
#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return m_engine() % n; }
    template <std::size_t N>
    std::string oneOf(const char* const (&list)[N]) {
        return list[below(N)];
    }

  private:
    std::mt19937 m_engine;
};

constexpr const char* kTexts[] = {"",   "a",   "绿色食品", "“一号”棚", "é",          "e\u0301", "🌾",    "a b",
                                  " x", "10",  "1.50",     "-3",       "2026-11-07", "0",       "true", "\u00A0",
                                  "ﬁ",  "ABC", "\u200B",   "12 头",    "٣",          "007"};
constexpr const char* kConstants[] = {"''",       "'a'",          "'绿色食品'", "'“一号”棚'", "'10'", "'1.5'",
                                      "\"it's\"", "'2026-11-07'", "' '",        "'\u00A0'",   "'🌾'"};
constexpr const char* kNumbers[] = {"0", "1", "2.5", "-3", "0.1", "100", "7", "0.30", "999999999"};

// Formulas as authors nest them, over t (text), n, m (numbers), d, e (dates), o (one of), k (some of).
class Formulas {
  public:
    explicit Formulas(Chance& chance) : c(chance) {}

    std::string number(int depth) {
        if (depth == 0) {
            constexpr const char* kLeaves[] = {
                "${n}", "${m}", "${n}", "${m}", "number(${t})", "count-selected(${k})", "string-length(${t})"};
            return c.below(3) == 0 ? c.oneOf(kNumbers) : c.oneOf(kLeaves);
        }
        switch (c.below(12)) {
            case 0:
                return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1:
                return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2:
                return "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 3:
                return "(" + number(depth - 1) + " div " + number(depth - 1) + ")";
            case 4:
                return "(" + number(depth - 1) + " mod " + number(depth - 1) + ")";
            case 5:
                return "round(" + number(depth - 1) + ", " + std::to_string(c.below(4)) + ")";
            case 6:
                return "if(" + truth(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 7:
                return "string-length(" + text(depth - 1) + ")";
            case 8:
                return "number(" + text(depth - 1) + ")";
            case 9:
                return "decimal-date-time(" + date(depth - 1) + ")";
            case 10:
                return std::string(c.below(2) ? "min(" : "max(") + number(depth - 1) + ", " + number(depth - 1) + ")";
            default:
                return "coalesce(" + number(depth - 1) + ", " + number(depth - 1) + ")";
        }
    }

    std::string text(int depth) {
        if (depth == 0) {
            constexpr const char* kLeaves[] = {"${t}", "${t}", "${u}", "${o}", "${k}"};
            return c.below(3) == 0 ? c.oneOf(kConstants) : c.oneOf(kLeaves);
        }
        switch (c.below(9)) {
            case 0:
                return "concat(" + text(depth - 1) + ", " + text(depth - 1) + ")";
            case 1:
                return "substr(" + text(depth - 1) + ", " + std::to_string(c.below(3)) + ", " +
                       std::to_string(1 + c.below(4)) + ")";
            case 2:
                return "if(" + truth(depth - 1) + ", " + text(depth - 1) + ", " + text(depth - 1) + ")";
            case 3:
                return "string(" + number(depth - 1) + ")";
            case 4:
                return "format-date(" + date(depth - 1) + ", '%Y年%n-%d')";
            case 5:
                return "normalize-space(" + text(depth - 1) + ")";
            case 6:
                return "substring-before(" + text(depth - 1) + ", " + c.oneOf(kConstants) + ")";
            case 7:
                return "translate(" + text(depth - 1) + ", 'a“', 'b\"')";
            default:
                return "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
        }
    }

    std::string date(int depth) {
        constexpr const char* kLeaves[] = {"${d}", "${e}", "'2026-11-07'", "date('2026-02-28')"};
        if (depth == 0 || c.below(2) == 0) return c.oneOf(kLeaves);
        return "date(decimal-date-time(" + date(depth - 1) + ") + " + std::to_string(c.below(9)) + ")";
    }

    std::string truth(int depth) {
        if (depth == 0) {
            constexpr const char* kLeaves[] = {
                "${n} > 2",    "${t} = ''",   "selected(${k}, 'b')", "${d} <= ${e}",  "${o} = 'a'",
                "${n} = ${m}", "${t} = ${u}", "boolean(${t})",       "boolean(${n})", "true()",
                "${t} != 'a'", "${t} = ${n}", "${d} = '2026-11-07'"};
            return c.oneOf(kLeaves);
        }
        constexpr const char* kSigns[] = {" < ", " <= ", " = ", " != ", " > ", " >= "};
        switch (c.below(7)) {
            case 0:
                return "(" + number(depth - 1) + c.oneOf(kSigns) + number(depth - 1) + ")";
            case 1:
                return "(" + text(depth - 1) + (c.below(2) ? " = " : " != ") + text(depth - 1) + ")";
            case 2:
                return "(" + truth(depth - 1) + (c.below(2) ? " and " : " or ") + truth(depth - 1) + ")";
            case 3:
                return "not(" + truth(depth - 1) + ")";
            case 4:
                return "contains(" + text(depth - 1) + ", " + c.oneOf(kConstants) + ")";
            case 5:
                return "(" + date(depth - 1) + c.oneOf(kSigns) + date(depth - 1) + ")";
            default:
                return "(" + text(depth - 1) + c.oneOf(kSigns) + number(depth - 1) + ")";
        }
    }

    std::string any() {
        const int depth = static_cast<int>(c.below(4));
        switch (c.below(5)) {
            case 4:
                return truth(depth);
            case 0:
                return number(depth);
            case 1:
                return text(depth);
            case 2:
                return "if(" + truth(depth) + ", 1, 0)";
            default:
                return date(depth);
        }
    }

  private:
    Chance& c;
};

json::object input(const char* id, const char* type) {
    return {{"id", id}, {"type", type}, {"label", id}, {"required", false}};
}

json::object documentOf(Chance& chance) {
    Formulas formulas(chance);
    json::array choices;
    for (const char* name : {"a", "b", "10"}) choices.push_back(json::object{{"name", name}, {"label", name}});
    json::object one = input("o", "select_one"), some = input("k", "select_multiple");
    one["choices"] = choices;
    some["choices"] = choices;
    json::array items{json::object{{"id", "0"},
                                   {"advisory", true},
                                   {"text", "T"},
                                   {"rule", "record"},
                                   {"questions",
                                    {input("t", "text"), input("u", "text"), input("n", "integer"),
                                     input("m", "decimal"), input("d", "date"), input("e", "date"), one, some}}}};
    for (int i = 1; i <= 5; ++i) {
        const std::string name = "x" + std::to_string(i), later = "y" + std::to_string(i);
        json::object asked = input(later.c_str(), "text");
        asked["relevant"] = formulas.truth(static_cast<int>(chance.below(3)));
        json::object computed{{"id", name}, {"type", "calculate"}, {"label", "X"}, {"calculation", formulas.any()}};
        items.push_back(json::object{
            {"id", std::to_string(i)},
            {"points", i},
            {"text", "T"},
            {"rule", {{"kind", "judge"}, {"when", "${" + name + "} > 1 or string-length(${" + name + "}) = 3"}}},
            {"questions", {computed, asked}}});
    }
    return {{"format", 1},
            {"id", "e"},
            {"version", "1"},
            {"kind", "test"},
            {"languages", {"zh"}},
            {"title", "T"},
            {"grades", json::array{json::object{{"id", "g"}, {"tone", "pass"}, {"label", "G"}}}},
            {"sections", json::array{json::object{{"id", "s"}, {"title", "S"}, {"items", std::move(items)}}}}};
}

// A repeat that counts for nothing: with it the form engine fills the document.
json::object withRepeat(json::object document) {
    document["sections"].as_array()[0].as_object()["items"].as_array().push_back(json::object{
        {"id", "9"},
        {"advisory", true},
        {"text", "R"},
        {"rule", "record"},
        {"questions",
         {json::object{{"id", "r"}, {"type", "repeat"}, {"label", "R"}, {"questions", {input("x", "text")}}}}}});
    return document;
}

std::map<std::string, std::string> answersOf(Chance& chance) {
    std::map<std::string, std::string> out;
    const auto put = [&](const char* id, std::string text) {
        if (chance.below(4) > 0 && !text.empty()) out[id] = std::move(text);
    };
    put("t", chance.oneOf(kTexts));
    put("u", chance.oneOf(kTexts));
    put("n", std::to_string(static_cast<int>(chance.below(14)) - 3));
    constexpr const char* kDecimals[] = {"0",        "0.1", "2.50",     "-7.25",          "100",
                                         "3.333333", "1e3", "0.000001", "123456789012345"};
    put("m", chance.oneOf(kDecimals));
    put("d", dayText(Day(std::chrono::days(20'760 + static_cast<std::int64_t>(chance.below(20))))));
    put("e", dayText(Day(std::chrono::days(20'760 + static_cast<std::int64_t>(chance.below(20))))));
    constexpr const char* kOne[] = {"a", "b", "10"};
    put("o", chance.oneOf(kOne));
    constexpr const char* kSome[] = {"a", "a b", "b 10", "a b 10"};
    put("k", chance.oneOf(kSome));
    return out;
}

std::shared_ptr<const Checklist> loaded(const json::object& document) {
    const auto read = loadChecklist(toText(document));
    if (!read) FAIL(read.error().detail + "\n" + toText(document));
    return *read;
}

}  // namespace

TEST_CASE("whatever is computed from whatever is answered, the plain engine and the form engine agree") {
    const auto now = *parseInstant("2026-11-22T08:00:00.000+08:00");
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Chance chance(seed);
        const auto document = documentOf(chance);
        const auto plain = loaded(document), formed = loaded(withRepeat(document));
        REQUIRE_FALSE(plain->form);
        REQUIRE(formed->form);
        for (int round = 0; round < 4; ++round) {
            Session one(plain, [now] { return now; }), other(formed, [now] { return now; });
            const auto given = answersOf(chance);
            std::string told = "seed " + std::to_string(seed);
            for (const auto& [id, text] : given) {
                told += "\n" + id + " = \"" + text + "\"";
                const auto here = one.setAnswer(id, text), there = other.setAnswer(id, text);
                INFO(told);
                REQUIRE(here.has_value() == there.has_value());
            }
            for (const auto& question : plain->questions) {
                INFO(told << "\n"
                          << question.id << ": "
                          << (question.calculation ? question.calculation->source
                              : question.relevant  ? question.relevant->source
                                                   : ""));
                REQUIRE(one.question(question.id).value == other.question(question.id).value);
                REQUIRE(one.question(question.id).relevant == other.question(question.id).relevant);
            }
            for (const auto& item : plain->items) {
                INFO(told << "\nitem " << item.id);
                const auto a = one.item(item.id), b = other.item(item.id);
                REQUIRE(a.verdict == b.verdict);
                REQUIRE(a.points == b.points);
                REQUIRE(a.explanation == b.explanation);
                REQUIRE(a.missing.size() == b.missing.size());
            }
            INFO(told);
            REQUIRE(one.totals().points == other.totals().points);
        }
    }
}
