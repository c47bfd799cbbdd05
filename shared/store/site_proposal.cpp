#include "shared/store/site_proposal.h"

#include <algorithm>
#include <array>

#include "shared/base/encoding.h"
#include "shared/store/reference.h"

namespace plumb::store {
namespace {

constexpr std::array<std::pair<const char*, std::string Site::*>, 4> kTexts{
    {{"name", &Site::name}, {"code", &Site::code}, {"address", &Site::address}, {"contact", &Site::contact}}};

tl::unexpected<Error> damaged() {
    return fail(ErrorKind::broken, "store_broken", "an entry of the draft is damaged");
}

// In the order of their numbers, as rows are read.
std::string fixName(std::size_t number) {
    const auto digits = std::to_string(number);
    return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string fixText(const domain::WalkFix& fix) {
    return toText(json::object{
        {"lat", fix.at.latitude}, {"lon", fix.at.longitude}, {"acc", fix.accuracy}, {"at", formatInstant(fix.when)}});
}

std::optional<domain::WalkFix> fixFrom(const std::string& text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object()) return std::nullopt;
    const auto& object = value->get_object();
    domain::WalkFix out;
    for (const auto& [name, to] :
         {std::pair{"lat", &out.at.latitude}, std::pair{"lon", &out.at.longitude}, std::pair{"acc", &out.accuracy}}) {
        const auto* number = object.if_contains(name);
        if (!number || !number->is_number()) return std::nullopt;
        *to = number->to_number<double>();
    }
    const auto at = parseInstant(textOr(object, "at"));
    if (!at) return std::nullopt;
    out.when = *at;
    return out;
}

DraftEntry headOf(const domain::BoundaryWalk& walk, bool closed, bool mocked) {
    return {"walk", "head",
            toText(json::object{{"way", domain::walkWayName(walk.way())},
                                {"closed", closed},
                                {"mocked", mocked},
                                {"inexact", walk.left().inexact},
                                {"jump", walk.left().jump}})};
}

// The publication that holds, with its line's hash.
Result<std::pair<Site, Sha256>> publishedNow(const TabletStore& store, const std::string& id) {
    const auto rows = store.sitePublications(id);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->state == RecordState::refused) continue;
        const auto payload = store.payload(row->hash);
        if (!payload) continue;
        if (auto site = records::readSite(payload->body)) return std::pair{std::move(*site), row->hash};
    }
    return fail(ErrorKind::notFound, "no_site", "no site \"" + id + "\" is known on this device; sync first");
}

std::string trackOf(const domain::BoundaryWalk& walk) {
    json::array line, times, accuracy;
    for (const auto& fix : walk.fixes()) {
        line.push_back(json::array{fix.at.longitude, fix.at.latitude});
        times.emplace_back(formatInstant(fix.when));
        accuracy.push_back(fix.accuracy);
    }
    return toText(json::object{{"type", "Feature"},
                               {"geometry", {{"type", "LineString"}, {"coordinates", std::move(line)}}},
                               {"properties", {{"times", std::move(times)}, {"accuracy", std::move(accuracy)}}}});
}

records::WalkSummary summaryOf(const ProposalDraft& draft, const Sha256& track) {
    const auto& fixes = draft.walk.fixes();
    std::vector<double> accuracy;
    for (const auto& fix : fixes) accuracy.push_back(fix.accuracy);
    std::sort(accuracy.begin(), accuracy.end());
    records::WalkSummary out;
    out.way = draft.walk.way();
    out.begun = fixes.front().when;
    out.finished = fixes.back().when;
    out.fixes = static_cast<std::int64_t>(fixes.size());
    out.left = draft.walk.left();
    out.best = accuracy.front();
    out.median = accuracy[accuracy.size() / 2];
    out.worst = accuracy.back();
    out.tolerance = draft.walk.tolerance();
    out.track = track;
    out.mocked = draft.mocked;
    return out;
}

}  // namespace

std::optional<DraftRow> openProposal(const TabletStore& store, const std::string& site) {
    for (auto& row : store.actDrafts()) {
        if (row.act == records::kSiteProposed && row.site == site) return std::move(row);
    }
    return std::nullopt;
}

Result<DraftRow> beginProposal(TabletStore& store, const std::string& site) {
    if (auto open = openProposal(store, site)) return std::move(*open);
    if (const auto known = publishedNow(store, site); !known) return fail(known.error());
    return store.createActDraft(std::string(records::kSiteProposed), {}, site);
}

Result<ProposalDraft> loadProposal(const TabletStore& store, const std::string& draft) {
    const auto row = store.draft(draft);
    if (!row || row->act != records::kSiteProposed)
        return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    const auto entries = store.entries(draft);
    if (!entries) return fail(entries.error());
    ProposalDraft out;
    out.row = *row;
    std::map<std::string, domain::WalkFix> fixes;
    auto way = domain::WalkWay::corners;
    domain::WalkLeft left;
    for (const auto& entry : *entries) {
        if (entry.kind == "text") {
            out.texts[entry.name] = entry.value;
        } else if (entry.kind == "fix") {
            const auto fix = fixFrom(entry.value);
            if (!fix) return damaged();
            fixes.emplace(entry.name, *fix);
        } else if (entry.kind == "point") {
            const auto value = parseJson(entry.value);
            if (!value || !value->is_object()) return damaged();
            const auto where = domain::readWhereabouts(value->get_object());
            if (!where || !std::holds_alternative<domain::Place>(*where)) return damaged();
            out.point = std::get<domain::Place>(*where);
        } else if (entry.kind == "walk") {
            const auto value = parseJson(entry.value);
            if (!value || !value->is_object()) return damaged();
            const auto& object = value->get_object();
            way = domain::walkWayNamed(textOr(object, "way")).value_or(way);
            const auto flag = [&](const char* name) {
                const auto* said = object.if_contains(name);
                return said && said->is_bool() && said->get_bool();
            };
            out.closed = flag("closed");
            out.mocked = flag("mocked");
            left = {integerAt(object, "inexact").value_or(0), integerAt(object, "jump").value_or(0)};
        }
    }
    std::vector<domain::WalkFix> line;
    line.reserve(fixes.size());
    for (auto& [name, fix] : fixes) line.push_back(fix);
    out.walk = domain::BoundaryWalk(way, std::move(line), left);
    return out;
}

