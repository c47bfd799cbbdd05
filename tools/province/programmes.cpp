#include "tools/province/programmes.h"

#include "tools/province/panels.h"

namespace plumb::province {
namespace {

struct Target {
    const char *zh, *en;
    std::int64_t value;
    const char *unitZh, *unitEn, *by;
    const char* level =
        nullptr;  // published sites of this level are counted for it, "" all; null: nothing of the log is
};
struct Programme {
    const char *id, *zh, *en, *region, *sourceZh, *sourceEn;
    std::vector<const char*> checklists;
    std::vector<Target> targets;
};

const std::vector<Programme>& programmes() {
    static const char *gansu = "甘肃省规划", *gansuEn = "Gansu's provincial plan", *qinghai = "青海省规划",
                      *qinghaiEn = "Qinghai's provincial plan";
    static const std::vector<Programme> all{
        {"gs-agri-zones",
         "甘肃省农业综合标准化示范区",
         "Comprehensive agricultural standardization zones of Gansu",
         "62",
         gansu,
         gansuEn,
         {"c1", "c3", "6a", "6b"},
         {{"国家级农业综合标准化示范区", "national zones", 120, "个", "zones", "2020-12-31", "国家级"},
          {"省级农业综合标准化示范区", "provincial zones", 180, "个", "zones", "2020-12-31", "省级"}}},
        {"gs-service-pilots",
         "甘肃省服务业标准化试点示范",
         "Service standardization pilots of Gansu",
         "62",
         gansu,
         gansuEn,
         {"c2"},
         {{"国家级服务标准化试点项目", "national service pilots", 20, "个", "pilots", "2020-12-31", "国家级"},
          {"省级服务业标准化示范单位", "provincial service demonstration units", 50, "个", "units", "2020-12-31",
           "省级"}}},
        {"qh-agri-safety",
         "青海省农产品安全标准化示范",
         "Safe agricultural products: demonstration in Qinghai",
         "63",
         qinghai,
         qinghaiEn,
         {"c1", "c3", "6a", "6b"},
         {{"农产品安全标准", "standards for safe products", 50, "项", "standards", ""},
          {"示范项目", "demonstration projects", 10, "个", "projects", "", ""},
          {"农业标准化生产普及率", "share of standardized production", 50, "%", "%", "2020-12-31"}}},
    };
    return all;
}

json::object bothLanguages(const char* zh, const char* en) {
    return {{"zh", zh}, {"en", en}};
}

}  // namespace

void publishProgrammes(World& world) {
    for (const auto& programme : programmes()) {
        json::array targets;
        for (const auto& target : programme.targets) {
            json::object one{{"title", bothLanguages(target.zh, target.en)},
                             {"at_least", target.value},
                             {"unit", bothLanguages(target.unitZh, target.unitEn)}};
            if (*target.by) one["by"] = target.by;  // else: within the plan's period
            if (target.level) {
                json::object measure{{"what", "sites"}};
                if (*target.level) measure["level"] = target.level;
                one["measure"] = std::move(measure);
            }
            targets.push_back(std::move(one));
        }
        world.say(world.administrator(),
                  {"programme.published",
                   {},
                   programme.region,
                   {{"id", programme.id},
                    {"title", bothLanguages(programme.zh, programme.en)},
                    {"source", bothLanguages(programme.sourceZh, programme.sourceEn)},
                    {"checklists", json::array(programme.checklists.begin(), programme.checklists.end())},
                    {"targets", std::move(targets)},
                    {"panel", records::toJson(panelRule())}}});
    }
}

}  // namespace plumb::province
