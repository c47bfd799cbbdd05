// An act of a rectification as its command describes it.
#pragma once

#include "shared/records/rectification/case.h"
#include "tools/plumb/app.h"

namespace plumb::cli {

struct RectifyOptions : HomeOptions {
    std::string what;  // the inspection's id, an order's id or its number
    std::vector<std::string> items, days, requirements, late, files;
    std::string office, contact, remedies, how, name, witness, reason, tracking, signature, about, recheck, to, why,
        term;
};

struct NamedCase {
    records::CaseRow row;
    std::string order;  // record id: the one that was named, or the only one; "" else
};
// What a person calls a case by: its inspection, an order of it (id or number), a re-check for one. Not found:
// "no_record".
Result<NamedCase> caseNamed(const store::TabletStore& store, const std::string& what);

Result<records::Act> composeOrder(store::TabletStore& store, const records::CaseRow& row,
                                  const RectifyOptions& options);
// Any act but an order. An order that is not named is "order_unknown".
Result<records::Act> composeLater(const NamedCase& of, records::ActKind kind, const RectifyOptions& options);
// None where the options name no way.
Result<std::optional<records::Delivery>> deliveryOf(store::TabletStore& store, const RectifyOptions& options);

}  // namespace plumb::cli
