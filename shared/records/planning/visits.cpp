#include "shared/records/planning/visits.h"

#include <algorithm>

namespace plumb::records {

bool VisitRule::counts(std::string_view what) const {
    return what != kVisitOrdered &&
           std::none_of(uncounted.begin(), uncounted.end(), [&](const auto& one) { return one.what == what; });
}

VisitRule readVisitRule(BodyReader& read) {
    VisitRule out;
    (void)read.eachIf("uncounted", [&](BodyReader& in) {
        UncountedVisit one{in.text("what"), in.text("source")};
        if (!out.counts(one.what)) in.fault("what", "is said already");
        out.uncounted.push_back(std::move(one));
    });
    return out;
}

json::array toBody(const VisitRule& rule) {
    json::array out;
    for (const auto& one : rule.uncounted) out.push_back(json::object{{"what", one.what}, {"source", one.source}});
    return out;
}

std::string visitOf(const InspectionRow& row, bool ordered) {
    if (ordered) return std::string(kVisitOrdered);
    if (row.status == InspectionStatus::returned) return std::string(kVisitReturned);
    return row.says.isRecheck() ? std::string(kVisitRecheck) : row.says.kind;
}

}  // namespace plumb::records
