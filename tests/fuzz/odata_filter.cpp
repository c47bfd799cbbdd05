// Any bytes as a $filter, and as a bounding box: refused with a sentence, or it holds of a row or not, and the same
// again.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sync-server/query/feature_box.h"
#include "sync-server/query/odata_filter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb::server;
    static constexpr ODataProperty kProperties[] = {
        {"A"}, {"B", ODataType::integer}, {"C", ODataType::decimal}, {"D", ODataType::moment}, {"E", ODataType::day}};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto filter = ODataFilter::parse(text, kProperties)) {
        const ODataRow row{std::string("a"), std::int64_t{1}, 0.5, plumb::TimePoint(), std::string("2026-11-29")},
            nulls(5);
        if (filter->holds(row) != filter->holds(row)) __builtin_trap();
        (void)filter->holds(nulls);
        // What speaks of some properties alone needs no other.
        static constexpr std::size_t kSome[] = {0, 1};
        if (filter->usesOnly(kSome)) {
            ODataRow some(5);
            some[0] = row[0];
            some[1] = row[1];
            if (filter->holds(some) != filter->holds(row)) __builtin_trap();
        }
        // What every row has to equal, a row that holds does.
        if (const auto must = filter->mustEqual(0); must && *must != "a" && filter->holds(row)) __builtin_trap();
    } else if (filter.error().detail.empty()) {
        __builtin_trap();
    }
    if (const auto box = parseFeatureBox(text)) {
        if (box->south > box->north) __builtin_trap();
        (void)box->holds(38.2, 101.9);
    }
    return 0;
}
