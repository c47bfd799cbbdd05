#include <catch2/catch.hpp>

#include "shared/document/layout/text_pattern.h"
#include "shared/document/papers/papers.h"
#include "tests/unit/document/sample.h"

using namespace plumb;
using namespace plumb::document;
using namespace plumb::document::test;

namespace {

std::string plain(const Text& text) {
    std::string out;
    for (const auto& run : text) out += run.text;
    return out;
}

std::string faultOf(std::string_view layout) {
    const auto read = Layout::read(layout);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "bad_layout");
    return read.error().detail;
}

std::string layoutWith(const std::string& blocks) {
    return R"({"paper":"p","language":"zh","name":"n","title":"t","page":"{page}","blocks":)" + blocks + "}";
}

}  // namespace

TEST_CASE("A place is filled from the innermost data that has it, and is never left blank") {
    const json::object paper{{"site", {{"name", "示范区"}}}, {"no", "9"}, {"empty", ""}};
    const json::object row{{"no", "1.2"}, {"index", 3}};
    const Scope outer{&paper}, scope{&row, &outer};
    const auto fill = [&](std::string_view pattern) { return plain(TextPattern::read(pattern)->fill(scope)); };
    CHECK(fill("{index}. {no} {site.name}") == "3. 1.2 示范区");
    CHECK(fill("{empty}{nowhere}") == "／／");
    CHECK(fill("{empty|没有}{nowhere|}") == "没有");
    CHECK(fill("{{no}") == "{no}");
}

TEST_CASE("What a record says is printed and not obeyed") {
    const json::object data{{"note", "[b]{site}[/b] {{"}};
    const auto text = TextPattern::read("[b]说明[/b]：{note}")->fill(Scope{&data});
    REQUIRE(text.size() == 3);
    CHECK(text[0].bold);
    CHECK(text[2] == Run{"[b]{site}[/b] {{"});
}

TEST_CASE("A layout that is none is refused with the place") {
    CHECK(faultOf("{") != "");
    CHECK(faultOf("[]") == "a layout is a JSON object");
    CHECK(faultOf(R"({"paper":"p"})") == "language: is missing");
    CHECK(faultOf(layoutWith(R"([{"heading":"{a"}])")) ==
          "blocks[0].heading: \"{a\" begins a place and does not end it with }");
    CHECK(faultOf(layoutWith(R"([{"heading":"[b]a"}])")) ==
          "blocks[0].heading: a mark ([b], [m] or [g]) is not closed");
    CHECK(faultOf(layoutWith(R"([{"haeding":"a"}])")).starts_with("blocks[0]: must have one of heading"));
    CHECK(faultOf(layoutWith(R"([{"text":"a","heading":"b"}])")) == "blocks[0]: is \"heading\" and \"text\" at once");
    CHECK(faultOf(layoutWith(R"([{"text":"a","whne":"b"}])")) == "blocks[0]: \"whne\" is no member of it");
    CHECK(faultOf(layoutWith(R"([{"table":{"columns":[20,0],"each":"x","row":["a"]}}])")) ==
          "blocks[0].table.row: spans 1 columns of a table that has 2");
    CHECK(faultOf(layoutWith(R"([{"table":{"columns":[600],"each":"x","row":["a"]}}])")) ==
          "blocks[0].table.columns: must be one at least, and no wider than the page");
    CHECK(faultOf(layoutWith(R"([{"facts":[["a"]]}])")) ==
          "blocks[0].facts[0]: must be [label, text] or [label, text, label, text]");
    CHECK(faultOf(layoutWith(R"([{"blocks":[{"photos":{"each":"x"}}]}])")) ==
          "blocks[0].blocks[0].photos.picture: must name a member of the data");
}

TEST_CASE("Every paper that comes with the product has a layout in both languages, and composes from nothing") {
    const auto papers = builtinPapers();
    CHECK(papers == std::vector<std::string_view>{"inspection_record", "score_sheet", "evidence_sheet",
                                                  "rectification_order", "delivery_proof", "rectification_report",
                                                  "recheck_opinion", "archive_index", "check_approval", "check_notice",
                                                  "task_letter", "draw_result", "publication_table", "visit_rating"});
    for (const auto paper : papers) {
        for (const auto* language : {"zh", "en"}) {
            INFO(paper << " " << language);
            const auto* layout = builtinLayout(paper, language);
            REQUIRE(layout);
            const auto part = compose(*layout, {}, [](std::string_view) { return std::string(); });
            CHECK_FALSE(part.blocks.empty());
        }
    }
}

TEST_CASE("The record's paper says what follows each finding, in the words of its layout") {
    const auto said = [](const char* language) {
        std::vector<std::string> out;
        const auto part = compose(*builtinLayout("inspection_record", language), recordData(),
                                  [](std::string_view) { return std::string(); });
        for (const auto& block : part.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (!table || table->head.empty()) continue;
            for (const auto& row : table->rows) out.push_back(plain(row.at(3).text));
        }
        return out;
    };
    CHECK(said("zh") == std::vector<std::string>{"责令整改，2026-11-29 前改正", "责令整改，2026-12-07 前改正",
                                                 "当场改正：更正追溯页面"});
    CHECK(said("en").back() == "Put right on the spot: 更正追溯页面");
}

TEST_CASE("A code is printed as the layout's word for it, another one as it is") {
    const json::object words{{"kind", {{"patrol", "日常巡查"}}}}, data{{"kind", "patrol"}}, other{{"kind", "own_kind"}};
    CHECK(plain(fillPattern("{kind}", Scope{&data, nullptr, &words})) == "日常巡查");
    CHECK(plain(fillPattern("{kind}", Scope{&other, nullptr, &words})) == "own_kind");
}

TEST_CASE("Blocks come and go with what the data says, and repeat over its lists") {
    const auto layout = Layout::read(layoutWith(
        R"([{"when":"a","text":"A"},{"unless":"a","text":"no A"},{"each":"list","blocks":[{"text":"{index} {text} {a}"}]}])"));
    REQUIRE(layout);
    const auto textsOf = [&](const char* data) {
        std::vector<std::string> out;
        const auto part =
            compose(*layout, parseJson(data)->as_object(), [](std::string_view) { return std::string(); });
        for (const auto& block : part.blocks) out.push_back(plain(std::get<Paragraph>(block).text));
        return out;
    };
    CHECK(textsOf(R"({"a":"x","list":["p","q"]})") == std::vector<std::string>{"A", "1 p x", "2 q x"});
    CHECK(textsOf(R"({"a":[]})") == std::vector<std::string>{"no A"});
}
