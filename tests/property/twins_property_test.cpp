// One document, filled by the plain evaluation and by the form engine: whatever characters its texts, choices, defaults
// and constants are made of, both say the same. The random numbers come from a fixed seed: a failure repeats.
#include <catch2/catch.hpp>
#include <random>

#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/session/session.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

Instant fixedNow() {
    return *parseInstant("2026-11-22T08:00:00.000+08:00");
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
    } else if (code < 0x10000) {
        out += {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
                static_cast<char>(0x80 | (code & 0x3F))};
    } else {
        out += {static_cast<char>(0xF0 | (code >> 18)), static_cast<char>(0x80 | ((code >> 12) & 0x3F)),
                static_cast<char>(0x80 | ((code >> 6) & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
    }
}

// Texts with what programs like to change in them.
class Words {
  public:
    explicit Words(unsigned seed) : m_engine(seed) {}

    std::string text(std::u32string_view without) {
        std::string out;
        for (std::size_t n = 1 + below(8); n > 0;) {
            const char32_t code = one();
            if (without.find(code) != std::u32string_view::npos) continue;
            append(out, code);
            --n;
        }
        return out;
    }
    std::size_t below(std::size_t n) { return m_engine() % n; }

  private:
    char32_t one() {
        static constexpr std::u32string_view kKnown =
            U"\u2018\u2019\u201C\u201D\u00A0\u3000\u202F\u200B\u200E\u200F\u2060\uFEFF\u00AD\u200D绿色食品一号棚，；（"
            U"）"
            U"\"<>&{}[]-+*/:;,.%#@!|~^`_=()aA0éÅΩжابก한🌾\U0001F468";
        if (below(3) > 0) return kKnown[below(kKnown.size())];
        for (;;) {
            const char32_t code = 0x20 + static_cast<char32_t>(below(below(2) == 0 ? 0x3000 : 0x10FFE0));
            if (code < 0x7F || (code >= 0xA0 && code < 0xD800) || (code >= 0xE000 && (code & 0xFFFE) != 0xFFFE))
                return code;
        }
    }

    std::mt19937 m_engine;
};

struct Document {
    json::object whole;
    std::string constant;
    std::vector<std::string> names;  // of the choices
};

// Four items: a text that must equal a constant, a choice, a text whose length counts, and a choice that must equal a
// constant.
Document documentOf(Words& words) {
    Document out;
    out.constant = words.text(U"'$");
    json::array choices;
    for (int i = 0; i < 3; ++i) {
        out.names.push_back(std::to_string(i) + words.text(U" '$"));
        choices.push_back(
            {{"name", out.names.back()}, {"label", words.text(U"$")}, {"verdict", i == 0 ? "pass" : "fail"}});
    }
    const auto question = [&](const char* id, const char* type) {
        return json::object{{"id", id}, {"type", type}, {"label", words.text(U"$")}, {"hint", words.text(U"$")}};
    };
    json::object mark = question("mark", "text"), ok = question("ok", "calculate"),
                 pick = question("pick", "select_one"), said = question("said", "calculate"),
                 same = question("same", "calculate");
    ok.erase("hint");
    said.erase("hint");
    same.erase("hint");
    same["calculation"] = "if(${pick} = '" + out.names[1] + "', 1, 0)";
    ok["calculation"] = "if(${mark} = '" + out.constant + "', 1, 0)";
    said["calculation"] = "string-length(concat(${mark}, '" + out.constant + "', \"" + words.text(U"\"$") + "\"))";
    pick["choices"] = std::move(choices);
    mark["constraint"] = "not(contains(., '" + words.text(U"'$") + "'))";
    const auto item = [&](const char* id, json::value rule, json::array questions) {
        return json::object{{"id", id},
                            {"points", 10},
                            {"text", words.text(U"$")},
                            {"rule", std::move(rule)},
                            {"questions", std::move(questions)}};
    };
    json::array items{
        item("1", {{"kind", "within"}, {"of", "ok"}, {"min", 1}}, {mark, ok}),
        item("2", "choice", {pick}),
        item("3", {{"kind", "within"}, {"of", "said"}, {"max", 20}}, {said}),
        item("4", {{"kind", "within"}, {"of", "same"}, {"min", 1}}, {same}),
    };
    out.whole = {{"format", 1},
                 {"id", "twins"},
                 {"version", "1"},
                 {"kind", "supervision"},
                 {"languages", {"zh"}},
                 {"title", words.text(U"$")},
                 {"grades", {{{"id", "done"}, {"tone", "pass"}, {"label", words.text(U"$")}}}},
                 {"sections", {{{"id", "s"}, {"title", words.text(U"$")}, {"items", std::move(items)}}}}};
    return out;
}

// The same, with a repeat whose default is a text: filled by the form engine.
json::object withRepeat(const json::object& document, const std::string& text) {
    json::object out = document;
    json::object name{
        {"id", "x"}, {"type", "text"}, {"label", "x"}, {"required", false}, {"default", json::string(text)}};
    json::object repeat{{"id", "r"}, {"type", "repeat"}, {"label", "r"}, {"questions", {name}}};
    out["sections"].as_array()[0].as_object()["items"].as_array().push_back(
        {{"id", "5"}, {"advisory", true}, {"text", "r"}, {"rule", "record"}, {"questions", {repeat}}});
    return out;
}

}  // namespace

TEST_CASE("a document scores alike as a plain one and as a form, whatever characters it is made of") {
    Words words(21);
    for (int round = 0; round < 400; ++round) {
        const Document made = documentOf(words);
        // No default that begins or ends with white space, or would be computed.
        const std::string initial = "x" + words.text(U"$()[]|*+-") + "x";
        INFO(json::serialize(made.whole) << " " << initial);
        const auto plain = loadChecklist(json::serialize(made.whole));
        if (!plain) FAIL(plain.error().detail);
        const auto formed = loadChecklist(json::serialize(withRepeat(made.whole, initial)));
        if (!formed) FAIL(formed.error().detail);
        REQUIRE_FALSE((*plain)->form);
        REQUIRE((*formed)->form);
        for (int again = 0; again < 4; ++again) {
            Answers answers;
            answers.values["mark"] = again == 0 ? made.constant : words.text(U"");
            answers.values["pick"] = made.names[words.below(3)];
            INFO(toText(answers.toJson()));
            const auto one = scoreAnswers(**plain, answers), other = scoreAnswers(**formed, answers);
            REQUIRE(one.has_value() == other.has_value());
            if (!one) continue;
            REQUIRE(one->points == other->points);
            REQUIRE(one->max == other->max);
            REQUIRE(one->grade == other->grade);
            for (std::size_t i = 0; i < 4; ++i) {
                REQUIRE(one->items[i].points == other->items[i].points);
                REQUIRE(one->items[i].verdict == other->items[i].verdict);
                REQUIRE(one->items[i].explanation == other->items[i].explanation);
            }
        }
        Session session(*formed, fixedNow);
        CHECK(session.question("r[1]/x").value == initial);
    }
}
