#include "sync-server/query/feed.h"

#include <algorithm>

#include "shared/base/encoding.h"
#include "shared/crypto/multi_proof.h"
#include "shared/records/reference/item_register.h"
#include "shared/records/reference/retention.h"
#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/projections/disposals/disposal_rows.h"
#include "sync-server/projections/feedback/feedback_rows.h"
#include "sync-server/projections/panels/panel_rows.h"
#include "sync-server/projections/proposals/proposal_rows.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/entry_rights.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

void addHashes(std::string& body, std::string_view name, const std::vector<Sha256>& hashes) {
    body.append(name);
    for (const auto& hash : hashes) body.append(1, ' ').append(toBase64(hash.view()));
    body.append(1, '\n');
}

// Writes these lines and their proof against the tree of `size` entries. What the page's bytes have no room for is left
// to the next page.
void addLines(FeedPage& page, std::vector<std::uint64_t> wanted, std::uint64_t size, StoreReader& reader) {
    for (const auto index : wanted) {
        const auto line = reader.line(index);
        if (!line) throw std::runtime_error("line " + std::to_string(index) + " is indexed but missing");
        page.body.append(std::to_string(index)).append(1, ' ').append(*line).append(1, '\n');
        ++page.lines;
        if (page.body.size() >= kMaxPageBytes && index != wanted.back()) {
            page.cursor = index + 1;
            break;
        }
    }
    wanted.resize(page.lines);
    if (!wanted.empty()) addHashes(page.body, "proof", crypto::multiProof(wanted, size, nodesOf(reader)));
}

void addCheckpoint(FeedPage& page, std::uint64_t have, const QuerySources& sources) {
    const auto& head = *sources.head;
    page.body.append("checkpoint ").append(toBase64(asBytes(head.note))).append(1, '\n');
    const auto from = std::min(have, head.size);
    addHashes(page.body, "consistency", crypto::consistencyProof(from, head.size, nodesOf(sources.reader)));
}

// Of these lines, of which there may be one beyond the limit.
FeedPage provedPage(std::vector<std::uint64_t> wanted, std::uint64_t after, std::size_t limit, std::uint64_t size,
                    const QuerySources& sources) {
    FeedPage page;
    page.more = wanted.size() > limit;
    if (page.more) wanted.pop_back();
    page.cursor = wanted.empty() ? after : wanted.back() + 1;
    const auto asked = wanted.size();
    addLines(page, std::move(wanted), size, sources.reader);
    page.more = page.more || page.lines < asked;
    return page;
}

// Those from `after` on, below `size`, that the caller may read: each once, in log order, one beyond the limit.
std::vector<std::uint64_t> readableOf(const Principal& caller, std::vector<std::uint64_t> wanted, std::uint64_t after,
                                      std::size_t limit, std::uint64_t size, StoreReader& reader) {
    std::erase_if(wanted, [&](std::uint64_t index) {
        if (index < after || index >= size) return true;
        const auto entry = reader.entry(index);
        return !entry || !mayReadEntry(caller, *entry, reader);
    });
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    if (wanted.size() > limit + 1) wanted.resize(limit + 1);
    return wanted;
}

}  // namespace

FeedPage readFeed(const Principal& caller, const FeedAsk& ask, const QuerySources& sources) {
    FeedPage page;
    page.cursor = ask.after;
    // Only what the published head holds: a proof for every line that is given out can be had at once.
    const auto& head = *sources.head;
    std::vector<std::uint64_t> wanted;
    std::size_t looked = 0;
    if (ask.after < head.size) {
        sources.reader.scan(ask.after, kMaxRowsLookedAt, [&](const Entry& entry) {
            if (entry.index >= head.size) return false;
            ++looked;
            page.cursor = entry.index + 1;
            if (mayReadEntry(caller, entry, sources.reader)) wanted.push_back(entry.index);
            return wanted.size() < ask.limit;
        });
    }
    addLines(page, std::move(wanted), head.size, sources.reader);
    page.more = page.cursor < head.size && looked > 0;
    // A caller that holds more than this log has will see so by the note alone.
    if (head.size != ask.have) addCheckpoint(page, ask.have, sources);
    return page;
}

bool nothingToRead(const Principal& caller, std::uint64_t after, const QuerySources& sources) {
    const auto size = sources.head->size;
    if (after >= size) return after == size;
    bool readable = false;
    auto looked = after;
    sources.reader.scan(after, kMaxRowsLookedAt, [&](const Entry& entry) {
        if (entry.index >= size) return false;
        looked = entry.index + 1;
        readable = mayReadEntry(caller, entry, sources.reader);
        return !readable;
    });
    return !readable && looked == size;
}

FeedPage readRecoveries(const std::vector<std::uint64_t>& places, std::uint64_t have, const QuerySources& sources) {
    FeedPage page;
    auto wanted = places;
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::erase_if(wanted, [&](std::uint64_t place) {
        const auto entry = place < sources.head->size ? sources.reader.entry(place) : std::nullopt;
        return !entry || entry->type != "log.recovered";
    });
    page.cursor = wanted.empty() ? 0 : wanted.back() + 1;
    addLines(page, std::move(wanted), sources.head->size, sources.reader);
    addCheckpoint(page, have, sources);
    return page;
}

