#include "shared/records/planning/item_burden.h"

namespace plumb::records {

Result<void> mayInspectItems(const PlannedCheck& check, const std::vector<ItemRegister>& registers,
                             const TimesInspected& times) {
    if (!check.itemsOver.empty()) return {};
    for (const auto& words : check.items)
        for (const auto& one : registers)
            for (const auto& item : one.items) {
                if (!item.most || !isCalled(item, words)) continue;
                const auto made = times(item);
                if (made < *item.most) continue;
                return fail(ErrorKind::forbidden, "item_cap_reached",
                            "\"" + words.substr(0, 120) + "\" is inspected " + std::to_string(made) +
                                " times at this enterprise this year already, and its register allows " +
                                std::to_string(*item.most) + ": say why it is inspected again (\"items_over\")");
            }
    return {};
}

bool countsForItems(const CheckRow& row, int year) {
    const auto state = stateOf(row);
    return static_cast<int>(std::chrono::year_month_day(row.says.planned).year()) == year &&
           (state == CheckState::approved || (state == CheckState::proposed && row.says.urgent));
}

}  // namespace plumb::records
