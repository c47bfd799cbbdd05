// The parts of a checklist document that say how answers become a score and a grade: facts of the site, levels, bonus,
// several scorers, grades. Immutable once loaded; the JSON form is described in CHECKLIST.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/model/decimal.h"
#include "shared/checklist/model/local_text.h"
#include "shared/checklist/model/points.h"

namespace plumb::checklist {

enum class Verdict { unanswered, pass, part, fail, notApplicable, notRelevant };

// "unanswered", "pass", "part", "fail", "na", "not_relevant".
std::string_view verdictName(Verdict verdict);
std::optional<Verdict> verdictNamed(std::string_view name);

// What "not applicable" does: it cannot be said; its points leave the total, and the rest is brought up; it counts as
// full; it leaves every percentage, but the total is not brought up for it.
enum class NaPolicy { forbidden, renormalise, full, outside };

// One side of a limit: a number written in the document, or the answer of another question.
struct Bound {
    std::optional<Decimal> number;
    std::string written;  // that number as the document has it, e.g. "0.010"
    std::optional<std::size_t> question;
    bool inclusive = true;
};

struct Limits {
    std::optional<Bound> lower, upper;
    [[nodiscard]] bool open() const { return !lower && !upper; }
};

// Something known of the site before anyone goes there (product, scale, altitude, target grade). Given to the session
// and stored with the answers, so that everyone computes the same.
struct Fact {
    enum class Type { text, number, choice, choices };
    std::string id;
    LocalText label, unit;
    Type type = Type::text;
    std::vector<std::pair<std::string, LocalText>> choices;
    bool required = true;
};

// One condition on a fact; all of them must hold. A blank fact takes nothing away.
struct FactTest {
    std::size_t fact = 0;
    std::vector<std::string> anyOf;
    Limits range;
};

// GAP-like: items of a level are counted, not added.
struct Level {
    std::string id;
    LocalText label;
};

struct BonusGroup {
    std::string id;
    LocalText label;
    std::optional<Points> most;
    bool exclusive = false;  // only its best item counts
};

struct Bonus {
    std::optional<Points> most;      // all bonus together
    std::optional<Points> cappedAt;  // base and bonus together
    bool fillsBase = false;          // it also fills up points that the base lost
    std::vector<BonusGroup> groups;
};

// How several scorers' results become one.
struct PanelRule {
    enum class Method { mean, dropExtremes };
    Method method = Method::mean;
    int dropFrom = 4;                            // so many scorers are needed before the extremes are dropped
    std::optional<Points> alertTotal;            // an alert where totals lie further apart than this
    std::optional<std::int64_t> alertItemShare;  // thousandths of an item's points
};

enum class Metric {
    points,
    percent,
    failed,
    part,
    majorFailed,
    keyFailed,
    vetoes,
    sectionPercent,
    base,
    bonus,
    absent,
    levelPercent,
    fact
};

struct GradeTest {
    Metric metric = Metric::points;
    std::optional<std::size_t> section;    // sectionPercent, levelPercent: the one; none = every one
    std::optional<std::int64_t> min, max;  // points and percents in thousandths, the others plain counts
    std::optional<FactTest> fact;          // Metric::fact
};

struct Grade {
    std::string id;
    LocalText label, advice;
    Verdict tone = Verdict::pass;               // pass, part or fail: how a screen colours it
    std::vector<std::vector<GradeTest>> anyOf;  // an OR of ANDs; empty = always
};

struct Scoring {
    bool byVerdict = false;              // no points at all: verdicts alone
    std::optional<Points> full;          // the total is brought to this, e.g. 100 points
    Points base = 0;                     // what weights are multiplied with
    std::optional<std::size_t> veto;     // the grade that any failed veto item fixes
    std::optional<std::size_t> blocked;  // the grade where a precondition is not met; none = no grade at all
    bool recommendedBinds = true;        // a failed recommended standard is a finding where nothing else is said
    std::optional<Bonus> bonus;
    std::optional<PanelRule> panel;
};

}  // namespace plumb::checklist
