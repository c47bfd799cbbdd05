#include "sync-server/ingest/projector.h"

#include "shared/domain/rights.h"
#include "shared/domain/status.h"
#include "shared/domain/trust.h"
#include "sync-server/ingest/inspection_columns.h"

namespace plumb::server {
namespace {

void showVersion(InspectionRow& row, std::uint64_t index, const Sha256& hash, const record::Payload& payload,
                 const InspectionColumns& columns) {
    row.newest = index;
    row.hash = hash;
    row.site = payload.site;
    row.region = payload.region;
    row.checklist = columns.checklist;
    row.checklistVersion = columns.checklistVersion;
    row.checklistHash = columns.checklistHash;
    row.kind = columns.kind;
    row.at = formatInstant(payload.at);
    row.points = columns.points;
    row.max = columns.max;
    row.grade = columns.grade;
    row.vetoes = columns.vetoes;
    row.findings = columns.findings;
    row.files = static_cast<int>(payload.files.size());
}

domain::HistoryLine storyLine(std::string text) {
    auto line = record::Line::parse(std::move(text));
    if (!line) throw std::runtime_error("a stored line is damaged: " + line.error().detail);
    auto payload = record::parsePayload(line->payload());
    if (!payload) throw std::runtime_error("a stored line is damaged: " + payload.error().detail);
    return {std::move(*payload), line->hash(), line->kid()};
}

}  // namespace

void Projector::apply(std::uint64_t index, TimePoint received, const record::Line& line, const record::Payload& payload,
                      const std::optional<InspectionColumns>& columns) {
    m_writer.putEntry(
        {index, line.hash(), line.kid(), payload.seq, payload.id, payload.type, payload.region, payload.site, received},
        domain::isTrustType(payload.type));
    if (!payload.files.empty()) m_writer.putFiles(index, payload.files);
    if (domain::recordType(payload.type).place == domain::PlaceRule::publication)
        m_writer.putPublication(payload.type, domain::publishedId(payload), index);
    if (payload.type == "inspection.submitted" && columns) {
        submitted(index, line, payload, *columns);
    } else if (payload.type == "inspection.amended" || isReview(payload.type)) {
        continued(index, payload);
    } else if (payload.type == "site.published") {
        m_writer.putSite(payload.site, textOr(payload.body, "name"), index);
    } else if (payload.type == "checklist.published") {
        const auto sha256 = Sha256::fromHex(textOr(payload.body, "sha256"));
        const auto* title = payload.body.if_contains("title");
        if (sha256) {
            m_writer.putChecklist({textOr(payload.body, "id"), textOr(payload.body, "version"), *sha256,
                                   title ? toText(*title) : "{}", index});
        }
    }
}

void Projector::submitted(std::uint64_t index, const record::Line& line, const record::Payload& payload,
                          const InspectionColumns& columns) {
    InspectionRow row;
    row.index = index;
    row.record = payload.id;
    row.author = line.kid();
    showVersion(row, index, line.hash(), payload, columns);
    m_writer.putInspection(row, nullptr);
}

// An amendment or a review: the history is told anew by the rule that every client uses.
void Projector::continued(std::uint64_t index, const record::Payload& payload) {
    const std::string of = textOr(payload.body, "of");
    m_writer.putHistory(of, index);
    auto& reader = m_writer.reader();
    const auto before = reader.inspection(of);
    if (!before) return;
    std::vector<domain::HistoryLine> lines;
    std::vector<std::uint64_t> indexes{before->index};
    lines.push_back(storyLine(reader.line(before->index).value()));
    for (auto& stored : reader.historyOf(of)) {
        indexes.push_back(stored.index);
        lines.push_back(storyLine(std::move(stored.text)));
    }
    const auto history = domain::historyOf(lines);
    InspectionRow row = *before;
    const auto& newest = lines[history.newest];
    if (const auto columns = readColumns(newest.payload.body))
        showVersion(row, indexes[history.newest], newest.hash, newest.payload, *columns);
    row.version = history.version;
    row.status = history.status;
    m_writer.putInspection(row, &*before);
}

}  // namespace plumb::server
