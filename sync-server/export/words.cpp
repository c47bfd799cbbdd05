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
    {"column.level", "级别", "Level"},
    {"column.programme_id", "项目编号", "Programme id"},
    {"column.products", "产品", "Products"},
    {"column.scale", "规模", "Scale"},
    {"column.scale_unit", "规模单位", "Scale unit"},
    {"column.risk_grade", "风险等级", "Risk grade"},
    {"column.altitude", "海拔（米）", "Altitude (m)"},
    {"column.area", "边界面积（公顷）", "Area of the boundary (ha)"},
    {"column.boundary", "边界（WKT）", "Boundary (WKT)"},
    {"column.latitude", "纬度", "Latitude"},
    {"column.longitude", "经度", "Longitude"},
    {"column.case", "案件编号", "Case id"},
    {"column.item", "条款", "Item"},
    {"column.supervision", "监督方式", "Supervision"},
    {"supervision.enforcement", "行政执法", "enforcement"},
    {"supervision.improvement", "改进", "improvement"},
    {"supervision.association", "团体自律", "the association's discipline"},
    {"supervision.declaration", "声明监督", "the enterprise's declaration"},
    {"column.severity", "严重程度", "Severity"},
    {"column.finding", "问题", "Finding"},
    {"column.finding_state", "整改状态", "State of the finding"},
    {"column.board", "看板栏", "Column of the board"},
    {"column.order_number", "整改通知书编号", "Order number"},
    {"column.requirement", "整改要求", "Requirement"},
    {"column.due", "整改期限", "Due"},
    {"column.overdue", "已逾期", "Overdue"},
    {"column.extended", "已延期", "Extended"},
    {"column.failed_again", "复查未通过次数", "Times failed again"},
    {"column.late", "逾期报告", "Reported late"},
    {"column.inspector", "检查员", "Inspector"},
    {"column.inspected", "检查时间", "Inspected"},
    {"column.case_state", "案件状态", "State of the case"},
    {"column.round", "自评轮次编号", "Round id"},
    {"column.round_title", "自评轮次", "Round"},
    {"column.items_answered", "已填项数", "Items answered"},
    {"column.contributors", "填写人", "Filled by"},
    {"column.submission", "提交记录编号", "Submission id"},
    {"column.submitted", "提交时间", "Submitted"},
    {"severity.minor", "一般", "minor"},
    {"severity.major", "严重", "major"},
    {"severity.critical", "特别严重", "critical"},
    {"answer.yes", "是", "yes"},
    {"answer.no", "否", "no"},
    {"finding.corrected", "当场改正", "corrected on the spot"},
    {"finding.found", "待责令整改", "to be ordered"},
    {"finding.ordered", "已责令，待送达", "ordered"},
    {"finding.delivered", "整改中", "being put right"},
    {"finding.reported", "已报告，待复查", "reported"},
    {"finding.objected", "已申辩，待答复", "objected"},
    {"finding.rejected", "复查未通过", "failed again"},
    {"finding.passed", "复查通过", "passed"},
    {"finding.withdrawn", "已撤销", "withdrawn"},
    {"finding.handed_over", "已移送", "handed over"},
    {"finding.ended", "终结", "ended"},
    {"board.to_order", "待开整改", "To order"},
    {"board.with_enterprise", "企业整改中", "With the enterprise"},
    {"board.reported", "待复查答复", "To answer"},
    {"board.closed", "已关闭", "Closed"},
    {"case.submitted", "待审核", "submitted"},
    {"case.returned", "已退回", "returned"},
    {"case.reviewed", "已审核", "reviewed"},
    {"case.ordered", "整改中", "being put right"},
    {"case.closed", "已结案", "closed"},
    {"case.archived", "已归档", "archived"},
    {"case.incomplete", "待第二名检查员签字", "second signature missing"},
    {"state.filling", "填写中", "Being filled"},
    {"state.submitted", "待审核", "To review"},
    {"state.returned", "已退回", "Returned"},
    {"state.accepted", "已通过", "Accepted"},
    {"state.incomplete", "待第二名检查员签字", "Second signature missing"},
    {"kind.supervision", "监督抽查", "Supervision"},
    {"kind.enforcement", "执法检查", "Enforcement"},
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
    {"file.assessments", "自评", "self-assessments"},
    {"file.findings", "问题整改", "findings"},
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
    {"filter.round", "筛选：自评轮次", "Filter: round"},
    {"filter.column", "筛选：看板栏", "Filter: column"},
    {"filter.inspector", "筛选：检查员", "Filter: inspector"},
    {"filter.supervision", "筛选：监督方式", "Filter: supervision"},
    {"filter.severity", "筛选：严重程度", "Filter: severity"},
    {"filter.programme", "筛选：项目", "Filter: programme"},
    {"filter.due_before", "筛选：期限早于", "Filter: due before"},
    {"filter.overdue", "筛选：仅逾期", "Filter: overdue only"},
    {"filter.today", "逾期按此日计算", "Overdue as of"},
    {"filter.text", "筛选：文字", "Filter: text"},
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
