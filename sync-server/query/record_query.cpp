#include "sync-server/query/record_query.h"

#include <algorithm>
#include <map>

#include "shared/crypto/multi_proof.h"
#include "shared/records/assessment/assessment_json.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/rectification/case_json.h"
#include "sync-server/archive/disposed.h"
#include "sync-server/log/proofs.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/documents/document_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/inspections/thread_rows.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/referrals/referral_rows.h"
#include "sync-server/query/entry_rights.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

record::Payload parse(std::uint64_t index, const std::string& text) {
    const auto damaged = [&](const Error& error) {
        return std::runtime_error("stored line " + std::to_string(index) + " is damaged: " + error.detail);
    };
    const auto line = record::Line::parse(text);
    if (!line) throw damaged(line.error());
    auto payload = record::parsePayload(line->payload());
    if (!payload) throw damaged(payload.error());
    return std::move(*payload);
}

std::string textOf(std::uint64_t index, StoreReader& reader) {
    auto text = reader.line(index);
    if (!text) throw std::runtime_error("line " + std::to_string(index) + " is indexed but missing");
    return std::move(*text);
}

// The lines that an answer hands out, each once, by their places in the log; what lies beyond the published head is
// left out, since nothing proves it yet. Of a record's own lines there is room for so many bytes: first come, first
// served, so the most important line asks first.
class HandedOut {
  public:
    HandedOut(StoreReader& reader, std::uint64_t size) : m_reader(reader), m_size(size) {}

    // The place of the line, and the line itself where there is room for it.
    json::object place(const Entry& entry, bool must = false) {
        json::object out{{"index", entry.index}, {"hash", entry.hash.hex()}};
        if (!must && m_left == 0) return out;
        auto text = textOf(entry.index, m_reader);
        if (!must && text.size() > m_left) {
            m_left = 0;
            return out;
        }
        m_left -= std::min(m_left, text.size());
        out["line"] = text;
        m_authors.push_back(entry.author);
        m_lines.insert_or_assign(entry.index, std::move(text));
        return out;
    }
    // What the record's lines rest on is always handed out.
    json::array context(const std::vector<Entry>& entries) {
        json::array out;
        for (const auto& entry : entries) {
            if (entry.index >= m_size) continue;
            const auto& text = m_lines.insert_or_assign(entry.index, textOf(entry.index, m_reader)).first->second;
            out.push_back({{"index", entry.index}, {"line", text}});
            m_authors.push_back(entry.author);
        }
        return out;
    }
    // The trust lines behind everyone who wrote what was handed out so far, and their places.
    std::pair<json::array, json::array> trust(const Trust& trust) {
        std::pair<json::array, json::array> out;
        for (auto& [index, text] : trust.proofFor(m_authors)) {
            if (index >= m_size) continue;
            out.first.emplace_back(text);
            out.second.emplace_back(index);
            m_lines.insert_or_assign(index, std::move(text));
        }
        return out;
    }
    // One proof for all of them.
    [[nodiscard]] json::object proof() const {
        std::vector<std::uint64_t> indexes;
        for (const auto& [index, text] : m_lines) indexes.push_back(index);
        return {{"size", m_size}, {"hashes", hashesToJson(crypto::multiProof(indexes, m_size, nodesOf(m_reader)))}};
    }

  private:
    StoreReader& m_reader;
    std::uint64_t m_size;
    std::size_t m_left = kMaxRecordBytes;
    std::vector<std::string> m_authors;
    std::map<std::uint64_t, std::string> m_lines;
};

json::value instantOrNull(std::optional<TimePoint> at) {
    if (!at) return nullptr;
    return json::value(formatInstant({*at, std::chrono::minutes{0}}));
}

