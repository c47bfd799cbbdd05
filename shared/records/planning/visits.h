// What counts as a visit of an enterprise towards the yearly cap, said once for the burden guard, for statistics and
// for whatever shows either (国办发〔2024〕54号: each enterprise has a published cap).
//
// Unless the published plan that states the cap says otherwise, every check that was made at the enterprise counts, of
// whatever kind: the Ministry of Justice's answers say that all kinds count but special checks that were ordered from
// above. So a re-check is a visit, since somebody goes there again; and so is a check whose record was returned, since
// what is wrong with its record does not unmake it. A plan may leave kinds out, each with the document that says so:
// whether an acceptance (验收) is an administrative check at all is settled by no source that we hold, and may be so by
// a bureau's own rule. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/records/body_reader.h"
#include "shared/records/inspection/fold.h"

namespace plumb::records {

// How a visit is told apart beside the kinds of inspections ("supervision", "enforcement", "acceptance", "patrol", …).
inline constexpr std::string_view kVisitRecheck = "recheck";    // for an order, whatever kind it says
inline constexpr std::string_view kVisitReturned = "returned";  // its record was returned, and not amended yet
// A special check that was ordered from above, as its approved check says; counts under no rule (check.h).
inline constexpr std::string_view kVisitOrdered = "ordered";

struct UncountedVisit {
    std::string what;    // a kind of inspection, recheck or returned
    std::string source;  // the document that says so

    friend bool operator==(const UncountedVisit&, const UncountedVisit&) = default;
};

struct VisitRule {
    std::vector<UncountedVisit> uncounted;  // each once

    [[nodiscard]] bool counts(std::string_view what) const;

    friend bool operator==(const VisitRule&, const VisitRule&) = default;
};

// The member "uncounted" of a plan's body: [{"what","source"}]; absent: the rule above.
VisitRule readVisitRule(BodyReader& read);
json::array toBody(const VisitRule& rule);

// What the visit is to the rule. `ordered`: its check says so. REQUIRES: no self-assessment, which nobody visits for.
std::string visitOf(const InspectionRow& row, bool ordered);

}  // namespace plumb::records
