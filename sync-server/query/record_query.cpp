#include "sync-server/query/record_query.h"

#include "sync-server/log/proofs.h"

namespace plumb::server {
namespace {

struct Parsed {
    std::uint64_t index;
    domain::HistoryLine history;
    std::string text;
};

Parsed parse(std::uint64_t index, std::string text) {
    auto line = record::Line::parse(text);
    if (!line) throw std::runtime_error("stored line " + std::to_string(index) + " is damaged: " + line.error().detail);
    auto payload = record::parsePayload(line->payload());
    if (!payload)
        throw std::runtime_error("stored line " + std::to_string(index) + " is damaged: " + payload.error().detail);
    return {index, {std::move(*payload), line->hash(), line->kid()}, std::move(text)};
}

// The record's own line, then what amends and reviews it.
std::vector<Parsed> readLines(const Entry& first, const QuerySources& sources) {
    std::vector<Parsed> out;
    out.push_back(parse(first.index, sources.reader.line(first.index).value()));
    for (auto& stored : sources.reader.historyOf(first.record))
        out.push_back(parse(stored.index, std::move(stored.text)));
    std::erase_if(out, [&](const Parsed& line) { return line.index >= sources.head->size; });
    return out;
}

json::object place(const Parsed& line) {
    return {{"index", line.index}, {"line", line.text}};
}

json::value instantOrNull(std::optional<TimePoint> at) {
    if (!at) return nullptr;
    return json::value(formatInstant({*at, std::chrono::minutes{0}}));
}

// Signed after the checkpoint that it names (where that one is ours), before the one that first holds it.
json::object bracketOf(const Parsed& line, StoreReader& reader) {
    std::optional<TimePoint> after;
    const auto& seen = line.history.payload.seen;
    if (seen && seen->size > 0 && seen->size <= line.index && crypto::rootOf(seen->size, nodesOf(reader)) == seen->root)
        after = reader.receivedAt(seen->size - 1);
    return {{"after", instantOrNull(after)}, {"before", instantOrNull(reader.receivedAt(line.index))}};
}

json::value lineOrNull(std::optional<std::uint64_t> index, std::vector<std::string>& authors, StoreReader& reader) {
    if (!index) return nullptr;
    const auto entry = reader.entry(*index);
    auto text = reader.line(*index);
    if (!entry || !text) return nullptr;
    authors.push_back(entry->author);
    return json::value(*text);
}

}  // namespace

Result<json::object> describeRecord(std::string_view id, const Principal& caller, const QuerySources& sources) {
    const auto unknown = [] {
        return fail(ErrorKind::notFound, "record_unknown", "there is no such record that you may read");
    };
    const auto entries = sources.reader.entriesOfRecord(id);
    if (entries.empty() || entries.front().index >= sources.head->size) return unknown();
    const auto& first = entries.front();
    if (!domain::mayRead(caller.grants, first.type, first.region, first.site, first.author == caller.kid))
        return unknown();

    const auto lines = readLines(first, sources);
    std::vector<domain::HistoryLine> history;
    history.reserve(lines.size());
    for (const auto& line : lines) history.push_back(line.history);
    const auto told = domain::historyOf(history);
    const auto& newest = lines[told.newest];

    std::vector<std::string> authors;
    json::array versions, reviews;
    for (const auto& line : lines) {
        authors.push_back(line.history.kid);
        const auto& type = line.history.payload.type;
        const bool review = type == "review.accepted" || type == "review.returned";
        // Amendments by others than the author, or after acceptance, are kept in the log but are no versions.
        const bool version =
            &line == &lines.front() ||
            (type == "inspection.amended" && line.history.kid == first.author && line.index <= newest.index);
        if (review)
            reviews.push_back(place(line));
        else if (version)
            versions.push_back(place(line));
    }
    json::object out{{"index", newest.index},
                     {"line", newest.text},
                     {"versions", std::move(versions)},
                     {"reviews", std::move(reviews)}};
    out["site"] = lineOrNull(sources.reader.siteLine(newest.history.payload.site), authors, sources.reader);
    const auto& body = newest.history.payload.body;
    const auto* checklist = body.if_contains("checklist");
    const auto hash = Sha256::fromHex(checklist && checklist->is_object() ? textOr(checklist->get_object(), "sha256")
                                                                          : std::string());
    const auto row = hash ? sources.reader.checklist(*hash) : std::optional<ChecklistRow>();
    out["checklist"] = lineOrNull(row ? std::optional(row->index) : std::nullopt, authors, sources.reader);
    json::array trust, trustIndexes;
    for (auto& [index, text] : sources.trust.proofFor(authors)) {
        trust.emplace_back(std::move(text));
        trustIndexes.emplace_back(index);
    }
    out["trust"] = std::move(trust);
    out["trust_indexes"] = std::move(trustIndexes);
    auto proof = inclusionOf(newest.index, sources.head->size, nodesOf(sources.reader));
    if (!proof) return fail(proof.error());
    out["inclusion"] = {{"index", newest.index}, {"size", sources.head->size}, {"hashes", std::move(*proof)}};
    out["checkpoint"] = sources.head->note;
    out["bracket"] = bracketOf(newest, sources.reader);
    out["status"] = domain::statusName(told.status);
    return out;
}

}  // namespace plumb::server
