#include "sync-server/projections/item_counts.h"

#include <algorithm>

#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/publications/published_for.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {

std::vector<records::ItemRegister> registersFor(std::string_view region, Day day, StoreReader& reader) {
    return records::holdingOn(day,
                              publishedFor(region, records::kRegisterPublished, &records::readItemRegister, reader));
}

std::vector<records::CheckRow> checksForItems(std::string_view site, int year, std::string_view without,
                                              StoreReader& reader) {
    const Day first{std::chrono::year(year) / std::chrono::January / 1},
        last{std::chrono::year(year) / std::chrono::December / 31};
    std::vector<records::CheckRow> out;
    for (const auto& one : SiteRows(reader).ofEnterprise(site)) {
        for (auto& check : CheckRows(reader).ofSite(one, first, last)) {
            if (check.id == without || !records::countsForItems(check, year)) continue;
            const auto task = check.task.empty() ? std::nullopt : TaskRows(reader).find(check.task);
            if (!task || records::stateOf(task->row) != records::TaskState::cancelled) out.push_back(std::move(check));
        }
    }
    return out;
}

std::int64_t timesOf(const records::RegisterItem& item, const std::vector<records::CheckRow>& checks) {
    return std::count_if(checks.begin(), checks.end(), [&](const auto& check) {
        return std::any_of(check.says.items.begin(), check.says.items.end(),
                           [&](const auto& words) { return records::isCalled(item, words); });
    });
}

}  // namespace plumb::server
