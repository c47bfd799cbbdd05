#include "shared/store/derived/case_fold.h"

#include <algorithm>

#include "shared/records/rectification/case_json.h"
#include "shared/store/derived/case_lists.h"
#include "shared/store/derived/keys.h"
#include "shared/store/derived/schema.h"

namespace plumb::store {
namespace {

// The case that a line may change; "": none. A review may turn out to be about a self-assessment.
const std::string& caseIdOf(const RecordRow& row) {
    static const std::string none;
    if (row.type == "inspection.submitted") return row.id;
    if (row.type == "inspection.amended" || records::isCosignature(row.type) || records::isReview(row.type) ||
        records::actKindOf(row.type))
        return row.about;
    return none;
}

std::int64_t numberOf(const std::optional<Day>& day) {
    return day ? day->time_since_epoch().count() : kNoDay;
}

bool isPlain(const records::CaseRow& row) {
    return row.findings.empty() && row.orders.empty() && row.ignored.empty() && row.archived.empty();
}

}  // namespace

records::CaseRow caseWithoutFindings(const records::InspectionRow& inspection) {
    records::CaseRow out;
    out.standing = records::standingOf(inspection);
    out.site = inspection.site;
    out.region = inspection.region;
    out.kind = inspection.says.kind;
    out.checklist = inspection.says.checklist;
    out.at = inspection.at;
    return out;
}

void CaseFolder::take(LinePayload& line) {
    const auto& row = line.row();
    const auto& id = caseIdOf(row);
    if (id.empty() || row.state == RecordState::refused || m_remade.contains(id)) return;
    const bool submission = row.type == "inspection.submitted";
    auto known = find(id);
    if (!known && !submission) return;  // waits for its submission, or is about none
    const bool isNext = submission ? !known && !m_store.isSpokenOfBefore(id, row.number)
                                   : row.logIndex && rankOf(row) > known->folded.through;
    // What the table of inspections has taken in already is not folded a second time.
    if (!isNext || (known && known->plain && row.type == "inspection.amended")) return remake(id);
    const auto* payload = line.get();
    if (!payload) return;
    std::optional<records::CaseRow> folded;
    if (known) folded = std::move(known->folded.row);
    (void)foldCaseLine(folded, row, *payload);
    if (!folded) return;
    const FoldedCase now{std::move(*folded), known ? known->folded.own : row.own,
                         known ? known->folded.rank : rankOf(row),
                         std::max(known ? known->folded.through : 0, rankOf(row))};
    put(now);
}

void CaseFolder::retake(const RecordRow& row) {
    if (const auto& id = caseIdOf(row); !id.empty()) remake(id);
}

void CaseFolder::remake(const std::string& id) {
    if (!m_remade.insert(id).second) return;
    std::optional<records::CaseRow> folded;
    FoldedCase made;
    for (const auto& [row, payload] : linesOfCase(m_store, id)) {
        const bool begins = !folded;
        (void)foldCaseLine(folded, row, payload);
        if (!folded) continue;
        if (begins) {
            made.own = row.own;
            made.rank = rankOf(row);
        }
        made.through = std::max(made.through, rankOf(row));
    }
    remove(id);
    if (!folded) return;
    made.row = std::move(*folded);
    put(made);
}

std::optional<CaseFolder::Kept> CaseFolder::find(const std::string& id) {
    std::string text;
    Kept out;
    {
        const auto get = m_tables.kept("SELECT own, rank, through, row FROM rectification WHERE id = ?");
        bindId(*get, 1, id);
        if (!get->executeStep()) return std::nullopt;
        out.folded.own = get->getColumn(0).getInt() != 0;
        out.folded.rank = get->getColumn(1).getInt64();
        out.folded.through = get->getColumn(2).getInt64();
        text = get->getColumn(3).getString();
    }
    out.plain = text.empty();
    if (!out.plain) {
        out.folded.row = records::caseFromJson(parseJson(text).value().as_object());
        return out;
    }
    const auto inspection = m_inspection(id);
    if (!inspection) return std::nullopt;
    out.folded.row = caseWithoutFindings(inspection->row);
    return out;
}

void CaseFolder::remove(const std::string& id) {
    const auto findings =
        m_tables.kept("DELETE FROM finding WHERE rectification = (SELECT key FROM rectification WHERE id = ?)");
    bindId(*findings, 1, id);
    findings->exec();
    const auto row = m_tables.kept("DELETE FROM rectification WHERE id = ?");
    bindId(*row, 1, id);
    row->exec();
}

void CaseFolder::put(const FoldedCase& folded) {
    const auto& row = folded.row;
    const auto site = siteKey(m_tables, row.site);
    std::int64_t due = kNoDay;
    for (const auto& finding : row.findings) {
        if (records::isWithEnterprise(finding.state)) due = std::min(due, numberOf(finding.due));
    }
    const auto write = m_tables.kept(
        "INSERT INTO rectification(id, site, region, own, state, due, rank, through, row) VALUES(?, ?, ?, ?, ?, ?, ?, "
        "?, ?) ON CONFLICT(id) DO UPDATE SET site = excluded.site, region = excluded.region, own = excluded.own, state "
        "= excluded.state, due = excluded.due, rank = excluded.rank, through = excluded.through, row = excluded.row "
        "RETURNING key");
    int at = 0;
    bindId(*write, ++at, row.standing.id);
    write->bind(++at, site);
    write->bind(++at, row.region);
    write->bind(++at, folded.own ? 1 : 0);
    write->bind(++at, static_cast<int>(records::stateOf(row)));
    write->bind(++at, due);
    write->bind(++at, folded.rank);
    write->bind(++at, folded.through);
    write->bind(++at, isPlain(row) ? std::string() : toText(records::toJson(row)));
    const auto key = write->executeStep() ? write->getColumn(0).getInt64() : 0;
    const auto drop = m_tables.kept("DELETE FROM finding WHERE rectification = ?");
    drop->bind(1, key);
    drop->exec();
    std::int64_t number = 0;
    for (const auto& finding : row.findings) {
        const auto add = m_tables.kept("INSERT INTO finding VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        int column = 0;
        add->bind(++column, key);
        add->bind(++column, number++);
        add->bind(++column, static_cast<int>(records::columnOf(row, finding)));
        add->bind(++column, static_cast<int>(finding.state));
        add->bind(++column, numberOf(finding.due));
        add->bind(++column, finding.request.empty() ? 0 : 1);
        add->bind(++column, folded.own ? 1 : 0);
        add->bind(++column, site);
        add->bind(++column, finding.severity);
        add->bind(++column, row.region);
        add->exec();
    }
}

}  // namespace plumb::store
