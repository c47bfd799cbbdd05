#include "sync-server/query/record_query.h"

#include <algorithm>

#include "sync-server/log/proofs.h"
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

// What a page has room for: first come, first served, so the most important line asks first.
class Room {
  public:
    explicit Room(StoreReader& reader) : m_reader(reader) {}

    // The line itself, with its author noted; only its place and hash where the page is full.
    json::object place(const Entry& entry, bool must = false) {
        json::object out{{"index", entry.index}, {"hash", entry.hash.hex()}};
        if (!must && m_left == 0) return out;
        auto text = textOf(entry.index, m_reader);
        if (!must && text.size() > m_left) {
            m_left = 0;
            return out;
        }
        m_left -= std::min(m_left, text.size());
        out["line"] = std::move(text);
        authors.push_back(entry.author);
        return out;
    }
    std::vector<std::string> authors;

  private:
    StoreReader& m_reader;
    std::size_t m_left = kMaxRecordBytes;
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

json::value lineOrNull(std::optional<std::uint64_t> index, std::vector<std::string>& authors, StoreReader& reader) {
    if (!index) return nullptr;
    const auto entry = reader.entry(*index);
    auto text = reader.line(*index);
    if (!entry || !text) return nullptr;
    authors.push_back(entry->author);
    return json::value(*text);
}

// The review that made the status what it is: the first that counts for the newest version. `history`: newest first.
std::optional<std::uint64_t> decidingReview(const InspectionRow& row, const std::vector<Entry>& history,
                                            StoreReader& reader) {
    const bool accepted = row.status == domain::InspectionStatus::accepted;
    const std::string_view type = accepted ? "review.accepted" : "review.returned";
    std::size_t looked = 0;
    for (auto entry = history.rbegin(); entry != history.rend() && looked < kMaxReviewsLookedAt; ++entry) {
        if (entry->type != type || entry->index < row.newest || entry->author == row.author) continue;
        ++looked;
        if (textOr(parse(entry->index, textOf(entry->index, reader)).body, "hash") == row.hash.hex())
            return entry->index;
    }
    return std::nullopt;
}

}  // namespace

Result<json::object> describeRecord(std::string_view id, const Principal& caller, const QuerySources& sources) {
    auto& reader = sources.reader;
    const auto unknown = [] {
        return fail(ErrorKind::notFound, "record_unknown", "there is no such record that you may read");
    };
    const auto first = reader.firstOfRecord(id);
    if (!first || first->index >= sources.head->size) return unknown();
    if (!domain::mayRead(caller.grants, first->type, first->region, first->site, first->author == caller.kid))
        return unknown();
    const auto row = reader.inspection(id);
    const auto newestIndex = row ? row->newest : first->index;
    if (newestIndex >= sources.head->size)
        return fail(ErrorKind::offline, kHeadBehind, "the log grew while this was read; ask again");
    const auto newestEntry = newestIndex == first->index ? first : reader.entry(newestIndex);
    if (!newestEntry) throw std::runtime_error("line " + std::to_string(newestIndex) + " has no entry");

    Room room(reader);
    auto newestPlace = room.place(*newestEntry, true);
    const std::string newestText(newestPlace.at("line").get_string());
    const auto newest = parse(newestIndex, newestText);
    std::vector<json::object> versions, reviews;  // newest first
    if (newestIndex != first->index) versions.push_back(std::move(newestPlace));
    auto firstPlace = newestIndex == first->index ? std::move(newestPlace) : room.place(*first, true);
    const auto history = reader.historyOf(id, sources.head->size, kMaxHistoryListed);
    // However many reviews came after it: with this one every reader finds the status by itself.
    const auto deciding = row && row->status != domain::InspectionStatus::submitted
                              ? decidingReview(*row, history, reader)
                              : std::nullopt;
    for (const auto& entry : history) {
        if (entry.type == "review.accepted" || entry.type == "review.returned")
            reviews.push_back(room.place(entry, entry.index == deciding));
        // Amendments by others than the author, or after acceptance, are kept in the log but are no versions.
        else if (entry.type == "inspection.amended" && entry.author == first->author && entry.index < newestIndex)
            versions.push_back(room.place(entry));
    }
    versions.push_back(std::move(firstPlace));
    const auto inOrder = [](std::vector<json::object>& places) {
        json::array out;
        for (auto at = places.rbegin(); at != places.rend(); ++at) out.push_back(std::move(*at));
        return out;
    };
    json::object out{{"index", newestIndex},
                     {"line", newestText},
                     {"version", row ? row->version : 1},
                     {"versions", inOrder(versions)},
                     {"reviews", inOrder(reviews)},
                     {"earlier", reader.countHistory(id, sources.head->size) - history.size()}};
    auto& authors = room.authors;
    out["site"] = lineOrNull(reader.siteLine(newest.site), authors, reader);
    const auto* checklist = newest.body.if_contains("checklist");
    const auto hash = Sha256::fromHex(checklist && checklist->is_object() ? textOr(checklist->get_object(), "sha256")
                                                                          : std::string());
    const auto published = hash ? reader.checklist(*hash) : std::optional<ChecklistRow>();
    out["checklist"] = lineOrNull(published ? std::optional(published->index) : std::nullopt, authors, reader);
    json::array trust;
    for (auto& line : sources.trust.proofFor(authors)) trust.emplace_back(std::move(line));
    out["trust"] = std::move(trust);
    auto proof = inclusionOf(newestIndex, sources.head->size, nodesOf(reader));
    if (!proof) return fail(proof.error());
    out["inclusion"] = {{"index", newestIndex}, {"size", sources.head->size}, {"hashes", std::move(*proof)}};
    out["checkpoint"] = sources.head->note;
    out["bracket"] = bracketOf(newestIndex, newest, reader);
    out["status"] = domain::statusName(row ? row->status : domain::InspectionStatus::submitted);
    return out;
}

}  // namespace plumb::server