Result<void> putProposalText(TabletStore& store, const std::string& draft, const std::string& name,
                             const std::string& text) {
    return store.putEntries(draft, {{"text", name, text}});
}

Result<void> putProposalPoint(TabletStore& store, const std::string& draft, const std::optional<domain::Place>& point) {
    return store.putEntries(draft, {{"point", "point", point ? toText(domain::toJson(*point)) : std::string()}});
}

Result<void> putProposalWalk(TabletStore& store, const std::string& draft, const domain::BoundaryWalk& walk,
                             bool closed, bool mocked, std::size_t kept, std::size_t gone) {
    std::vector<DraftEntry> entries{headOf(walk, closed, mocked)};
    const auto& fixes = walk.fixes();
    for (std::size_t i = kept; i < fixes.size(); ++i) entries.push_back({"fix", fixName(i), fixText(fixes[i])});
    for (std::size_t i = 0; i < gone; ++i) entries.push_back({"fix", fixName(fixes.size() + i), {}});
    return store.putEntries(draft, entries);
}

Result<records::SiteProposal> proposalFrom(const TabletStore& store, const ProposalDraft& draft) {
    const auto now = publishedNow(store, draft.row.site);
    if (!now) return fail(now.error());
    const auto& [site, hash] = *now;
    records::SiteProposal out;
    out.base = hash;
    for (const auto& [name, member] : kTexts) {
        const auto written = draft.texts.find(name);
        if (written != draft.texts.end() && written->second != site.*member) out.texts[name] = written->second;
    }
    if (draft.point) {
        out.point = draft.point->point();
        out.measured = draft.point;
    }
    if (!draft.walk.fixes().empty()) {
        if (!draft.closed || !draft.walk.canClose())
            return fail(ErrorKind::refused, "walk_open",
                        "the boundary that was walked is not closed, or its sides cross; go around, or take it away");
        out.boundary = draft.walk.ring();
    }
    if (out.texts.empty() && !out.point && out.boundary.empty())
        return fail(ErrorKind::refused, "nothing_proposed", "nothing differs from what is published");
    const auto reason = draft.texts.find("reason");
    if (reason == draft.texts.end() || reason->second.empty())
        return fail(ErrorKind::refused, "reason_missing", "say why it is otherwise than published");
    out.reason = reason->second;
    return out;
}

Result<record::Line> signProposal(TabletStore& store, const std::string& draft) {
    const auto loaded = loadProposal(store, draft);
    if (!loaded) return fail(loaded.error());
    auto proposal = proposalFrom(store, *loaded);
    if (!proposal) return fail(proposal.error());
    const auto site = publishedNow(store, loaded->row.site);
    if (!site) return fail(site.error());
    NewRecord record;
    record.type = records::kSiteProposed;
    record.site = site->first.id;
    record.region = site->first.region;
    record.endsDraft = draft;
    if (!proposal->boundary.empty()) {
        const auto text = trackOf(loaded->walk);
        const auto file = store.importFile(asBytes(text), kTrackType);
        if (!file) return fail(file.error());
        record.files.push_back({file->sha256, file->size, file->type, kTrackRole, {}});
        proposal->walk = summaryOf(*loaded, file->sha256);
    }
    record.body = records::toBody(*proposal);
    return store.append(record);
}

Result<std::vector<records::ProposalRow>> proposalsAbout(const TabletStore& store, const std::string& site) {
    // Each type in the log's order; an answer is folded after what it answers, and the first answer counts.
    std::vector<TabletStore::StoredLine> answers;
    std::map<std::string, std::optional<records::ProposalRow>> rows;
    std::vector<std::string> order;
    const auto fold = [&](const TabletStore::StoredLine& line) -> Result<void> {
        const auto payload = store.payload(line);
        if (!payload) return fail(payload.error());
        const auto id = records::proposalOf(*payload);
        if (id.empty()) return {};
        auto& row = rows[id];
        const bool fresh = !row;
        (void)records::foldProposal(row, {*payload, line.row.hash, line.row.kid, line.row.logIndex});
        if (fresh && row) order.push_back(id);
        return {};
    };
    for (const auto& line : store.linesOfType(records::kSiteProposed, site)) {
        if (line.row.state == RecordState::refused) continue;
        if (auto done = fold(line); !done) return fail(done.error());
    }
    if (order.empty()) return std::vector<records::ProposalRow>{};
    for (const auto type : {std::string_view("site.published"), records::kSiteDeclined}) {
        for (auto& line : store.linesOfType(type, site)) {
            if (line.row.state != RecordState::refused) answers.push_back(std::move(line));
        }
    }
    std::stable_sort(answers.begin(), answers.end(), [](const auto& a, const auto& b) {
        constexpr auto kLast = ~std::uint64_t{0};
        return a.row.logIndex.value_or(kLast) < b.row.logIndex.value_or(kLast);
    });
    for (const auto& line : answers) {
        if (auto done = fold(line); !done) return fail(done.error());
    }
    std::vector<records::ProposalRow> out;
    for (auto id = order.rbegin(); id != order.rend(); ++id) out.push_back(std::move(*rows[*id]));
    return out;
}

}  // namespace plumb::store
