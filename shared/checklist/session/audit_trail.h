// The trail of a filling: what was entered when, by the wall clock and by the machine's own monotonic clock, where, and
// what stood there before. It has one canonical text, whose SHA-256 the signed record states (`trail`), so that the
// trail can be handed over later and be checked against what was signed. Values only; any thread.
//
// Canonical text: the line "plumb-trail-v1", then a compact JSON object a line, members in this order, each line ended
// by \n:
//   {"n":1,"run":1,"at":"<instant>","mono":1234,"kind":"answer","id":"days","old":"","new":"7","lat":382471000,"lon":1019683000,"acc":350}
// `n` counts from 1. `run` counts how often the form was opened; `mono` is milliseconds since that run began and never
// falls within it, whatever the wall clock does. Positions are in 10⁻⁷ degrees, accuracy in centimetres, with
// "mocked":true behind them where the system says that a program made them up. Where there was none, "none" says why in
// their stead, by the names that records use ("off", "denied", "no_receiver", "searching", "stale"); where nobody
// asked, none of these stands there.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/sha256.h"
#include "shared/checklist/model/answers.h"

namespace plumb::checklist {

// A clock that only goes forward while the machine runs; its zero means nothing. Injected, as wall clocks are.
using Monotonic = std::function<std::chrono::milliseconds()>;

struct Position {
    std::int64_t latitude = 0, longitude = 0;  // 10⁻⁷ degrees
    std::int64_t accuracy = 0;                 // centimetres; above 0
    bool mocked = false;
    friend bool operator==(const Position&, const Position&) = default;
};

// Where the device is now, or else why that is not known; both blank where nobody asks.
struct Located {
    std::optional<Position> where = {};
    std::string none = {};
};
using Locator = std::function<Located()>;

struct AuditEntry {
    enum class Kind { answer, notApplicable, note, photos, fact, credential };
    std::int64_t number = 0, run = 0;
    Instant at;
    std::chrono::milliseconds monotonic{0};
    Kind kind = Kind::answer;
    std::string id, before, after;
    std::optional<Position> where;
    std::string none = {};  // why there is no position
    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

// "answer", "na", "note", "photos", "fact"; "credential": that the inspector showed hers, `new` is when; blank where
// that was taken back.
std::string_view kindName(AuditEntry::Kind kind);

class AuditTrail {
  public:
    // Numbers the entry, and keeps `mono` from falling within a run.
    void append(AuditEntry entry);
    // What is typed in one go is one entry: the newest one takes the new value and time.
    void extend(const Instant& at, std::chrono::milliseconds monotonic, std::string after);

    [[nodiscard]] const std::vector<AuditEntry>& entries() const { return m_entries; }
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    // The number that a form opened now has.
    [[nodiscard]] std::int64_t nextRun() const { return m_entries.empty() ? 1 : m_entries.back().run + 1; }

    [[nodiscard]] std::string text() const;
    [[nodiscard]] Sha256 sha256() const;

    // The answers that the trail ends in: what replaying it from an empty form gives.
    [[nodiscard]] Answers replayed() const;

    // Malformed ("bad_trail") unless the text is exactly a canonical one.
    static Result<AuditTrail> parse(std::string_view text);

    friend bool operator==(const AuditTrail&, const AuditTrail&) = default;

  private:
    std::vector<AuditEntry> m_entries;
};

}  // namespace plumb::checklist
