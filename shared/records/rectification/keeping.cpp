#include "shared/records/rectification/keeping.h"

namespace plumb::records {

std::optional<Day> keptUntil(std::string_view term, Day archived) {
    const int years = term == "10" ? 10 : term == "30" ? 30 : 0;
    if (years == 0) return std::nullopt;
    return civilDay(static_cast<int>(std::chrono::year_month_day(archived).year()) + years, 12, 31);
}

}  // namespace plumb::records
