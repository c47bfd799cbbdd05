// One act of a rectification: the body of every `rectification.*` record (RECORDS.md). All have one shape: the
// inspection whose findings it is about, the order where there is one already, and an entry for each finding. Photos
// and documents are files of the record with the finding's item. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/domain/place.h"
#include "shared/domain/working_days.h"
#include "shared/record/payload.h"

namespace plumb::records {

enum class ActKind {
    ordered,             // findings are to be put right by a day
    delivered,           // the order came to the enterprise
    reported,            // what was done
    objected,            // statement and defence (陈述申辩)
    extensionRequested,  // more time is asked for
    extended,
    extensionRefused,
    verified,    // put right: the finding is closed
    rejected,    // not put right, or the objection does not hold: again, by another day
    withdrawn,   // the order should not have been given: the finding is closed
    handedOver,  // to another authority (移送)
    ended,       // the site closed down, or cannot be reached
    archived,    // the closed case is filed away for a term
};

// None for a type that is none of these.
std::optional<ActKind> actKindOf(std::string_view type);
std::string_view typeOf(ActKind kind);

// How an order reached the enterprise.
enum class DeliveryWay { inPerson, refused, post, electronic };
std::string_view deliveryName(DeliveryWay way);

struct Delivery {
    DeliveryWay way = DeliveryWay::inPerson;
    std::string name;                 // in person: who took it and signed
    std::optional<Sha256> signature;  // of the drawn image, a file of the record
    std::string witness, reason;      // refused: who saw it, and the reason
    std::string tracking;             // post

    // In the enterprise's hands by the order itself: one that was sent is not yet.
    [[nodiscard]] bool atOnce() const { return way == DeliveryWay::inPerson || way == DeliveryWay::refused; }
};

// What an act says of one finding; which members it must have depends on the act.
struct ActEntry {
    std::string item;         // of the checklist: an item has one finding
    std::string text;         // the facts, what was done, the reason …
    std::string requirement;  // ordered
    std::string late;         // reported, optional: why only after the day that was due
    std::optional<Day> day;   // ordered, rejected: due; extensionRequested, extended: until; reported: done on
    json::object clause;      // ordered, optional: standard, clause, force, status
};

struct Act {
    ActKind kind = ActKind::ordered;
    std::string of;                 // the inspection
    std::optional<Sha256> hash;     // ordered: line hash of the version whose findings these are
    std::string order;              // the order's record id; none in an order itself
    std::string about;              // the report, objection or request that is answered, where one is
    std::vector<ActEntry> entries;  // none twice; one at least, but for archived, which has none
    domain::DayCount counted = domain::DayCount::calendar;  // ordered: how the due days were counted
    std::string office, contact, remedies;                  // ordered
    std::optional<Delivery> delivery;                       // ordered, delivered
    std::string inspection;                                 // verified, rejected: the re-check, where there was one
    std::string to;                                         // handedOver: the authority
    std::string why;                                        // ended: closed_down or unreachable
    std::string term;                                       // archived: permanent, 30 or 10 (years)
    // Where it was signed, or why nobody knows; none where nobody asked.
    std::optional<domain::Whereabouts> place = {};
};

// Malformed ("bad_payload") with the member that is wrong.
Result<Act> readAct(ActKind kind, const json::object& body);
json::object toBody(const Act& act);

// That nothing is reported as put right on a day that had not come when the report was signed, by the report's own zone
// and corrected clock, which may be two minutes behind. Good for what is no report. Malformed "done_ahead".
Result<void> checkDoneDay(const record::Payload& payload);

// The number by which people call an order: region, year, the key's code and the line's number in its chain, as in
// 620321-2026-K7M2QX-42. Nobody states it: it follows from the line, so that no two orders have one number, also those
// of two tablets that were offline. (Two keys of one region have one code once in 10⁹.)
std::string orderNumber(std::string_view region, const Instant& at, std::string_view kid, std::uint64_t seq);

}  // namespace plumb::records