// Signed after the checkpoint that it names (where that one is ours), before the one that first holds it.
json::object bracketOf(std::uint64_t index, const record::Payload& payload, StoreReader& reader) {
    std::optional<TimePoint> after;
    const auto& seen = payload.seen;
    if (seen && seen->size > 0 && seen->size <= index && crypto::rootOf(seen->size, nodesOf(reader)) == seen->root)
        after = reader.receivedAt(seen->size - 1);
    return {{"after", instantOrNull(after)}, {"before", instantOrNull(reader.receivedAt(index))}};
}

// Of a re-check the order that it is for, and the inspection whose findings that was given for: as far as the caller
// may read them.
void addRechecked(std::vector<Entry>& to, const record::Payload& newest, const Principal& caller, std::uint64_t size,
                  StoreReader& reader) {
    const auto name = newest.type.starts_with("inspection.") ? textOr(newest.body, "order") : std::string();
    const auto order = name.empty() ? std::nullopt : reader.firstOfRecord(name);
    if (!order || order->index >= size || order->type != records::typeOf(records::ActKind::ordered)) return;
    const auto mayReadIt = [&](const Entry& entry) { return mayReadEntry(caller, entry, reader); };
    const auto inspection = reader.firstOfRecord(textOr(parse(order->index, textOf(order->index, reader)).body, "of"));
    if (!inspection || !mayReadIt(*order) || !mayReadIt(*inspection)) return;
    to.push_back(*inspection);
    to.push_back(*order);
}

// What the rights of the record's authors rest on: every publication of its site and of its checklist; and what a
// re-check looks at again. In log order.
std::vector<Entry> contextOf(const record::Payload& newest, const Principal& caller, std::uint64_t size,
                             StoreReader& reader) {
    Publications publications(reader);
    auto out = publications.of("site.published", newest.site);
    records::BodyReader body(newest.body);
    if (const auto used = records::checklistRefFrom(body); body.good()) {
        for (auto& entry : publications.of("checklist.published", used.id)) out.push_back(std::move(entry));
    }
    addRechecked(out, newest, caller, size, reader);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    return out;
}

json::array linesOf(const std::vector<Entry>& entries, HandedOut& handed) {
    json::array out;
    for (const auto& entry : entries) out.push_back(handed.place(entry));
    return out;
}

// What followed its findings under their kinds of supervision, and what came back.
json::array referralsOf(std::string_view id, const Principal& caller, HandedOut& handed, const QuerySources& sources) {
    json::array out;
    for (const auto index : ReferralRows(sources.reader).linesOf(id)) {
        const auto entry = index < sources.head->size ? sources.reader.entry(index) : std::nullopt;
        if (entry && mayReadEntry(caller, *entry, sources.reader)) out.push_back(handed.place(*entry));
    }
    return out;
}

// The acts about an inspection's findings, and what the server made of them: for the reader to compare.
void addCase(json::object& to, std::string_view id, HandedOut& handed, const QuerySources& sources) {
    CaseRows cases(sources.reader);
    const auto found = cases.find(id);
    if (!found) return;
    to["acts"] = linesOf(cases.acts(id, sources.head->size, kMaxHistoryListed), handed);
    to["case"] = records::toJson(found->row);
}

void addAssessment(json::object& to, std::string_view id, HandedOut& handed, const QuerySources& sources) {
    AssessmentRows assessments(sources.reader);
    const auto found = assessments.find({{}, {}, {}, std::string(id)});
    if (!found) return;
    to["contributions"] =
        linesOf(assessments.contributions(found->first, sources.head->size, kMaxHistoryListed), handed);
    to["assessment"] = records::toJson(found->row);
}

}  // namespace

