#include "sync-server/ingest/register_check.h"

#include "sync-server/projections/item_counts.h"

namespace plumb::server {
namespace {

Result<void> checkTimes(const records::PlannedCheck& check, const std::string& site, std::string_view without,
                        const std::vector<records::ItemRegister>& registers, StoreReader& reader) {
    if (check.items.empty() || registers.empty()) return {};
    const int year = static_cast<int>(std::chrono::year_month_day(check.planned).year());
    const auto others = checksForItems(site, year, without, reader);
    return records::mayInspectItems(check, registers, [&](const auto& item) { return timesOf(item, others); });
}

}  // namespace

Result<void> checkItemsRegistered(const records::PlannedCheck& check, const std::string& site,
                                  const std::string& region, StoreReader& reader) {
    const auto registers = registersFor(region, check.planned, reader);
    if (auto good = records::checkRegistered(check.items, records::checkModeName(check.mode), registers); !good)
        return good;
    return checkTimes(check, site, {}, registers, reader);
}

Result<void> checkItemsLeft(const records::CheckRow& row, StoreReader& reader) {
    return checkTimes(row.says, row.site, row.id, registersFor(row.region, row.says.planned, reader), reader);
}

}  // namespace plumb::server
