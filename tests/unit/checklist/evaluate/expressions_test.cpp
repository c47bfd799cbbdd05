// Expressions of checklists: the form engine's, with questions as ${name}. What functions compute stands in
// tests/unit/form/expressions.txt; here is what questions are worth and what is refused.
#include <pthread.h>

#include <catch2/catch.hpp>
#include <functional>

#include "shared/checklist/model/expression.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

struct Known {
    const char* name;
    const char* text;
    form::DataType type;
};
const std::vector<Known> kQuestions{
    {"n", "5", form::DataType::decimal},         {"blank", "", form::DataType::decimal},
    {"t", "red", form::DataType::string},        {"many", "a c", form::DataType::string},
    {"day", "2025-11-14", form::DataType::date}, {"half", "0.5", form::DataType::decimal},
    {"self", "7", form::DataType::decimal},
};

tl::expected<Expression, std::string> compiled(std::string_view text) {
    return compileExpression(text, {[](std::string_view name) -> std::optional<std::size_t> {
                                 for (std::size_t i = 0; i < kQuestions.size(); ++i) {
                                     if (kQuestions[i].name == name) return i;
                                 }
                                 return std::nullopt;
                             }});
}

// `t`: what the question of that name says.
std::string result(std::string_view text, const std::string& t = "red") {
    const auto expression = compiled(text);
    if (!expression) return "error: " + expression.error();
    QuestionValues values(kQuestions.size(), 0, std::chrono::minutes(0));
    for (std::size_t i = 0; i < kQuestions.size(); ++i) values.set(i, kQuestions[i].text, kQuestions[i].type);
    values.set(2, t, form::DataType::string);
    return form::xpath::textOf(values.evaluate(*expression, {{}, parseDay("2025-11-18")}, kQuestions.size() - 1));
}

// Runs it on a thread with a stack of its own, of so many bytes.
void onSmallStack(std::size_t bytes, std::function<void()> work) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, bytes) == 0);
    pthread_t thread{};
    REQUIRE(pthread_create(
                &thread, &attributes,
                [](void* given) -> void* {
                    (*static_cast<std::function<void()>*>(given))();
                    return nullptr;
                },
                &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
}

}  // namespace

TEST_CASE("a question is worth what its type says, a blank what a blank is") {
    const auto [text, wanted] = GENERATE(table<const char*, const char*>({
        {".5 + 5.", "5.5"},
        {"${n} + 1", "6"},
        {"${ n } = 5", "true"},
        {"${blank} = ''", "true"},
        {"${blank} + 1", "NaN"},
        {"${blank} < 3", "false"},
        {"${t} = 'red'", "true"},
        {"${t}", "red"},
        {"not(${blank})", "true"},
        {"${n} != ''", "true"},
        {"${half} * 2", "1"},
        {".", "7"},
        {". >= 0 and . <= 14", "true"},
        {".5", "0.5"},
        {". * .", "49"},
        {"${day}", "2025-11-14"},
        {"${day} + 1", "20407"},
        {"string(date(${day} + 1))", "2025-11-15"},
        {"${day} - date('2025-11-09')", "5"},
        {"today() - ${day}", "4"},
        {"${day} <= today()", "true"},
        {"${day} = '2025-11-14'", "true"},
        {"${day} > '2025-11-13'", "true"},
        {"'2025-11-13' < ${day}", "true"},
        {"${day} = date('2025-11-14')", "true"},
        {"number(${day})", "20406"},
        {"if(${n} > 3, 'big', 'small')", "big"},
        {"coalesce(${blank}, ${t})", "red"},
        {"coalesce(${blank}, 0) = 0", "true"},
        {"selected(${many}, 'a')", "true"},
        {"selected(${many}, 'b')", "false"},
        {"selected(${blank}, 'a')", "false"},
        {"count-selected(${many})", "2"},
        {"selected-at(${many}, 1)", "c"},
        {"selected-at(${many}, 5)", ""},
        {"selected-at(${many}, -1)", ""},
        {"sum(${blank}, 1)", "1"},
        {"'${n}'", "${n}"},
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
        {"selected(1)", "selected() takes 2 arguments, not 1"},
        {"if(1, 2)", "if() takes 3 arguments, not 2"},
        {"if()", "if() takes 3 arguments, not 0"},
        {"if(1,2,3,4)", "if() takes 3 arguments, not 4"},
        {"today(1)", "today() takes 0"},
        {"sum()", "sum() takes at least 1"},
        {"round(1, 2, 3)", "round() takes 1 to 2"},
        {"yes", "column 1: a question is written ${name}"},
        {"1 + /data/q1", "column 5: a question is written ${name}"},
        {"../q1", "a question is written ${name}"},
        {"1 == 1", "the operators are ="},
        {"1 && 1", "the operators are ="},
        {"1 \u2265 2", "column 3: here must be an operator"},
        {"min(1,,2)", "here must be a value"},
        {"min(1", "here must be \",\" or \")\""},
        {"1 and", "column 6"},
        {"* 2", "column 3: here must be an operator"},
        {"'间' + ", "column 7"},
    }));
    INFO(text);
    const auto refused = compiled(text);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error(), Catch::Contains(part));
}

TEST_CASE("hostile nesting and length end in an error, not in a crash") {
    CHECK_THAT(compiled(std::string(1'000'000, '(')).error(), Catch::Contains("at most"));
    CHECK_THAT(compiled(std::string(100'000, '(')).error(), Catch::Contains("nested more than 200 deep"));
    std::string calls;
    for (int i = 0; i < 20'000; ++i) calls += "not(";
    CHECK_THAT(compiled(calls).error(), Catch::Contains("nested more than 200 deep"));
    CHECK(result(std::string(100, '(') + "1" + std::string(100, ')')) == "1");
    CHECK(result(std::string(100'000, '-') + "1") == "1");
}

TEST_CASE("a long flat sum needs no deep stack") {
    std::string text = "1";
    for (int i = 0; i < 60'000; ++i) text += "+1";
    // Read, computed and destroyed where a call for each term would have 4 bytes.
    std::string sum;
    onSmallStack(256 * 1024, [&] { sum = result(text); });
    CHECK(sum == "60001");
}

TEST_CASE("texts cannot be doubled without end") {
    std::string text = "'0123456789abcdef'";
    for (int i = 0; i < 16; ++i) text = "concat(" + text + ",'0123456789abcdef0123456789abcdef')";
    CHECK(result("string-length(" + text + ")") == "528");
    std::string wide = "concat('" + std::string(60'000, 'x') + "','" + std::string(60'000, 'y') + "')";
    CHECK(result("string-length(" + wide + ")") == "120000");
    // An answer may be named many times: up to 1 MiB it is a text, then a blank.
    const auto repeated = [](int times) {
        std::string out = "concat(${t}";
        for (int i = 1; i < times; ++i) out += ",${t}";
        return "string-length(" + out + "))";
    };
    const std::string answer(64 * 1024, 'x');
    CHECK(result(repeated(16), answer) == "1048576");
    CHECK(result(repeated(17), answer).empty());
}

TEST_CASE("an expression knows which questions it reads, each once") {
    const auto expression = compiled("${t} = 'x' or ${n} + ${t} > ${n}");
    REQUIRE(expression);
    CHECK(expression->questions == std::vector<std::size_t>{2, 0});
    CHECK(compiled("today()")->readsToday);
    CHECK(compiled(". > 1")->readsSelf);
}
