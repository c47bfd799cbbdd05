// The engine behind JSON: what it answers, and that nothing which is handed in ends it.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "shared/engine/engine.h"
#include "tests/unit/checklist/small_checklist.h"

using namespace plumb;
using engine::Engine;

namespace {

std::string fileText(const std::string& path) {
    std::ifstream file(std::string(PLUMB_SOURCE_DIR) + "/" + path, std::ios::binary);
    REQUIRE(file);
    return (std::ostringstream() << file.rdbuf()).str();
}

Engine made() {
    return Engine([](const Sha256&, ByteView) -> std::string { return "/nowhere"; });
}

json::object ask(Engine& engine, const json::object& request, ByteView attached = {}) {
    return parseJson(engine.answer(json::serialize(request), attached)).value().get_object();
}

std::string refusal(const json::object& answer) {
    const auto* error = answer.if_contains("error");
    return error ? std::string(error->at("code").as_string()) : "";
}

// One item, one question with the choices pass, part, fail.
const std::string kOneItem = checklist::test::document(checklist::test::section(
    R"({"id":"1","text":"A","points":10,"questions":[{"id":"a","type":"select_one","choices":"three","label":"C"}]})"));

json::object opened(Engine& engine, const std::string& document = kOneItem) {
    auto answer = ask(engine, {{"do", "open"}, {"document", document}});
    INFO(json::serialize(answer));
    REQUIRE(answer.contains("checklist"));
    return answer;
}

}  // namespace

TEST_CASE("a document is opened, and answers are scored as a record states them") {
    Engine engine = made();
    const auto handle = opened(engine, fileText("build/checklists/6a.json")).at("checklist");
    const auto fixture = parseJson(fileText("tests/unit/checklist/fixtures/6a-veto.json")).value().get_object();
    const auto answer = ask(engine, {{"do", "score"}, {"checklist", handle}, {"answers", fixture}});
    REQUIRE(refusal(answer).empty());
    const auto& stated = answer.at("stated").get_object();
    CHECK(stated.at("grade") == answer.at("score").at("grade"));

    // The same body with its own score is the same; with another it says where.
    json::object body = fixture;
    body["score"] = stated;
    CHECK(ask(engine, {{"do", "recompute"}, {"checklist", handle}, {"body", body}}).at("same").as_bool());
    body["score"].get_object()["points"] = stated.at("points").as_int64() + 1;
    const auto other = ask(engine, {{"do", "recompute"}, {"checklist", handle}, {"body", body}});
    CHECK_FALSE(other.at("same").as_bool());
    CHECK(other.at("difference").as_string().find("points") != json::string::npos);
}

TEST_CASE("a document with problems names them all and opens nothing") {
    Engine engine = made();
    auto answer = ask(engine, {{"do", "open"}, {"document", R"({"plumb":"checklist","id":"","sections":[]})"}});
    CHECK_FALSE(answer.contains("checklist"));
    CHECK(answer.at("problems").as_array().size() > 1);
}

TEST_CASE("a workbook is read with all its errors by sheet, row and column") {
    Engine engine = made();
    const std::string workbook = fileText("assets/checklists/c1.xlsx");
    const auto answer = ask(engine, {{"do", "sheets"}, {"file", "c1"}}, asBytes(workbook));
    REQUIRE(answer.contains("checklist"));
    CHECK(answer.at("problems").as_array().empty());
    // What was read is the document that the build makes of the same sheets.
    const auto again = ask(engine, {{"do", "open"}, {"document", answer.at("document")}});
    CHECK(again.at("items") == answer.at("items"));
    CHECK(refusal(ask(engine, {{"do", "sheets"}}, asBytes("no workbook"))) == "not_xlsx");
}

