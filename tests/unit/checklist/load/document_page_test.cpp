// CHECKLIST.md is true: its examples load, score and compute as it says.
#include <sstream>

#include "shared/checklist/model/expression.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using namespace plumb::checklist;
using namespace plumb::checklist::test;

namespace {

std::vector<std::string> blocks(const std::string& page, const std::string& kind) {
    std::vector<std::string> out;
    const std::string open = "\n```" + kind + "\n";
    for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at + 1)) {
        const auto from = at + open.size();
        out.push_back(page.substr(from, page.find("\n```", from) - from));
    }
    return out;
}

}  // namespace

TEST_CASE("the page's checklists load and their answers score as the page states") {
    const std::string page = fileText("shared/checklist/CHECKLIST.md");
    const auto [document, answers, stated] = GENERATE(std::array{"json checklist", "json answers", "json score"},
                                                      std::array{"json form", "json form answers", "json form score"});
    const auto documents = blocks(page, document), given = blocks(page, answers), scores = blocks(page, stated);
    REQUIRE(documents.size() == 1);
    REQUIRE(given.size() == 1);
    REQUIRE(scores.size() == 1);
    const auto checklist = loaded(documents[0]);
    const auto read = Answers::fromJson(parseJson(given[0])->as_object());
    REQUIRE(read);
    const auto score = scoreAnswers(*checklist, *read);
    REQUIRE(score);
    CHECK(toText(toJson(*score)) == toText(*parseJson(scores[0])));
    CHECK(checkStatedScore(parseJson(scores[0])->as_object(), *score));
}

TEST_CASE("the page's expressions compute as the page states") {
    const auto lists = blocks(fileText("shared/checklist/CHECKLIST.md"), "expressions");
    REQUIRE(lists.size() == 1);
    std::istringstream lines(lists[0]);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        INFO(line);
        const auto arrow = line.find(" => ");
        REQUIRE(arrow != std::string::npos);
        const auto expression =
            compileExpression(line.substr(0, arrow), {[](std::string_view) { return std::nullopt; }});
        if (!expression) FAIL(expression.error());
        CHECK(form::xpath::textOf(QuestionValues(0, 0, std::chrono::minutes(0)).evaluate(*expression, {})) ==
              line.substr(arrow + 4));
    }
    CHECK(count >= 20);
}

TEST_CASE("the page's example of an error is what the loader says") {
    const std::string page = fileText("shared/checklist/CHECKLIST.md");
    std::string document = blocks(page, "json checklist").at(0);
    document.replace(document.find("\"choices\": \"three\""), 18, "\"choices\": \"tree\"");
    const auto result = loadChecklist(document);
    REQUIRE_FALSE(result);
    CHECK_THAT(result.error().detail,
               Catch::Contains(
                   "sections[0].items[1].questions[0].choices: there is no list \"tree\"; did you mean \"three\"?"));
}
