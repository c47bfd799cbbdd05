#include "shared/checklist/session/audit_trail.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "shared/base/json.h"
#include "shared/crypto/hash.h"

namespace plumb::checklist {
namespace {

constexpr std::string_view kHead = "plumb-trail-v1\n";
// Why there is no position: the names of shared/domain/place.h, which this room does not know.
constexpr std::array<std::string_view, 5> kReasons{"off", "denied", "no_receiver", "searching", "stale"};
constexpr std::int64_t kMostLatitude = 900'000'000;  // 10⁻⁷ degrees
constexpr std::int64_t kMostAccuracy = 10'000'000;   // centimetres
constexpr std::array<std::string_view, 6> kKinds{"answer", "na", "note", "photos", "fact", "credential"};

std::string lineOf(const AuditEntry& entry) {
    json::object out{{"n", entry.number},
                     {"run", entry.run},
                     {"at", formatInstant(entry.at)},
                     {"mono", entry.monotonic.count()},
                     {"kind", kindName(entry.kind)},
                     {"id", entry.id},
                     {"old", entry.before},
                     {"new", entry.after}};
    if (entry.where) {
        out["lat"] = entry.where->latitude;
        out["lon"] = entry.where->longitude;
        out["acc"] = entry.where->accuracy;
        if (entry.where->mocked) out["mocked"] = true;
    } else if (!entry.none.empty()) {
        out["none"] = entry.none;
    }
    return toText(out) + "\n";
}

tl::unexpected<Error> bad(std::size_t line, const std::string& what) {
    return fail(ErrorKind::malformed, "bad_trail", "line " + std::to_string(line) + " of the trail: " + what);
}

// Reads one line; what is not canonical is found by writing it again.
std::optional<AuditEntry> entryOf(const json::object& object) {
    const auto number = [&](const char* name) -> std::optional<std::int64_t> {
        const auto* value = object.if_contains(name);
        return value && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
    };
    const auto text = [&](const char* name) -> std::optional<std::string> {
        const auto* value = object.if_contains(name);
        return value && value->is_string() ? std::optional(std::string(value->get_string())) : std::nullopt;
    };
    const auto n = number("n"), run = number("run"), mono = number("mono");
    const auto at = text("at"), kind = text("kind"), id = text("id"), before = text("old"), after = text("new");
    if (!n || !run || !mono || !at || !kind || !id || !before || !after) return std::nullopt;
    const auto instant = parseInstant(*at);
    const auto known = std::find(kKinds.begin(), kKinds.end(), *kind);
    if (!instant || known == kKinds.end()) return std::nullopt;
    AuditEntry out{*n,
                   *run,
                   *instant,
                   std::chrono::milliseconds(*mono),
                   static_cast<AuditEntry::Kind>(known - kKinds.begin()),
                   *id,
                   *before,
                   *after,
                   std::nullopt,
                   {}};
    const auto lat = number("lat"), lon = number("lon"), acc = number("acc");
    if (lat && lon && acc) {
        const auto* mocked = object.if_contains("mocked");
        out.where = Position{*lat, *lon, *acc, mocked && mocked->is_bool() && mocked->get_bool()};
        if (std::abs(*lat) > kMostLatitude || std::abs(*lon) > 2 * kMostLatitude || *acc <= 0 || *acc > kMostAccuracy)
            return std::nullopt;
    }
    if (const auto none = text("none")) {
        if (out.where || std::find(kReasons.begin(), kReasons.end(), *none) == kReasons.end()) return std::nullopt;
        out.none = *none;
    }
    return out;
}

}  // namespace

std::string_view kindName(AuditEntry::Kind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

void AuditTrail::append(AuditEntry entry) {
    entry.number = static_cast<std::int64_t>(m_entries.size()) + 1;
    if (!m_entries.empty() && m_entries.back().run == entry.run)
        entry.monotonic = std::max(entry.monotonic, m_entries.back().monotonic);
    m_entries.push_back(std::move(entry));
}

void AuditTrail::extend(const Instant& at, std::chrono::milliseconds monotonic, std::string after) {
    if (m_entries.empty()) return;
    AuditEntry& last = m_entries.back();
    last.at = at;
    last.monotonic = std::max(last.monotonic, monotonic);
    last.after = std::move(after);
}

std::string AuditTrail::text() const {
    std::string out(kHead);
    for (const auto& entry : m_entries) out += lineOf(entry);
    return out;
}

Sha256 AuditTrail::sha256() const {
    return crypto::sha256(text());
}

Answers AuditTrail::replayed() const {
    Answers out;
    for (const auto& entry : m_entries) {
        auto* target = entry.kind == AuditEntry::Kind::answer          ? &out.values
                       : entry.kind == AuditEntry::Kind::notApplicable ? &out.na
                       : entry.kind == AuditEntry::Kind::note          ? &out.notes
                       : entry.kind == AuditEntry::Kind::fact          ? &out.facts
                                                                       : nullptr;
        if (!target) continue;
        if (entry.after.empty()) {
            target->erase(entry.id);
        } else {
            (*target)[entry.id] = entry.after;
        }
    }
    return out;
}

Result<AuditTrail> AuditTrail::parse(std::string_view text) {
    if (!text.starts_with(kHead)) return bad(1, "must be \"plumb-trail-v1\"");
    text.remove_prefix(kHead.size());
    AuditTrail out;
    for (std::size_t line = 2; !text.empty(); ++line) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return bad(line, "is cut off");
        const auto value = parseJson(text.substr(0, end));
        if (!value) return bad(line, value.error().detail);
        const auto entry = value->is_object() ? entryOf(value->get_object()) : std::nullopt;
        if (!entry) return bad(line, "is no entry");
        if (lineOf(*entry) != text.substr(0, end + 1)) return bad(line, "is not in its canonical form");
        const auto* last = out.m_entries.empty() ? nullptr : &out.m_entries.back();
        if (entry->number != static_cast<std::int64_t>(line) - 1) return bad(line, "is out of number");
        if (last ? entry->run < last->run : entry->run < 1) return bad(line, "belongs to an earlier run");
        if (entry->monotonic.count() < 0 || (last && entry->run == last->run && entry->monotonic < last->monotonic))
            return bad(line, "goes back in time");
        out.m_entries.push_back(*entry);
        text.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace plumb::checklist
