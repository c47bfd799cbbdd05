#include "sync-server/intake/state.h"

#include "shared/base/china_day.h"
#include "shared/records/reference/programme.h"
#include "sync-server/intake/receipt_code.h"
#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/working_calendar.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> aboutUnknown() {
    return fail(ErrorKind::notFound, "about_unknown", "there is nothing here by that name that one could complain of");
}

}  // namespace

Result<json::object> describeByCode(std::string_view typed, StoreReader& reader) {
    const auto code = readSpokenCode(typed);
    const auto found = code ? ComplaintRows(reader).ofReceipt(receiptHash(*code)) : std::nullopt;
    if (!found) return fail(ErrorKind::notFound, "code_unknown", "no complaint was taken under this code");
    const auto& row = found->row;
    json::object out{{"state", records::complaintStateName(records::stateOf(row))},
                     {"received", dayText(row.says.received)}};
    if (const auto due = records::dueOf(row, calendarOf(reader)))
        out["due"] = {{"day", dayText(due->day)}, {"counted", domain::dayCountName(due->counted)}};
    if (row.classified) {
        out["decided"] = dayText(chinaDay(row.classified->at.utc));
        if (!row.classified->says.reason.empty()) out["reason"] = row.classified->says.reason;
    }
    if (row.answered) {
        out["answered"] = dayText(chinaDay(row.answered->at.utc));
        out["outcome"] = records::complaintOutcomeName(row.answered->says.outcome);
        out["answer"] = row.answered->says.text;
    }
    return out;
}

Result<json::object> describeAbout(std::string_view kind, std::string_view key, StoreReader& reader) {
    if (kind == "site") {
        const auto site = SiteRows(reader).find(key);
        if (!site) return aboutUnknown();
        return json::object{{"kind", "site"}, {"key", site->site}, {"name", site->name}, {"region", site->region}};
    }
    if (kind != "programme") return aboutUnknown();
    const auto published = Publications(reader).of("programme.published", key);
    if (published.empty()) return aboutUnknown();
    const auto programme = records::readProgramme(payloadAt(published.back().index, reader).body);
    if (!programme) return fail(programme.error());
    return json::object{
        {"kind", "programme"}, {"key", key}, {"title", programme->title.toJson()}, {"region", published.back().region}};
}

}  // namespace plumb::server
