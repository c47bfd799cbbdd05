#include <catch2/catch.hpp>
#include <map>

#include "shared/checklist/expression/compile.h"
#include "shared/checklist/expression/evaluate.h"

using namespace plumb::checklist;

namespace {

const std::vector<std::pair<std::string, Value>> kQuestions{
    {"n", Value::ofNumber(5)},  {"blank", Value::ofText("")},           {"t", Value::ofText("red")},
    {"many", Value::ofText("a c")}, {"day", Value::ofDate(20406)},      {"half", Value::ofNumber(0.5)},
};

struct Source : ValueSource {
    Value valueOf(std::size_t question) const override { return kQuestions[question].second; }
};

tl::expected<Expression, std::string> compiled(std::string_view text) {
    return compileExpression(text, [](std::string_view name) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < kQuestions.size(); ++i) {
            if (kQuestions[i].first == name) return i;
        }
        return std::nullopt;
    });
}

std::string result(std::string_view text) {
    const auto expression = compiled(text);
    if (!expression) return "error: " + expression.error();
    std::vector<Value> stack;
    const Value self = Value::ofNumber(7);
    return evaluate(*expression, Scope{Source{}, 20410, &self}, stack).toText();
}

}  // namespace

TEST_CASE("expressions compute what XPath 1.0 and ODK say") {
    const auto [text, wanted] = GENERATE(table<const char*, const char*>({
        // precedence and association
        {"1+2*3", "7"}, {"(1+2)*3", "9"}, {"2 - 3 - 4", "-5"}, {"8 div 4 div 2", "1"}, {"7 mod 3 * 2", "2"}, {"- 2 * 3", "-6"}, {"--3", "3"}, {"---3", "-3"}, {"1 - -1", "2"},
        {"1 < 2 = true()", "true"}, {"1 = 1 and 2 = 3 or 4 = 4", "true"}, {"0 or 0 and 1", "false"}, {"3 > 2 > 1", "false"},
        // numbers
        {"0.1 + 0.2 > 0.3", "true"}, {"1 div 0", "Infinity"}, {"-1 div 0", "-Infinity"}, {"0 div 0", "NaN"}, {"-7 mod 2", "-1"}, {"5 mod -3", "2"}, {"1.5 mod 0.5", "0"}, {".5 + 5.", "5.5"},
        {"1000000 * 1000000 * 1000000", "1000000000000000000"}, {"1 div 1000000000", "0.000000001"}, {"-0", "0"}, {"100", "100"}, {"1 div 3", "0.3333333333333333"},
        // conversions
        {"number('')", "NaN"}, {"number(' 12 ')", "12"}, {"number('-1.50')", "-1.5"}, {"number('1e3')", "NaN"}, {"number('+1')", "NaN"}, {"number(true())", "1"}, {"number('x') = number('x')", "false"},
        {"'5' = 5", "true"}, {"'5.0' = 5", "true"}, {"'5.0' = '5'", "false"}, {"true() = 'x'", "true"}, {"false() = ''", "true"}, {"'b' > 'a'", "false"}, {"'10' > '9'", "true"}, {"'' < 1", "false"}, {"'' != 1", "true"},
        {"boolean('false')", "true"}, {"boolean(0)", "false"}, {"boolean(0 div 0)", "false"}, {"string(1 = 1)", "true"}, {"'1' + '2'", "3"}, {"1 = true()", "true"},
        // questions
        {"${n} + 1", "6"}, {"${ n } = 5", "true"}, {"${blank} = ''", "true"}, {"${blank} + 1", "NaN"}, {"${blank} < 3", "false"}, {"${t} = 'red'", "true"}, {"${t}", "red"}, {"not(${blank})", "true"}, {"${n} != ''", "true"},
        {"${half} * 2", "1"}, {".", "7"}, {". >= 0 and . <= 14", "true"}, {".5", "0.5"}, {". * .", "49"},
        // dates
        {"${day}", "2025-11-14"}, {"${day} + 1", "20407"}, {"string(date(${day} + 1))", "2025-11-15"}, {"${day} - date('2025-11-09')", "5"}, {"today() - ${day}", "4"}, {"${day} <= today()", "true"},
        {"${day} = '2025-11-14'", "true"}, {"${day} > '2025-11-13'", "true"}, {"'2025-11-13' < ${day}", "true"}, {"date('2025-02-30')", ""}, {"date('x') - 1", "NaN"}, {"${day} = date('2025-11-14')", "true"}, {"number(${day})", "20406"},
        // functions
        {"if(${n} > 3, 'big', 'small')", "big"}, {"if('', 1, 2)", "2"}, {"if(1, if(0, 'a', 'b'), 'c')", "b"}, {"if(1, 2, 3) + 1", "3"}, {"coalesce(${blank}, ${t})", "red"}, {"coalesce('', '')", ""}, {"coalesce(1, 2) + 1", "2"}, {"coalesce(${blank}, 0) = 0", "true"},
        {"selected(${many}, 'a')", "true"}, {"selected(${many}, 'b')", "false"}, {"selected('abc', 'b')", "false"}, {"selected(${blank}, '')", "false"}, {"count-selected(${many})", "2"}, {"count-selected('')", "0"}, {"selected-at(${many}, 1)", "c"}, {"selected-at(${many}, 5)", ""}, {"selected-at(${many}, -1)", ""},
        {"round(0.5)", "1"}, {"round(-0.5)", "0"}, {"round(1.005, 2)", "1"}, {"round(1250, -2)", "1300"}, {"round('x')", "NaN"}, {"round(1 div 0)", "Infinity"}, {"int(2.9)", "2"}, {"int(-2.9)", "-2"}, {"floor(-1.1)", "-2"}, {"ceiling(1.1)", "2"}, {"abs(-3)", "3"},
        {"min(2, 1)", "1"}, {"max(2, '10')", "10"}, {"sum(1, '2', 3)", "6"}, {"min(1, '')", "NaN"}, {"sum(${blank}, 1)", "NaN"},
        {"string-length('')", "0"}, {"string-length('a间')", "2"}, {"concat()", ""}, {"concat('a', 1.50, true())", "a1.5true"}, {"contains('', '')", "true"}, {"starts-with('abc', 'ab')", "true"}, {"ends-with('abc', 'bc')", "true"}, {"ends-with('c', 'bc')", "false"},
        {"substr('abcdef', 2)", "cdef"}, {"substr('abcdef', 1, 3)", "bc"}, {"substr('abcdef', -2)", "ef"}, {"substr('间隔期', 1, 2)", "隔"}, {"substr('abc', 5)", ""}, {"substr('abc', 'x')", ""},
        {"normalize-space(' a  b\t')", "a b"}, {"count-non-empty('', 0, 'x')", "2"}, {"\"it's\"", "it's"}, {"'${n}'", "${n}"},
        // short circuits leave one value each
        {"(1 = 1 or 1 = 2) and (2 = 3 or 4 = 4)", "true"}, {"false() or false() or true()", "true"}, {"true() and true() and false()", "false"}, {"(0 or 0) + 1", "1"}, {"not(1 and 0) and 1", "true"},
    }));
    INFO(text);
    CHECK(result(text) == wanted);
}