FeedPage readPlaces(const Principal& caller, std::uint64_t after, const QuerySources& sources) {
    FeedPage page;
    page.cursor = after;
    std::optional<std::pair<std::uint64_t, std::uint64_t>> range;
    const auto flush = [&] {
        if (!range) return;
        page.body.append(std::to_string(range->first));
        if (range->second != range->first) page.body.append(1, '-').append(std::to_string(range->second));
        page.body.append(1, '\n');
        ++page.lines;
    };
    if (after < sources.head->size) {
        sources.reader.scan(after, kMaxPlacesLookedAt, [&](const Entry& entry) {
            if (entry.index >= sources.head->size) return false;
            page.cursor = entry.index + 1;
            if (!mayReadEntry(caller, entry, sources.reader)) return true;
            if (range && range->second + 1 == entry.index) {
                range->second = entry.index;
            } else {
                flush();
                range.emplace(entry.index, entry.index);
            }
            return true;
        });
    }
    flush();
    page.more = page.cursor < sources.head->size && page.cursor > after;
    return page;
}

FeedPage readTrust(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    auto wanted = sources.reader.trustIndexes(after, limit + 1);
    wanted.erase(std::lower_bound(wanted.begin(), wanted.end(), size), wanted.end());
    return provedPage(std::move(wanted), after, limit, size, sources);
}

FeedPage readSites(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    return provedPage(SiteRows(sources.reader).newestLines(after, size, limit + 1), after, limit, size, sources);
}

FeedPage readCalendar(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    std::vector<std::uint64_t> wanted;
    for (const auto& entry : Publications(sources.reader).of("calendar.published", "working_days")) {
        if (entry.index >= after && entry.index < size && wanted.size() <= limit) wanted.push_back(entry.index);
    }
    return provedPage(std::move(wanted), after, limit, size, sources);
}

namespace {

// Everything that was published of this type, in all versions.
FeedPage readPublished(std::string_view type, std::uint64_t after, std::size_t limit, std::uint64_t size,
                       const QuerySources& sources) {
    std::vector<std::uint64_t> wanted;
    for (const auto& entry : Publications(sources.reader).all(type)) {
        if (entry.index >= after && entry.index < size && wanted.size() <= limit) wanted.push_back(entry.index);
    }
    return provedPage(std::move(wanted), after, limit, size, sources);
}

}  // namespace

FeedPage readRegisters(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    return readPublished(records::kRegisterPublished, after, limit, size, sources);
}

FeedPage readRetentions(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    return readPublished(records::kRetentionPublished, after, limit, size, sources);
}

FeedPage readProgrammes(std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    return readPublished("programme.published", after, limit, size, sources);
}

FeedPage readProposals(const Principal& caller, std::uint64_t after, std::size_t limit, std::uint64_t size,
                       const QuerySources& sources) {
    std::vector<std::uint64_t> wanted;
    ProposalRows rows(sources.reader);
    Publications publications(sources.reader);
    std::string last;
    for (const auto& [site, region] : rows.sites()) {
        if (site == last || !domain::mayRead(caller.grants, records::kSiteProposed, region, site, false)) continue;
        last = site;
        for (const auto index : rows.linesOf(site)) wanted.push_back(index);
        for (const auto& entry : publications.of("site.published", site)) wanted.push_back(entry.index);
    }
    return provedPage(readableOf(caller, std::move(wanted), after, limit, size, sources.reader), after, limit, size,
                      sources);
}

FeedPage readAbout(const Principal& caller, const std::vector<std::string>& ids, std::uint64_t after, std::size_t limit,
                   std::uint64_t size, const QuerySources& sources) {
    auto& reader = sources.reader;
    std::vector<std::uint64_t> wanted;
    const auto rest = [&](std::uint64_t index, const std::string& site, const std::string& inspection) {
        const auto about = reader.entry(index);
        if (!about || !mayReadEntry(caller, *about, reader)) return;
        for (const auto& entry : Publications(reader).of("site.published", site)) wanted.push_back(entry.index);
        if (const auto first = reader.firstOfRecord(inspection)) wanted.push_back(first->index);
    };
    for (const auto& id : ids) {
        if (const auto complaint = ComplaintRows(reader).find(id)) rest(complaint->index, complaint->row.site, {});
        if (const auto panel = PanelRows(reader).find(id)) rest(panel->index, panel->row.site, panel->row.says.of);
        // Of a list of disposal the line that proposed it and, where there is one, the decision.
        if (const auto list = DisposalRows(reader).find(id)) {
            wanted.push_back(list->index);
            const auto decided =
                list->row.decided ? reader.firstOfRecord(list->row.decided->id) : std::optional<Entry>();
            if (decided) wanted.push_back(decided->index);
        }
        for (const auto index : ComplaintRows(reader).linesOf(id)) wanted.push_back(index);
        for (const auto index : PanelRows(reader).linesOf(id)) wanted.push_back(index);
    }
    return provedPage(readableOf(caller, std::move(wanted), after, limit, size, reader), after, limit, size, sources);
}

FeedPage readFeedback(const Principal& caller, const std::optional<FeedbackClause>& of, std::uint64_t after,
                      std::size_t limit, std::uint64_t size, const QuerySources& sources) {
    std::vector<std::uint64_t> wanted;
    FeedbackRows rows(sources.reader);
    for (std::uint64_t from = after; wanted.size() <= limit;) {
        const auto entries = rows.lines(of, from, size, limit + 1);
        for (const auto& entry : entries)
            if (wanted.size() <= limit && mayReadEntry(caller, entry, sources.reader)) wanted.push_back(entry.index);
        if (entries.size() <= limit) break;
        from = entries.back().index + 1;
    }
    return provedPage(std::move(wanted), after, limit, size, sources);
}

}  // namespace plumb::server
