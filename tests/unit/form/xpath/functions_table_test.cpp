// Every row of expressions.txt, run at a small form's data with a fixed clock. The file says how it is read.
#include <catch2/catch.hpp>
#include <fstream>

#include "shared/form/xpath/evaluate.h"
#include "shared/form/xpath/parse.h"
#include "tests/unit/form/small_data.h"

using namespace plumb;
using namespace plumb::form;
using namespace plumb::form::xpath;

namespace {

struct Row {
    int line;
    std::string expression, wanted, zone, at;
};

std::vector<Row> rows() {
    std::ifstream file(PLUMB_SOURCE_DIR "/tests/unit/form/expressions.txt");
    REQUIRE(file.good());
    std::vector<Row> all;
    std::string text, zone = "+00:00", at = "/data";
    for (int line = 1; std::getline(file, text); ++line) {
        if (text.empty() || text.front() == '#') continue;
        if (text.starts_with("@zone ")) {
            zone = text.substr(6);
        } else if (text.starts_with("@at ")) {
            at = text.substr(4);
        } else {
            const auto arrow = text.rfind(" => ");
            REQUIRE(arrow != std::string::npos);
            all.push_back({line, text.substr(0, arrow), text.substr(arrow + 4), zone, at});
        }
    }
    return all;
}

// What a row says: as `describe` writes it, or "error: sentence".
std::string result(const std::string& source, Context context, World& world) {
    const auto expression = parse(source);
    if (!expression) return "error: " + expression.error();
    try {
        return describe(Evaluator(*expression, world).value(context));
    } catch (const EvaluationError& error) {
        return std::string("error: ") + error.what();
    }
}

}  // namespace

TEST_CASE("every row of the table gives what it says") {
    SmallData data;
    int count = 0;
    for (const auto& row : rows()) {
        DataWorld world(data, "2026-11-22T08:15:30.123" + row.zone);
        Context context = data.root();
        const auto place = parse(row.at);
        REQUIRE(place);
        const auto at = Evaluator(*place, world).nodes(place->root, context);
        REQUIRE(at.size() == 1);
        context.node = context.current = at.front();
        const auto found = result(row.expression, context, world);
        INFO("expressions.txt:" << row.line << "  " << row.expression);
        // An error is told by a part of its sentence.
        if (row.wanted.starts_with("error")) {
            CHECK(found.starts_with("error: "));
            if (row.wanted.size() > 7) CHECK_THAT(found, Catch::Contains(row.wanted.substr(7)));
        } else {
            CHECK(found == row.wanted);
        }
        ++count;
    }
    CHECK(count > 500);
}