TEST_CASE("a wrong expression is refused with the column and what was meant") {
    const auto [text, part] = GENERATE(table<const char*, const char*>({
        {"", "column 1: here must be a value, not the end"},
        {"1 +", "column 4: here must be a value"},
        {"1 2", "column 3: here must be an operator or the end, not \"2\""},
        {"(1", "column 3: here must be \")\""},
        {"1)", "column 2: here must be an operator"},
        {"${nix} = 1", "column 1: there is no question ${nix}"},
        {"1 = ${", "a question is written ${name}"},
        {"'open", "this quotation mark is never closed"},
        {"selcted(1, 2)", "there is no function selcted(); did you mean selected()?"},
        {"selected(1)", "selected() takes 2 argument(s), not 1"},
        {"if(1, 2)", "if() takes 3 argument(s), not 2"},
        {"if()", "if() takes 3 argument(s), not 0"},
        {"if(1,2,3,4)", "if() takes 3 argument(s), not 4"},
        {"today(1)", "today() takes 0"},
        {"sum()", "sum() takes at least 1"},
        {"round(1, 2, 3)", "round() takes 1 to 2"},
        {"yes", "\"yes\" stands alone"},
        {"/data/q1", "paths are not supported"},
        {"../q1", "paths are not supported"},
        {"1 == 1", "the operators are ="},
        {"1 && 1", "the operators are ="},
        {"1 \u2265 2", "this character has no meaning here"},
        {"min(1,,2)", "here must be a value"},
        {"min(1", "here must be \",\" or \")\""},
        {"1 and", "column 6"},
        {"* 2", "here must be a value"},
        {"'间' + ", "column 7"},
    }));
    INFO(text);
    const auto refused = compiled(text);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error(), Catch::Contains(part));
}

TEST_CASE("hostile nesting and length end in an error, not in a crash") {
    CHECK_THAT(compiled(std::string(1'000'000, '(')).error(), Catch::Contains("at most"));
    CHECK_THAT(compiled(std::string(100'000, '(')).error(), Catch::Contains("nested more than 100 deep"));
    std::string calls;
    for (int i = 0; i < 20'000; ++i) calls += "not(";
    CHECK_THAT(compiled(calls).error(), Catch::Contains("nested more than 100 deep"));
    CHECK(result(std::string(100, '(') + "1" + std::string(100, ')')) == "1");
    CHECK(result(std::string(100'000, '-') + "1") == "1");
}

TEST_CASE("a long flat sum needs no deep stack") {
    std::string text = "1";
    for (int i = 0; i < 60'000; ++i) text += "+1";
    CHECK(result(text) == "60001");
    CHECK(compiled(text)->stack == 2);
}

TEST_CASE("texts cannot be doubled without end") {
    std::string text = "'0123456789abcdef'";
    for (int i = 0; i < 16; ++i) text = "concat(" + text + ",'0123456789abcdef0123456789abcdef')";
    CHECK(result("string-length(" + text + ")") == "528");
    std::string wide = "concat('" + std::string(60'000, 'x') + "','" + std::string(60'000, 'y') + "')";
    CHECK(result("string-length(" + wide + ")") == "65536");
}

TEST_CASE("an expression knows which questions it reads, each once") {
    const auto expression = compiled("${t} = 'x' or ${n} + ${t} > ${n}");
    REQUIRE(expression);
    CHECK(expression->questions == std::vector<std::size_t>{2, 0});
    CHECK(compiled("today()")->readsToday);
    CHECK(compiled(". > 1")->readsSelf);
}
