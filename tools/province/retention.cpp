#include "tools/province/retention.h"

#include "shared/records/reference/retention.h"

namespace plumb::province {
namespace {

records::Retention tableOf(const std::string& prefix, const char* province, Day from) {
    records::Retention out;
    out.id = prefix + "-archive";
    out.title = {std::string(province) + "行政检查案卷保管期限表（示例）",
                 "Terms of keeping cases of inspection (example)"};
    out.source.add("zh", std::string(province) + "档案文件（示例）");
    out.where = "省局档案室（示例）";
    out.from = from;
    out.runs = records::TermRuns::nextYear;
    // Nothing is archived for shorter here (orders.cpp).
    out.terms = {{"supervision", "10"}, {"acceptance", "10"}, {"patrol", "10"}};
    return out;
}

}  // namespace

void publishRetentions(World& world) {
    const auto from = localDay(world.timeline.now());
    for (const auto& [region, says] :
         {std::pair{"62", tableOf("gs", "甘肃省", from)}, {"63", tableOf("qh", "青海省", from)}})
        world.say(world.administrator(),
                  {std::string(records::kRetentionPublished), {}, region, records::toBody(says)});
}

}  // namespace plumb::province