TEST_CASE("a session shows what a screen shows, and takes changes one by one") {
    Engine engine = made();
    const auto handle = opened(engine).at("checklist");
    const auto begun = ask(engine, {{"do", "begin"}, {"checklist", handle}, {"now", "2026-11-29T10:00:00.000+08:00"}});
    const auto session = begun.at("session");
    const auto before = ask(engine, {{"do", "view"}, {"session", session}});
    CHECK(before.at("totals").at("missing").as_int64() == 1);
    const auto& row = before.at("sections").at(0).at("items").at(0).at("rows").at(0).get_object();
    CHECK(row.at("key") == "a");
    CHECK(row.at("choices").as_array().size() == 3);

    const auto change = ask(engine, {{"do", "change"}, {"session", session}, {"set", "a"}, {"value", "pass"}});
    CHECK(change.at("items").as_array().size() == 1);
    const auto after = ask(engine, {{"do", "view"}, {"session", session}});
    CHECK(after.at("totals").at("points").as_int64() == 10'000);
    CHECK(after.at("toSign").at("answers").at("a") == "pass");
    CHECK(refusal(ask(engine, {{"do", "change"}, {"session", session}, {"set", "a"}, {"value", "maybe"}})) ==
          "bad_choice");
    ask(engine, {{"do", "change"}, {"session", session}, {"undo", true}});
    CHECK(ask(engine, {{"do", "view"}, {"session", session}}).at("totals").at("missing").as_int64() == 1);
}

TEST_CASE("what a record would state comes of one session, at its moment") {
    Engine engine = made();
    const auto handle = opened(engine).at("checklist");
    const auto session = ask(engine, {{"do", "begin"},
                                      {"checklist", handle},
                                      {"now", "2026-11-29T23:30:00.000+08:00"},
                                      {"answers", {{"answers", {{"a", "fail"}}}}},
                                      {"photos", {{"1", 2}}}})
                             .at("session");
    const auto said = ask(engine, {{"do", "statement"}, {"session", session}});
    CHECK(said.at("answers").at("day") == "2026-11-29");
    CHECK(said.at("answers").at("zone") == "+08:00");
    CHECK(said.at("missing").as_int64() == 0);
    CHECK(said.at("findings").at(0).at("item") == "1");
    const auto score = ask(engine, {{"do", "score"}, {"checklist", handle}, {"answers", said.at("answers")}});
    CHECK(score.at("stated") == said.at("score"));
    CHECK(refusal(ask(engine, {{"do", "begin"},
                               {"checklist", handle},
                               {"now", "2026-11-29T23:30:00.000+08:00"},
                               {"photos", {{"1", -1}}}})) == "bad_member");
}

TEST_CASE("what others contributed is merged by items, never over what was changed here") {
    Engine engine = made();
    const auto handle = opened(engine).at("checklist");
    const auto merge = [&](json::value mine, json::value base, json::value theirs, json::value settled) {
        return ask(engine, {{"do", "merge"},
                            {"checklist", handle},
                            {"answers", {{"answers", std::move(mine)}}},
                            {"base", std::move(base)},
                            {"theirs", std::move(theirs)},
                            {"settled", std::move(settled)}});
    };
    const json::object none, pass{{"a", "pass"}}, fail{{"a", "fail"}};
    const json::object passed{{"1", {{"answers", pass}}}}, failed{{"1", {{"answers", fail}}}};

    const auto taken = merge(none, none, passed, none);
    CHECK(taken.at("taken") == json::array{"1"});
    CHECK(taken.at("answers").at("answers") == pass);
    CHECK(taken.at("changed").as_object().empty());
    CHECK(taken.at("base") == passed);

    const auto kept = merge(fail, passed, passed, none);  // nobody else changed it
    CHECK(kept.at("changed").as_object().contains("1"));
    CHECK(kept.at("answers").at("answers") == fail);

    const auto agreed = merge(pass, none, passed, none);
    CHECK(agreed.at("taken").as_array().empty());
    CHECK(agreed.at("changed").as_object().empty());

    const auto both = merge(fail, none, passed, none);
    CHECK(both.at("divergent") == json::array{"1"});
    CHECK(both.at("answers").at("answers") == fail);
    CHECK(both.at("changed").as_object().empty());  // it is settled before it is given
    CHECK(merge(fail, none, passed, json::object{{"1", "mine"}}).at("changed").as_object().contains("1"));
    CHECK(merge(fail, none, passed, json::object{{"1", "theirs"}}).at("answers").at("answers") == pass);

    // An item that was taken back is one with nothing in it.
    CHECK(merge(pass, passed, json::object{{"1", json::object{}}}, none).at("answers").at("answers") == none);
    // Items and questions that this version does not have are passed over.
    const auto unknown = merge(none, none, json::object{{"9", {{"answers", pass}}}}, none);
    CHECK(unknown.at("taken").as_array().empty());
}

TEST_CASE("files are part of an item, but for those that its answers name") {
    Engine engine = made();
    const auto handle = opened(engine).at("checklist");
    const std::string hash(64, 'a');
    const json::array files{json::object{{"role", "evidence"}, {"sha256", hash}, {"item", "1"}, {"name", "x.png"}}};
    const auto said = ask(engine, {{"do", "merge"},
                                   {"checklist", handle},
                                   {"answers", json::object{}},
                                   {"files", files},
                                   {"theirs", {{"1", {{"answers", {{"a", "pass"}}}}}}}});
    CHECK(said.at("divergent") == json::array{"1"});
    CHECK(said.at("files").at(0).at("name") == "x.png");
    CHECK(refusal(ask(engine, {{"do", "merge"},
                               {"checklist", handle},
                               {"answers", json::object{}},
                               {"files", json::array{json::object{{"role", "evidence"}}}}})) == "bad_member");
}

TEST_CASE("whatever is handed in is answered") {
    Engine engine = made();
    const std::string deep(100'000, '[');
    for (const std::string& request :
         {std::string(), std::string("{"), std::string("[]"), std::string("null"), std::string("\xff\xfe"), deep,
          std::string(R"({"do":1})"), std::string(R"({"do":"format the disk"})"), std::string(R"({"do":"score"})"),
          std::string(R"({"do":"score","checklist":7,"answers":[]})"), std::string(R"({"do":"open","document":7})"),
          std::string(R"({"do":"begin","checklist":9223372036854775807,"now":"never"})"),
          std::string(R"({"do":"change","session":1})"), std::string(R"({"do":"sheets"})")}) {
        INFO(request.substr(0, 60));
        CHECK_FALSE(refusal(parseJson(engine.answer(request)).value().get_object()).empty());
    }
}

TEST_CASE("what is closed is gone, and too many at once are told") {
    Engine engine = made();
    const auto handle = opened(engine).at("checklist");
    ask(engine, {{"do", "close"}, {"checklist", handle}});
    CHECK(refusal(ask(engine, {{"do", "score"}, {"checklist", handle}, {"answers", json::object{}}})) == "not_open");
    for (int i = 0; i < 64; ++i) opened(engine);
    CHECK(refusal(ask(engine, {{"do", "open"}, {"document", kOneItem}})) == "too_many_open");
}
