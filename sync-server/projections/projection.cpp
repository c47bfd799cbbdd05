#include "sync-server/projections/projection.h"

#include "sync-server/projections/item_outcomes.h"

namespace plumb::server {

std::vector<ItemOutcome> outcomesOf(const json::object& body) {
    std::vector<ItemOutcome> out;
    const auto* score = body.if_contains("score");
    const auto* items = score && score->is_object() ? score->get_object().if_contains("items") : nullptr;
    if (!items || !items->is_array()) return out;
    for (const auto& one : items->get_array()) {
        if (!one.is_object()) continue;
        auto id = textOr(one.get_object(), "id");
        const auto verdict = checklist::verdictNamed(textOr(one.get_object(), "verdict"));
        if (!id.empty() && verdict) out.push_back({std::move(id), *verdict});
    }
    return out;
}

Reading takeReading(record::Payload& payload) {
    Reading out;
    if (records::isVersion(payload.type)) {
        if (auto summary = records::readSummary(payload.body)) {
            out.summary = std::move(*summary);
            out.findings = records::findingsOf(payload.body);
            out.items = outcomesOf(payload.body);
        }
        dropAnswers(payload.body);
    } else if (const auto kind = records::actKindOf(payload.type)) {
        if (auto act = records::readAct(*kind, payload.body)) out.act = std::move(*act);
    } else if (payload.type == "assessment.contributed") {
        if (auto read = records::readContribution(payload.body)) out.contribution = std::move(*read);
    } else if (payload.type == "assessment.assigned") {
        if (auto read = records::readAssignment(payload.body)) out.assignment = std::move(*read);
    }
    return out;
}

void dropAnswers(json::object& body) {
    json::object kept;
    for (const char* name : {"of", "reason", "signers", "task", "person", "day", "rating"}) {
        if (const auto* value = body.if_contains(name)) kept[name] = *value;
    }
    // Who has to accept it, follows from its vetoes (records/inspection/standing.h).
    if (records::vetoesOf(body) > 0)
        kept["score"] = json::object{{"vetoes", body.at("score").as_object().at("vetoes")}};
    body.swap(kept);
}

void clear(const Projection& projection, sql::Connection& connection) {
    for (const auto& table : projection.tables()) {
        connection.define(std::string("DROP TABLE IF EXISTS ") + table.name);
        connection.define(table.definition);
    }
}

void finish(const Projection& projection, sql::Connection& connection) {
    for (const auto& table : projection.tables()) {
        if (table.indexes) connection.define(table.indexes);
    }
}

}  // namespace plumb::server
