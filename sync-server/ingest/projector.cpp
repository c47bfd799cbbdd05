#include "sync-server/ingest/projector.h"

#include "shared/domain/rights.h"
#include "shared/domain/trust.h"
#include "shared/records/inspection/standing.h"
#include "shared/records/inspection/summary.h"

namespace plumb::server {
namespace {

void showVersion(InspectionRow& row, std::uint64_t index, const Sha256& hash, const record::Payload& payload,
                 const records::InspectionSummary& summary) {
    row.newest = index;
    row.hash = hash;
    row.site = payload.site;
    row.region = payload.region;
    row.checklist = summary.checklist.id;
    row.checklistVersion = summary.checklist.version;
    row.checklistHash = summary.checklist.sha256;
    row.kind = summary.kind;
    row.at = formatInstant(payload.at);
    row.points = summary.points;
    row.max = summary.max;
    row.grade = summary.grade;
    row.vetoes = summary.vetoes;
    row.findings = summary.findings;
    row.files = static_cast<int>(payload.files.size());
}

}  // namespace

void Projector::apply(std::uint64_t index, TimePoint received, const record::Line& line, const record::Payload& payload,
                      const std::optional<records::InspectionSummary>& summary) {
    m_writer.putEntry(
        {index, line.hash(), line.kid(), payload.seq, payload.id, payload.type, payload.region, payload.site, received},
        domain::isTrustType(payload.type));
    if (!payload.files.empty()) m_writer.putFiles(index, payload.files);
    if (domain::recordType(payload.type).place == domain::PlaceRule::publication)
        m_writer.putPublication(payload.type, domain::publishedId(payload), index);
    if (payload.type == "inspection.submitted" && summary) {
        submitted(index, line, payload, *summary);
    } else if (payload.type == "inspection.amended" || records::isReview(payload.type)) {
        continued(index, line, payload, summary);
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
                          const records::InspectionSummary& summary) {
    InspectionRow row;
    row.index = index;
    row.record = payload.id;
    row.author = line.kid();
    showVersion(row, index, line.hash(), payload, summary);
    m_writer.putInspection(row, nullptr);
}

// An amendment or a review. The row holds all that the rule of every client (records/inspection/standing.h) needs to go
// on from: the lines before are never read again, or each amendment would cost the one writer more than the last.
void Projector::continued(std::uint64_t index, const record::Line& line, const record::Payload& payload,
                          const std::optional<records::InspectionSummary>& summary) {
    const std::string of = textOr(payload.body, "of");
    m_writer.putHistory(of, index);
    const auto before = m_writer.reader().inspection(of);
    if (!before) return;
    records::Standing standing{of, before->author, before->hash, before->status, before->version};
    const auto step = records::advance(standing, payload, line.hash(), line.kid());
    if (step == records::Step::none) return;
    InspectionRow row = *before;
    if (step == records::Step::version) {
        row.newest = index;
        row.hash = line.hash();
        if (summary) showVersion(row, index, line.hash(), payload, *summary);
    }
    row.version = standing.version;
    row.status = standing.status;
    m_writer.putInspection(row, &*before);
}

}  // namespace plumb::server
