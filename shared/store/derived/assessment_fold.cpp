#include "shared/store/derived/assessment_fold.h"

#include <algorithm>

#include "shared/records/assessment/assessment_json.h"
#include "shared/records/reference/round.h"
#include "shared/store/derived/keys.h"

namespace plumb::store {
namespace {

// One name for what a row is of.
std::string nameOf(const records::AssessmentKey& key) {
    return key.site + '\n' + key.round + '\n' + key.checklist;
}

bool speaksOfSubmission(const std::string& type) {
    return type == "assessment.amended" || records::isReview(type);
}

}  // namespace

std::optional<records::AssessmentKey> AssessmentFolder::keyOf(LinePayload& line) {
    const auto& row = line.row();
    if (speaksOfSubmission(row.type)) {
        const auto get = m_tables.kept(
            "SELECT site.id, round, checklist FROM assessment JOIN site ON site.key = assessment.site WHERE submission "
            "= ? AND submission <> ''");
        get->bind(1, row.about);
        if (!get->executeStep()) return std::nullopt;
        return records::AssessmentKey{get->getColumn(0).getString(), get->getColumn(1).getString(),
                                      get->getColumn(2).getString(), row.about};
    }
    const bool says =
        row.type == "assessment.contributed" || row.type == "assessment.assigned" || row.type == "assessment.submitted";
    if (!says) return std::nullopt;
    const auto* payload = line.get();
    return payload ? assessmentOf(*payload) : std::nullopt;
}

void AssessmentFolder::take(LinePayload& line) {
    const auto& row = line.row();
    if (row.state == RecordState::refused) return;
    if (row.type == "round.published") {
        if (const auto* payload = line.get()) remakeRound(textOr(payload->body, "id"));
        return;
    }
    const auto key = keyOf(line);
    if (!key || m_remade.contains(nameOf(*key))) return;
    auto known = find(*key);
    const bool spokenOf = row.type == "assessment.submitted" && m_store.isSpokenOfBefore(row.id, row.number);
    const bool isNext = !spokenOf && (!known || (row.logIndex && rankOf(row) > known->through));
    if (!isNext) return remake(*key);
    const auto* payload = line.get();
    if (!payload) return;
    std::optional<records::AssessmentRow> folded;
    if (known) folded = std::move(known->row);
    (void)foldAssessmentLine(folded, row, *payload);
    if (!folded) return;
    put({std::move(*folded), known ? known->first : rankOf(row), std::max(known ? known->through : 0, rankOf(row))});
}

void AssessmentFolder::retake(LinePayload& line) {
    if (line.row().type == "round.published") {
        if (const auto* payload = line.get()) remakeRound(textOr(payload->body, "id"));
        return;
    }
    if (const auto key = keyOf(line)) remake(*key);
}

void AssessmentFolder::remake(const records::AssessmentKey& key) {
    if (!m_remade.insert(nameOf(key)).second) return;
    std::optional<records::AssessmentRow> folded;
    std::int64_t first = 0, through = 0;
    for (const auto& [row, payload] : linesOfAssessment(m_store, key.site, key.round, key.checklist)) {
        const bool begun = folded.has_value();
        (void)foldAssessmentLine(folded, row, payload);
        if (!begun && folded) first = rankOf(row);
        through = std::max(through, rankOf(row));
    }
    if (folded) return put({std::move(*folded), first, through});
    const auto drop = m_tables.kept("DELETE FROM assessment WHERE site = ? AND round = ? AND checklist = ?");
    drop->bind(1, siteKey(m_tables, key.site));
    drop->bind(2, key.round);
    drop->bind(3, key.checklist);
    drop->exec();
}

std::optional<AssessmentFolder::Kept> AssessmentFolder::find(const records::AssessmentKey& key) {
    const auto get = m_tables.kept(
        "SELECT first, through, row FROM assessment WHERE site = (SELECT key FROM site WHERE id = ?) AND round = ? AND "
        "checklist = ?");
    get->bind(1, key.site);
    get->bind(2, key.round);
    get->bind(3, key.checklist);
    if (!get->executeStep()) return std::nullopt;
    return Kept{records::assessmentFromJson(parseJson(get->getColumn(2).getString()).value().as_object()),
                get->getColumn(0).getInt64(), get->getColumn(1).getInt64()};
}

void AssessmentFolder::put(const Kept& kept) {
    const auto site = siteKey(m_tables, kept.row.site);
    const auto write = m_tables.kept(
        "INSERT INTO assessment(site, round, checklist, submission, first, through, row) VALUES(?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(site, round, checklist) DO UPDATE SET submission = excluded.submission, first = excluded.first, "
        "through = excluded.through, row = excluded.row");
    write->bind(1, site);
    write->bind(2, kept.row.round);
    write->bind(3, kept.row.checklist);
    write->bind(4, kept.row.submitted ? kept.row.submitted->id : std::string());
    write->bind(5, kept.first);
    write->bind(6, kept.through);
    write->bind(7, toText(records::toJson(kept.row)));
    write->exec();
}

// Rounds are few: the newest publication in the log's order holds.
void AssessmentFolder::remakeRound(const std::string& id) {
    if (!m_remade.insert("round\n" + id).second) return;
    const auto drop = m_tables.kept("DELETE FROM round WHERE id = ?");
    drop->bind(1, id);
    drop->exec();
    const auto lines = m_store.linesOfType("round.published", {});
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->row.state == RecordState::refused) continue;
        const auto payload = m_store.payload(*line);
        if (!payload || textOr(payload->body, "id") != id) continue;
        const auto round = records::readRound(payload->body);
        if (!round) continue;
        const auto write = m_tables.kept("INSERT INTO round VALUES(?, ?, ?, ?, ?, ?, ?)");
        write->bind(1, id);
        write->bind(2, rankOf(line->row));
        write->bind(3, line->row.region);
        write->bind(4, static_cast<std::int64_t>(round->opens.time_since_epoch().count()));
        write->bind(5, static_cast<std::int64_t>(round->closes.time_since_epoch().count()));
        write->bind(6, round->closed ? 1 : 0);
        write->bind(7, toText(records::toBody(*round)));
        write->exec();
        return;
    }
}

}  // namespace plumb::store
