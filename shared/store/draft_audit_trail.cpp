#include "shared/store/draft_audit_trail.h"

#include <array>
#include <cstdio>

namespace plumb::store {
namespace {

using checklist::AuditEntry;
using Kind = AuditEntry::Kind;
using Values = std::map<std::string, std::string>;

constexpr std::array kKinds{Kind::answer, Kind::notApplicable, Kind::note, Kind::photos, Kind::fact, Kind::credential};

tl::unexpected<Error> damaged() {
    return fail(ErrorKind::broken, "store_broken", "an entry of the draft's trail is damaged");
}

// Appends what leads from one state to the other.
void lead(checklist::AuditTrail& trail, AuditEntry entry, const Values& from, const Values& to) {
    const auto say = [&](const std::string& id, const std::string& before, const std::string& after) {
        entry.id = id;
        entry.before = before;
        entry.after = after;
        trail.append(entry);
    };
    for (const auto& [id, value] : from) {
        if (!to.contains(id)) say(id, value, "");
    }
    for (const auto& [id, value] : to) {
        const auto old = from.find(id);
        if (old == from.end() || old->second != value) say(id, old == from.end() ? "" : old->second, value);
    }
}

Values photosIn(const checklist::AuditTrail& trail) {
    Values out;
    for (const auto& entry : trail.entries()) {
        if (entry.kind != Kind::photos) continue;
        if (entry.after == "0") {
            out.erase(entry.id);
        } else {
            out[entry.id] = entry.after;
        }
    }
    return out;
}

}  // namespace

DraftEntry trailEntry(const AuditEntry& entry) {
    std::array<char, 24> name{};
    (void)std::snprintf(name.data(), name.size(), "%08lld", static_cast<long long>(entry.number));
    json::object out{{"run", entry.run},
                     {"at", formatInstant(entry.at)},
                     {"mono", entry.monotonic.count()},
                     {"kind", checklist::kindName(entry.kind)},
                     {"id", entry.id},
                     {"old", entry.before},
                     {"new", entry.after}};
    if (entry.where) {
        out["where"] = json::array{entry.where->latitude, entry.where->longitude, entry.where->accuracy};
        if (entry.where->mocked) out["mocked"] = true;
    }
    if (!entry.none.empty()) out["none"] = entry.none;
    return {"trail", name.data(), toText(out)};
}

Result<AuditEntry> trailFromEntry(const DraftEntry& row) {
    const auto value = parseJson(row.value);
    if (!value || !value->is_object()) return damaged();
    const auto& object = value->get_object();
    const auto run = integerAt(object, "run"), mono = integerAt(object, "mono");
    const auto at = parseInstant(textOr(object, "at"));
    if (!run || !mono || !at) return damaged();
    AuditEntry out;
    out.run = *run;
    out.at = *at;
    out.monotonic = std::chrono::milliseconds(*mono);
    const std::string kind = textOr(object, "kind");
    bool known = false;
    for (const auto one : kKinds) {
        if (checklist::kindName(one) != kind) continue;
        out.kind = one;
        known = true;
    }
    if (!known) return damaged();
    out.id = textOr(object, "id");
    out.before = textOr(object, "old");
    out.after = textOr(object, "new");
    if (const auto* where = object.if_contains("where"); where && where->is_array() && where->get_array().size() == 3) {
        const auto& part = where->get_array();
        if (!part[0].is_int64() || !part[1].is_int64() || !part[2].is_int64()) return damaged();
        out.where = checklist::Position{part[0].get_int64(), part[1].get_int64(), part[2].get_int64(),
                                        object.contains("mocked")};
    }
    out.none = textOr(object, "none");
    return out;
}

checklist::AuditTrail trailLeadingTo(checklist::AuditTrail trail, const checklist::Answers& answers,
                                     const std::map<std::string, int>& photos, const Instant& at) {
    const auto now = trail.replayed();
    Values photosNow = photosIn(trail), photosThen;
    for (const auto& [item, count] : photos) {
        if (count > 0) photosThen[item] = std::to_string(count);
    }
    AuditEntry entry;
    entry.run = trail.nextRun();
    entry.at = at;
    entry.kind = Kind::fact;
    lead(trail, entry, now.facts, answers.facts);
    entry.kind = Kind::answer;
    lead(trail, entry, now.values, answers.values);
    entry.kind = Kind::notApplicable;
    lead(trail, entry, now.na, answers.na);
    entry.kind = Kind::note;
    lead(trail, entry, now.notes, answers.notes);
    // A trail counts photos from 0 and to 0.
    for (const auto& [item, count] : photosNow) photosThen.try_emplace(item, "0");
    for (const auto& [item, count] : photosThen) photosNow.try_emplace(item, "0");
    entry.kind = Kind::photos;
    lead(trail, entry, photosNow, photosThen);
    return trail;
}

std::vector<DraftEntry> trailRows(const checklist::AuditTrail& trail, std::size_t after) {
    std::vector<DraftEntry> out;
    for (std::size_t i = after; i < trail.entries().size(); ++i) out.push_back(trailEntry(trail.entries()[i]));
    return out;
}

}  // namespace plumb::store
