#include "sync-server/export/words.h"

#include <algorithm>

namespace plumb::server {
namespace {

struct Word {
    std::string_view key, zh, en;
};

constexpr Word kWords[] = {
    {"column.id", "记录编号", "Record id"},
    {"column.version", "版次", "Version"},
    {"column.state", "状态", "State"},
    {"column.site", "场所编号", "Site id"},
    {"column.site_name", "场所名称", "Site"},
    {"column.region", "行政区划代码", "Region code"},
    {"column.region_name", "行政区划", "Region"},
    {"column.kind", "检查类型", "Kind"},
    {"column.checklist", "检查表编号", "Checklist id"},
    {"column.checklist_title", "检查表", "Checklist"},
    {"column.checklist_version", "检查表版本", "Checklist version"},
    {"column.started", "开始时间", "Started"},
    {"column.finished", "结束时间", "Finished"},
    {"column.author", "提交人", "Submitted by"},
    {"column.team", "检查组", "Team"},
    {"column.log_index", "日志位置", "Log index"},
    {"column.log_time", "入日志时间", "Logged"},
    {"column.points", "得分", "Points"},
    {"column.max", "满分", "Max points"},
    {"column.grade", "等级", "Grade"},
    {"column.vetoes", "否决项数", "Vetoes"},
    {"column.findings", "问题数", "Findings"},
    {"column.files", "附件数", "Files"},
    {"column.line", "记录行散列值", "Line hash"},
    {"column.verdict", "判定", "verdict"},
    {"column.na", "不适用原因", "why not applicable"},
    {"column.note", "说明", "note"},
    {"column.name", "名称", "Name"},
    {"column.code", "统一社会信用代码", "Credit code"},
    {"column.address", "地址", "Address"},
    {"column.programme", "项目", "Programme"},
    {"column.sector", "产业", "Sector"},
    {"column.contact", "联系人", "Contact"},
    {"column.latitude", "纬度", "Latitude"},
    {"column.longitude", "经度", "Longitude"},
    {"state.submitted", "待审核", "To review"},
    {"state.returned", "已退回", "Returned"},
    {"state.accepted", "已通过", "Accepted"},
    {"kind.supervision", "监督抽查", "Supervision"},
    {"kind.acceptance", "目标考核", "Acceptance"},
    {"kind.self", "自评", "Self-assessment"},
    {"kind.patrol", "日常巡查", "Patrol"},
    {"kind.recheck", "复查", "Re-check"},
    {"verdict.pass", "符合", "conforms"},
    {"verdict.part", "部分符合", "partly conforms"},
    {"verdict.fail", "不符合", "does not conform"},
    {"verdict.na", "不适用", "not applicable"},
    {"verdict.unanswered", "未填", "not answered"},
    {"file.inspections", "检查记录", "inspections"},
    {"file.sites", "场所", "sites"},
    {"sheet.about", "说明", "About"},
    {"about.list", "内容", "List"},
    {"about.zone", "时区", "Time zone"},
    {"about.made", "导出时间", "Exported"},
    {"about.log", "日志", "Log"},
    {"about.log_size", "日志条数", "Log size"},
    {"about.by", "导出人", "Exported by"},
    {"about.cut", "被截断的单元格数", "Cells cut"},
    {"about.cut_mark", "…〔超出 Excel 单元格上限，全文见 CSV〕", "… [longer than an Excel cell; whole in CSV]"},
    {"filter.state", "筛选：状态", "Filter: state"},
    {"filter.region", "筛选：行政区划", "Filter: region"},
    {"filter.site", "筛选：场所", "Filter: site"},
    {"filter.checklist", "筛选：检查表", "Filter: checklist"},
};

}  // namespace

bool exportLanguageNamed(std::string_view name, ExportLanguage& out) {
    if (name != "zh" && name != "en") return false;
    out = name == "zh" ? ExportLanguage::zh : ExportLanguage::en;
    return true;
}

std::string_view codeOf(ExportLanguage language) {
    return language == ExportLanguage::zh ? "zh" : "en";
}

std::string exportWord(std::string_view key, ExportLanguage language) {
    const auto* found =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& word) { return word.key == key; });
    if (found != std::end(kWords)) return std::string(language == ExportLanguage::zh ? found->zh : found->en);
    const auto dot = key.find('.');
    return std::string(dot == std::string_view::npos ? key : key.substr(dot + 1));
}

}  // namespace plumb::server
