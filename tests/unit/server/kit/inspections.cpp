#include "tests/unit/server/kit/inspections.h"

#include <fstream>
#include <sstream>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"
#include "shared/crypto/hash.h"

namespace plumb::server::kit {
namespace {

const checklist::Checklist& loaded() {
    static const auto checklist = checklist::loadChecklist(checklistDocument()).value();
    return *checklist;
}

json::object fixture(const std::string& name) {
    return parseJson(readText(std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/" + name + ".json"))
        .value()
        .as_object();
}

json::object bodyOf(const checklist::Answers& answers) {
    const auto score = checklist::scoreAnswers(loaded(), answers).value();
    json::object body = answers.toJson();
    body["kind"] = "supervision";
    body["checklist"] = {
        {"id", loaded().id}, {"version", loaded().version}, {"sha256", crypto::sha256(checklistDocument()).hex()}};
    body["started"] = "2026-11-22T08:00:00.000+08:00";
    body["finished"] = "2026-11-22T09:00:00.000+08:00";
    body["team"] = {{{"name", "inspector"}}};
    body["findings"] = json::array{};
    body["score"] = checklist::toJson(score);
    body["party"] = {{"refused", {{"reason", "absent"}, {"witness", "witness"}}}};
    body["trail"] = std::string(64, '0');
    return body;
}

}  // namespace

std::string readText(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

const std::string& checklistDocument() {
    static const std::string text = readText(std::string(PLUMB_SOURCE_DIR) + "/assets/checklists/6a.json");
    return text;
}

json::object checklistBody(const std::string& document) {
    const auto value = parseJson(document).value();
    const auto& object = value.get_object();
    return {{"id", object.at("id")},
            {"version", object.at("version")},
            {"title", object.at("title")},
            {"sha256", crypto::sha256(document).hex()}};
}

record::FileRef checklistFile(const std::string& document) {
    return {crypto::sha256(document), document.size(), "application/json", "checklist", {}};
}

json::object inspectionBody(std::size_t padding) {
    static const auto passing = fixture("6a-pass");
    auto answers = checklist::Answers::fromJson(passing).value();
    // Notes of a usual length, so that the line is long in the way that real ones are.
    for (std::size_t item = 0; padding > 0; ++item) {
        const std::size_t size = std::min<std::size_t>(padding, 300);
        const auto& id = loaded().items[item % loaded().items.size()].id;
        std::string& note = answers.notes[id];
        for (std::size_t i = 0; i < size; ++i) note.push_back("see the ledger, page 14; "[i % 25]);
        padding -= size;
    }
    return bodyOf(answers);
}

json::object vetoedBody() {
    auto body = bodyOf(checklist::Answers::fromJson(fixture("6a-veto")).value());
    body["findings"] = {{{"item", "2"}, {"severity", "major"}, {"text", "安全间隔期不足"}, {"due", "2026-12-06"}}};
    return body;
}

json::object siteBody(const std::string& id, const std::string& name, const std::string& region) {
    return {{"id", id}, {"name", name}, {"code", "93620321MA0000007K"}, {"region", region}};
}

}  // namespace plumb::server::kit
