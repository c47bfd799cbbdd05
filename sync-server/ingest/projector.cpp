#include "sync-server/ingest/projector.h"

#include "shared/domain/status.h"
#include "shared/domain/trust.h"
#include "sync-server/ingest/inspection_facts.h"

namespace plumb::server {
namespace {

void showVersion(InspectionRow& row, std::uint64_t index, const Sha256& hash, const record::Payload& payload,
                 const InspectionFacts& facts) {
    row.newest = index;
    row.hash = hash;
    row.site = payload.site;
    row.region = payload.region;
    row.checklist = facts.checklist;
    row.checklistVersion = facts.checklistVersion;
    row.checklistHash = facts.checklistHash;
    row.kind = facts.kind;
    row.at = formatInstant(payload.at);
    row.points = facts.points;
    row.max = facts.max;
    row.grade = facts.grade;
    row.vetoes = facts.vetoes;
    row.findings = facts.findings;
    row.files = static_cast<int>(payload.files.size());
}

domain::StoryLine storyLine(std::string text) {
    auto line = record::Line::parse(std::move(text));
    if (!line) throw std::runtime_error("a stored line is damaged: " + line.error().detail);
    auto payload = record::parsePayload(line->payload());
    if (!payload) throw std::runtime_error("a stored line is damaged: " + payload.error().detail);
    return {std::move(*payload), line->hash(), line->kid()};
}

}  // namespace

void Projector::apply(std::uint64_t index, TimePoint received, const record::Line& line, const record::Payload& payload,
                      const std::optional<InspectionFacts>& facts) {
    m_writer.putEntry(
        {index, line.hash(), line.kid(), payload.seq, payload.id, payload.type, payload.region, payload.site, received},
        domain::isTrustType(payload.type));
    if (!payload.files.empty()) m_writer.putFiles(index, payload.files);
    if (payload.type == "inspection.submitted" && facts) {
        submitted(index, line, payload, *facts);
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
                          const InspectionFacts& facts) {
    InspectionRow row;
    row.index = index;
    row.record = payload.id;
    row.author = line.kid();
    showVersion(row, index, line.hash(), payload, facts);
    m_writer.putInspection(row, nullptr);
}

// An amendment or a review: the story is told anew by the rule that every client uses.
void Projector::continued(std::uint64_t index, const record::Payload& payload) {
    const std::string of = textOr(payload.body, "of");
    m_writer.putStory(of, index);
    auto& reader = m_writer.reader();
    const auto before = reader.inspection(of);
    if (!before) return;
    std::vector<domain::StoryLine> lines;
    std::vector<std::uint64_t> indexes{before->index};
    lines.push_back(storyLine(reader.line(before->index).value()));
    for (auto& stored : reader.storyOf(of)) {
        indexes.push_back(stored.index);
        lines.push_back(storyLine(std::move(stored.text)));
    }
    const auto story = domain::tellStory(lines);
    InspectionRow row = *before;
    const auto& newest = lines[story.newest];
    if (const auto facts = readFacts(newest.payload.body))
        showVersion(row, indexes[story.newest], newest.hash, newest.payload, *facts);
    row.version = story.version;
    row.status = story.status;
    m_writer.putInspection(row, &*before);
}

}  // namespace plumb::server