Result<json::object> describeRecord(std::string_view id, const Principal& caller, const QuerySources& sources) {
    auto& reader = sources.reader;
    const auto unknown = [] {
        return fail(ErrorKind::notFound, "record_unknown", "there is no such record that you may read");
    };
    const auto first = reader.firstOfRecord(id);
    if (!first || first->index >= sources.head->size) return unknown();
    if (!mayReadEntry(caller, *first, reader)) return unknown();
    InspectionRows inspections(reader);
    const auto row = inspections.find(id);
    const auto newestIndex = row ? *row->newest : first->index;
    if (newestIndex >= sources.head->size)
        return fail(ErrorKind::offline, kHeadBehind, "the log grew while this was read; ask again");
    const auto newestEntry = newestIndex == first->index ? first : reader.entry(newestIndex);
    if (!newestEntry) throw std::runtime_error("line " + std::to_string(newestIndex) + " has no entry");

    HandedOut handed(reader, sources.head->size);
    auto newestPlace = handed.place(*newestEntry, true);
    const std::string newestText(newestPlace.at("line").get_string());
    const auto newest = parse(newestIndex, newestText);
    std::vector<json::object> versions, reviews, cosignatures, deliveries;  // newest first
    if (newestIndex != first->index) versions.push_back(std::move(newestPlace));
    auto firstPlace = newestIndex == first->index ? std::move(newestPlace) : handed.place(*first, true);
    const auto history = inspections.history(id, sources.head->size, kMaxHistoryListed);
    for (const auto& entry : history) {
        if (records::isReview(entry.type))
            // However many reviews came after it: with the deciding one every reader finds the status by itself.
            reviews.push_back(handed.place(
                entry, row && (row->decided == entry.hash || (row->agreed && row->agreed->line == entry.hash))));
        else if (records::isCosignature(entry.type))
            cosignatures.push_back(handed.place(entry, row && row->cosigned == entry.hash));
        else if (records::isDelivery(entry.type))
            deliveries.push_back(handed.place(entry));
        // Amendments by others than the author, or after acceptance, are kept in the log but are no versions.
        else if (records::isAmendment(entry.type) && entry.author == first->author && entry.index < newestIndex)
            versions.push_back(handed.place(entry));
    }
    versions.push_back(std::move(firstPlace));
    json::object more;
    if (first->type == "inspection.submitted")
        addCase(more, id, handed, sources);
    else if (first->type == "assessment.submitted")
        addAssessment(more, id, handed, sources);
    // What staff write to each other about it.
    auto& remarks = more["remarks"].emplace_array();
    const auto said = ThreadRows(reader).remarks(id, sources.head->size, kMaxHistoryListed);
    for (auto entry = said.rbegin(); entry != said.rend(); ++entry) {
        if (mayReadEntry(caller, *entry, reader)) remarks.push_back(handed.place(*entry));
    }
    more["referrals"] = referralsOf(id, caller, handed, sources);
    const auto disposed = DisposalRows(reader).disposed(inspectionOf(*first, reader));
    more["disposed"] = disposed ? json::value(tell(*disposed, sources.trust)) : json::value(nullptr);
    more["documents"] = linesOf(DocumentRows(reader).of(id, sources.head->size, kMaxHistoryListed), handed);
    const auto inOrder = [](std::vector<json::object>& places) {
        json::array out;
        for (auto at = places.rbegin(); at != places.rend(); ++at) out.push_back(std::move(*at));
        return out;
    };
    auto context = handed.context(contextOf(newest, caller, sources.head->size, reader));
    auto [trust, trustIndexes] = handed.trust(sources.trust);
    json::object out{{"index", newestIndex},
                     {"line", newestText},
                     {"version", row ? row->version : 1},
                     {"versions", inOrder(versions)},
                     {"reviews", inOrder(reviews)},
                     {"cosignatures", inOrder(cosignatures)},
                     {"deliveries", inOrder(deliveries)},
                     {"earlier", inspections.countHistory(id, sources.head->size) - history.size()},
                     {"context", std::move(context)},
                     {"trust", std::move(trust)},
                     {"trust_indexes", std::move(trustIndexes)},
                     {"proof", handed.proof()},
                     {"checkpoint", sources.head->note},
                     {"bracket", bracketOf(newestIndex, newest, reader)},
                     {"status", records::statusName(row ? row->status : records::InspectionStatus::submitted)}};
    for (auto& member : more) out[member.key()] = std::move(member.value());
    return out;
}

}  // namespace plumb::server
