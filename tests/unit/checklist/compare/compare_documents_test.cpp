// Two versions of a checklist, compared: each thing is told by where it stands, and nothing that differs is left out.
#include "shared/checklist/compare/compare_documents.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <vector>

#include "shared/checklist/load/loader.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

json::object document(const std::string& name) {
    std::ifstream in(std::string(PLUMB_SOURCE_DIR) + "/assets/checklists/" + name + ".json");
    std::stringstream text;
    text << in.rdbuf();
    REQUIRE(loadChecklist(text.str()));
    return std::move(parseJson(text.str())->as_object());
}

json::array& listAt(json::object& object, std::string_view name) {
    return object.at(name).as_array();
}
json::object& item(json::object& document, std::size_t section, std::size_t item) {
    return listAt(listAt(document, "sections")[section].as_object(), "items")[item].as_object();
}

std::string told(const std::vector<DocumentChange>& changes) {
    std::string out;
    for (const auto& change : changes) {
        out += std::string(changeName(change.kind)) + " " + std::string(touchesName(change.touches));
        for (const auto& step : change.place) out += " " + step.list + ":" + step.id;
        if (!change.member.empty()) out += " ." + change.member;
        out += "\n";
    }
    return out;
}

// Every value of a document, wherever it stands, with what it would be told by.
void everyValue(json::value& value, const std::function<void(json::value&)>& visit) {
    if (value.is_object()) {
        for (auto& member : value.get_object()) {
            if (member.key() != "comment") everyValue(member.value(), visit);
        }
    } else if (value.is_array()) {
        for (auto& element : value.get_array()) everyValue(element, visit);
    } else {
        visit(value);
    }
}

}  // namespace

TEST_CASE("nothing differs of one document, nor where a text of all languages is written plainly") {
    const auto now = document("6a");
    CHECK(compareDocuments(now, now).empty());
    auto plain = now, full = now;
    plain["about"] = "x";
    full["about"] = json::object{{"zh", "x"}, {"en", "x"}};
    full["comment"] = "of the author";
    CHECK(compareDocuments(plain, full).empty());
}

TEST_CASE("what changed is told by the place where it stands, the member, and both values") {
    const auto older = document("6a");
    auto newer = older;
    newer["version"] = "2";
    item(newer, 0, 0)["points"] = 6;
    item(newer, 0, 0)["text"].as_object()["zh"] = "另一句话";
    listAt(item(newer, 0, 0), "standards")[0].as_object()["clause"] = "第 5 条";
    newer["scoring"].as_object()["na"] = "renormalise";
    newer["choices"].as_object()["two"].as_array()[0].as_object()["verdict"] = "part";
    newer["choices"].as_object()["two"].as_array()[0].as_object()["label"] = "合格";
    const auto changes = compareDocuments(older, newer);
    CHECK(told(changes) ==
          "changed words .version\n"
          "changed rules .scoring.na\n"
          "changed words choices:two choices:pass .label\n"
          "changed rules choices:two choices:pass .verdict\n"
          "changed rules sections:s1 items:1 .points\n"
          "changed words sections:s1 items:1 .text\n"
          "added basis sections:s1 items:1 standards:农药管理条例 第 5 条\n"
          "removed basis sections:s1 items:1 standards:农药管理条例\n");
    CHECK(changes[4].before == json::value(8));
    CHECK(changes[4].after == json::value(6));
    CHECK(textOr(changes[4].place[0].label.as_object(), "zh") == "一 投入品管理");
}

TEST_CASE("an item that went to another section was moved, and what else changed in it is told beside") {
    const auto older = document("6a");
    auto newer = older;
    auto& from = listAt(listAt(newer, "sections")[0].as_object(), "items");
    auto& to = listAt(listAt(newer, "sections")[1].as_object(), "items");
    auto moved = from[0].as_object();
    moved["points"] = 4;
    from.erase(from.begin());
    to.insert(to.begin() + 1, moved);
    const auto changes = compareDocuments(older, newer);
    REQUIRE(told(changes) == "moved rules sections:s2 items:1\nchanged rules sections:s2 items:1 .points\n");
    CHECK(toText(changes[0].before) == R"({"in":["s1"]})");
    CHECK(toText(changes[0].after) == R"({"in":["s2"],"after":")" + textOr(to[0].as_object(), "id") + "\"}");
}

TEST_CASE("of a list in another order only what was taken from its place is told") {
    const auto older = document("6a");
    auto newer = older;
    auto& sections = listAt(newer, "sections");
    const auto last = sections.back();
    sections.pop_back();
    sections.insert(sections.begin(), last);
    const auto changes = compareDocuments(older, newer);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].kind == DocumentChange::Kind::moved);
    CHECK(changes[0].place[0].id == textOr(last.as_object(), "id"));
    CHECK(changes[0].after.as_object().at("after").is_null());
}

TEST_CASE("what is new or gone is told whole") {
    const auto older = document("6a");
    auto newer = older;
    listAt(newer, "sections").pop_back();
    newer["facts"] = parseJson(R"([{"id":"altitude","type":"number","label":"海拔"}])").value();
    const auto changes = compareDocuments(older, newer);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].kind == DocumentChange::Kind::removed);
    CHECK(changes[0].before == older.at("sections").as_array().back());
    CHECK(told({changes[1]}) == "added rules facts:altitude\n");
}

TEST_CASE("whatever single value of a document is another, it is told, once") {
    for (const auto* name : {"6a", "6b", "c1", "c3"}) {
        const json::value older = document(name);
        json::value newer = older;
        std::size_t values = 0, told = 0;
        everyValue(newer, [&](json::value& value) {
            const json::value was = value;
            value = was.is_bool() ? json::value(!was.get_bool()) : was.is_string() ? json::value("~") : json::value(-7);
            ++values;
            // An id that changes is a thing that is gone and another that is new.
            const auto changes = compareDocuments(older.get_object(), newer.get_object()).size();
            if (changes == 1 || changes == 2) ++told;
            value = was;
        });
        INFO(name);
        CHECK(values > 300);
        CHECK(told == values);
    }
}

TEST_CASE("documents that no reader takes are compared without harm") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        json::value older = document("6b"), newer = older;
        for (auto* one : {&older, &newer}) {
            everyValue(*one, [&](json::value& value) {
                if (random() % 40 == 0)
                    value = random() % 2 ? json::value(json::array{1, json::object{}, "s1"}) : json::value();
                if (random() % 40 == 0) value = "s1";
            });
        }
        for (const auto& change : compareDocuments(older.get_object(), newer.get_object()))
            CHECK(change.place.size() < 64);
    }
}
