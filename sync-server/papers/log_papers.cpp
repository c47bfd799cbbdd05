#include "sync-server/papers/log_papers.h"

#include <algorithm>

#include "shared/records/inspection/summary.h"
#include "shared/store/photo_metadata.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/documents/document_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/query/entry_rights.h"
#include "sync-server/query/file_rights.h"

namespace plumb::server {
namespace {

constexpr std::size_t kMostFiled = 1000;    // lines of a kind in one case's index
constexpr std::size_t kMostHistory = 1000;  // lines of one record that are looked through

Error unknown() {
    return {ErrorKind::notFound, "record_unknown", "there is no such record that you may read"};
}

}  // namespace

Result<document::PaperLine> LogPapers::read(const Entry& entry) {
    if (entry.index >= m_head->size || !mayReadEntry(m_caller, entry, m_reader)) return fail(unknown());
    auto payload = payloadAt(entry.index, m_reader);
    const auto name = m_trust.personName(entry.author);
    return document::PaperLine{std::move(payload),
                               entry.hash,
                               m_reader.node({0, entry.index}),
                               entry.author,
                               name.empty() ? entry.author : name,
                               entry.index,
                               m_trust.certificate(entry.author)};
}

Result<document::PaperLine> LogPapers::line(const std::string& id) {
    const auto entry = m_reader.firstOfRecord(id);
    if (!entry) return fail(unknown());
    return read(*entry);
}

Result<document::PaperLine> LogPapers::newestVersion(const std::string& id) {
    const auto row = InspectionRows(m_reader).find(id);
    const auto entry = row ? m_reader.entry(*row->newest) : m_reader.firstOfRecord(id);
    if (!entry) return fail(unknown());
    return read(*entry);
}

std::optional<document::PaperLine> LogPapers::cosignature(const std::string& id) {
    const auto row = InspectionRows(m_reader).find(id);
    const auto entry = row && row->cosigned ? m_reader.entryByHash(*row->cosigned) : std::nullopt;
    if (!entry) return std::nullopt;
    auto line = read(*entry);
    if (!line) return std::nullopt;
    return std::move(*line);
}

Result<std::vector<document::PaperLine>> LogPapers::caseLines(const std::string& inspection) {
    const auto first = m_reader.firstOfRecord(inspection);
    if (!first) return fail(unknown());
    std::vector<Entry> entries{*first};
    const auto take = [&](std::vector<Entry> more) { entries.insert(entries.end(), more.begin(), more.end()); };
    take(InspectionRows(m_reader).history(inspection, m_head->size, kMostFiled));
    take(CaseRows(m_reader).acts(inspection, m_head->size, kMostFiled));
    take(DocumentRows(m_reader).of(inspection, m_head->size, kMostFiled));
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    std::vector<document::PaperLine> out;
    for (const auto& entry : entries) {
        auto line = read(entry);
        if (!line) return fail(line.error());
        out.push_back(std::move(*line));
    }
    return out;
}

std::vector<document::PaperLine> LogPapers::deliveries(const std::string& id) {
    std::vector<document::PaperLine> out;
    InspectionRows rows(m_reader);
    const auto row = rows.find(id);
    if (!row) return out;
    // The log takes none that may not be (ingest/references.cpp).
    for (const auto& entry : rows.history(id, m_head->size, kMostHistory)) {
        if (!records::isDelivery(entry.type)) continue;
        auto line = read(entry);
        if (line && textOr(line->payload.body, "hash") == row->hash.hex()) out.push_back(std::move(*line));
    }
    std::ranges::reverse(out);
    return out;
}

Result<std::shared_ptr<const checklist::Checklist>> LogPapers::checklist(const Sha256& sha256) {
    return m_room.checklists().find(sha256);
}

std::optional<records::Site> LogPapers::site(const std::string& id) {
    return publishedSite(m_reader, id);
}

document::PaperPerson LogPapers::person(const std::string& id) {
    const auto name = m_trust.nameOfPerson(id);
    return {name.empty() ? id : name, m_trust.certificateOfPerson(id)};
}

std::string LogPapers::checklistTitle(const std::string& id, const std::string& language) {
    std::string out;
    for (const auto& row : ChecklistRows(m_reader).all()) {
        if (row.id != id) continue;
        const auto title = parseJson(row.titleJson);
        if (!title || !title->is_object()) continue;
        const auto english = textOr(title->get_object(), "en");
        out = language == "en" && !english.empty() ? english : textOr(title->get_object(), "zh");
    }
    return out;
}

std::string LogPapers::file(const Sha256& sha256) {
    if (!FileRights(m_reader, m_room.holders()).readableType(sha256, m_caller)) return {};
    return m_room.blobs().read(sha256, kMostPicture).value_or(std::string());
}

document::PhotoNote LogPapers::photo(const std::string& content) {
    const auto said = store::photoFacts(asBytes(content));
    return {said.taken, said.place ? document::placeText(said.place->latitude, said.place->longitude) : std::string()};
}

}  // namespace plumb::server
