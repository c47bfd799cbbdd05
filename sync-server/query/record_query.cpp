#include "sync-server/query/record_query.h"

#include <algorithm>
#include <map>

#include "shared/crypto/multi_proof.h"
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

// The lines that an answer hands out, each once, by their places in the log; what lies beyond the published head is
// left out, since nothing proves it yet.
class HandedOut {
  public:
    explicit HandedOut(std::uint64_t size) : m_size(size) {}

    [[nodiscard]] bool add(std::uint64_t index, std::string text) {
        if (index >= m_size) return false;
        m_lines.insert_or_assign(index, std::move(text));
        return true;
    }
    [[nodiscard]] json::object place(std::uint64_t index) const {
        return {{"index", index}, {"line", m_lines.at(index)}};
    }
    // One proof for all of them.
    [[nodiscard]] json::object proof(StoreReader& reader) const {
        std::vector<std::uint64_t> indexes;
        for (const auto& [index, text] : m_lines) indexes.push_back(index);
        return {{"size", m_size}, {"hashes", hashesToJson(crypto::multiProof(indexes, m_size, nodesOf(reader)))}};
    }

  private:
    std::uint64_t m_size;
    std::map<std::uint64_t, std::string> m_lines;
};

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

// What the rights of the record's authors rest on: every publication of its site and of its checklist, in log order.
std::vector<Entry> contextOf(const record::Payload& newest, StoreReader& reader) {
    auto out = reader.publications("site.published", newest.site);
    const auto* checklist = newest.body.if_contains("checklist");
    const auto id = checklist && checklist->is_object() ? textOr(checklist->get_object(), "id") : std::string();
    for (auto& entry : reader.publications("checklist.published", id)) out.push_back(std::move(entry));
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
    return out;
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

    HandedOut handed(sources.head->size);
    std::vector<std::string> authors;
    json::array versions, reviews, context, trust, trustIndexes;
    for (const auto& line : lines) {
        authors.push_back(line.history.kid);
        const auto& type = line.history.payload.type;
        const bool review = type == "review.accepted" || type == "review.returned";
        // Amendments by others than the author, or after acceptance, are kept in the log but are no versions.
        const bool version =
            &line == &lines.front() ||
            (type == "inspection.amended" && line.history.kid == first.author && line.index <= newest.index);
        if ((review || version) && handed.add(line.index, line.text))
            (review ? reviews : versions).push_back(handed.place(line.index));
    }
    for (const auto& entry : contextOf(newest.history.payload, sources.reader)) {
        if (!handed.add(entry.index, sources.reader.line(entry.index).value())) continue;
        context.push_back(handed.place(entry.index));
        authors.push_back(entry.author);
    }
    for (auto& [index, text] : sources.trust.proofFor(authors)) {
        if (!handed.add(index, text)) continue;
        trust.emplace_back(std::move(text));
        trustIndexes.emplace_back(index);
    }
    return json::object{{"index", newest.index},
                        {"line", newest.text},
                        {"versions", std::move(versions)},
                        {"reviews", std::move(reviews)},
                        {"context", std::move(context)},
                        {"trust", std::move(trust)},
                        {"trust_indexes", std::move(trustIndexes)},
                        {"proof", handed.proof(sources.reader)},
                        {"checkpoint", sources.head->note},
                        {"bracket", bracketOf(newest, sources.reader)},
                        {"status", domain::statusName(told.status)}};
}

}  // namespace plumb::server
