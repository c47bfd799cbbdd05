#include "shared/checklist/sheets/columns.h"

#include <array>

namespace plumb::checklist {
namespace {

using enum CellKind;

constexpr Column kSettings[]{{"format", "format", number},
                             {"form_id", "id", text},
                             {"version", "version", text},
                             {"kind", "kind", text},
                             {"signers", "signers", number},
                             {"languages", "languages", names},
                             {"form_title", "title", local},
                             {"about", "about", local},
                             {"programmes", "programmes", names},
                             {"sectors", "sectors", names},
                             {"allow_choice_duplicates", "allow_choice_duplicates", flag},
                             {"full", "scoring.full", number},
                             {"by", "scoring.by", text},
                             {"base", "scoring.base", number},
                             {"na", "scoring.na", text},
                             {"veto", "scoring.veto", text},
                             {"blocked", "scoring.blocked", text},
                             {"recommended", "scoring.recommended", text},
                             {"evidence", "scoring.evidence", evidence},
                             {"bonus_most", "scoring.bonus.most", number},
                             {"bonus_capped_at", "scoring.bonus.cappedAt", number},
                             {"bonus_counts", "scoring.bonus.counts", text},
                             {"panel", "scoring.panel.method", text},
                             {"panel_drop_from", "scoring.panel.dropFrom", number},
                             {"panel_alert_total", "scoring.panel.alertTotal", number},
                             {"panel_alert_item_share", "scoring.panel.alertItemShare", number},
                             {"comment", "comment", comment}};
constexpr Column kSection[]{{"name", "id", text},
                            {"label", "title", local},
                            {"relevant", "relevant", expression},
                            {"applies", "applies", applies},
                            {"weight", "weight", number},
                            {"key_floor", "keyFloor", number},
                            {"bare", "bare", flag},
                            {"comment", "comment", comment}};
constexpr Column kItem[]{{"name", "id", text},
                         {"no", "no", text},
                         {"points", "points", number},
                         {"weight", "weight", number},
                         {"key", "key", flag},
                         {"veto", "veto", flag},
                         {"advisory", "advisory", flag},
                         {"bare", "bare", flag},
                         {"precondition", "precondition", text},
                         {"bonus", "bonus", flagOr},
                         {"level", "level", text},
                         {"na", "na", text},
                         {"fails_below", "failsBelow", number},
                         {"applies", "applies", applies},
                         {"unneeded", "unneeded", text},
                         {"relevant", "relevant", expression},
                         {"label", "text", local},
                         {"guidance_hint", "guidance", local},
                         {"standard", "standards.0.ref", text},
                         {"standard_title", "standards.0.title", local},
                         {"clause", "standards.0.clause", text},
                         {"force", "standards.0.force", text},
                         {"binding", "standards.0.binding", text},
                         {"evidence", "evidence", evidence},
                         {"rule", "rule.kind", text},
                         {"choice", "rule.choice", text},
                         {"of", "rule.of", measure},
                         {"unit", "rule.unit", local},
                         {"each", "rule.each", number},
                         {"most", "rule.most", number},
                         {"target", "rule.target", scalar},
                         {"min", "rule.min", scalar},
                         {"above", "rule.above", scalar},
                         {"max", "rule.max", scalar},
                         {"below", "rule.below", scalar},
                         {"when", "rule.when", expression},
                         {"part", "rule.part", number},
                         {"pass", "rule.pass", local},
                         {"fail", "rule.fail", local},
                         {"finding", "finding.text", local},
                         {"severity", "finding.severity", text},
                         {"days", "finding.days", number},
                         {"comment", "comment", comment}};
constexpr Column kQuestion[]{{"name", "id", text},
                             {"label", "label", local},
                             {"hint", "hint", local},
                             {"unit", "unit", local},
                             {"required", "required", flagOr},
                             {"relevant", "relevant", expression},
                             {"constraint", "constraint", expression},
                             {"constraint_message", "constraint_message", local},
                             {"min", "limits.min", scalar},
                             {"above", "limits.above", scalar},
                             {"max", "limits.max", scalar},
                             {"below", "limits.below", scalar},
                             {"calculation", "calculation", expression},
                             {"default", "default", text},
                             {"read_only", "read_only", flagOr},
                             {"choice_filter", "choice_filter", expression},
                             {"trigger", "trigger", text},
                             {"repeat_count", "repeat_count", text},
                             {"parameters", "parameters", text},
                             {"required_message", "required_message", local},
                             {"guidance_hint", "guidance_hint", local},
                             {"image", "media.image", local},
                             {"big-image", "media.big-image", local},
                             {"audio", "media.audio", local},
                             {"video", "media.video", local},
                             {"instrument", "instrument.name", local},
                             {"instrument_number", "instrument.number", text},
                             {"calibrated_until", "instrument.calibratedUntil", text},
                             {"measured_on", "instrument.on", text},
                             {"instrument_expired", "instrument.expired", text},
                             {"comment", "comment", comment}};
constexpr Column kChoice[]{{"name", "name", text},          {"label", "label", local},
                           {"verdict", "verdict", text},    {"points", "points", number},
                           {"share", "share", number},      {"deduct", "deduct", number},
                           {"absent", "absent", flag},      {"overrules", "overrules", flag},
                           {"image", "media.image", local}, {"big-image", "media.big-image", local},
                           {"audio", "media.audio", local}, {"video", "media.video", local},
                           {"comment", "comment", comment}};
constexpr Column kGrade[]{{"name", "id", text},        {"tone", "tone", text}, {"label", "label", local},
                          {"advice", "advice", local}, {"when", "when", when}, {"comment", "comment", comment}};
constexpr Column kLevel[]{{"name", "id", text}, {"label", "label", local}, {"comment", "comment", comment}};
constexpr Column kFact[]{{"name", "id", text},    {"type", "type", text},         {"label", "label", local},
                         {"unit", "unit", local}, {"required", "required", flag}, {"comment", "comment", comment}};
constexpr Column kStandard[]{{"standard", "ref", text},    {"standard_title", "title", local},
                             {"clause", "clause", text},   {"force", "force", text},
                             {"binding", "binding", text}, {"comment", "comment", comment}};
constexpr Column kBand[]{{"min", "min", scalar},     {"above", "above", scalar},     {"max", "max", scalar},
                         {"below", "below", scalar}, {"points", "points", number},   {"verdict", "verdict", text},
                         {"label", "label", local},  {"comment", "comment", comment}};
constexpr Column kReason[]{{"of", "of", text},
                           {"each", "each", number},
                           {"most", "most", number},
                           {"label", "label", local},
                           {"comment", "comment", comment}};
constexpr Column kGroup[]{{"name", "id", text},
                          {"label", "label", local},
                          {"most", "most", number},
                          {"exclusive", "exclusive", flag},
                          {"comment", "comment", comment}};

constexpr std::string_view kOfSection[]{"type", "kind"};
constexpr std::string_view kOfItem[]{"type", "kind", "item"};
constexpr std::string_view kOfQuestion[]{"type", "appearance"};
constexpr std::string_view kOfChoice[]{"list_name"};
constexpr std::string_view kOfPart[]{"item"};

}  // namespace

std::span<const Column> columnsOf(RowKind kind) {
    switch (kind) {
        case RowKind::settings:
            return kSettings;
        case RowKind::section:
            return kSection;
        case RowKind::item:
            return kItem;
        case RowKind::question:
            return kQuestion;
        case RowKind::choice:
            return kChoice;
        case RowKind::grade:
            return kGrade;
        case RowKind::level:
            return kLevel;
        case RowKind::fact:
            return kFact;
        case RowKind::standard:
            return kStandard;
        case RowKind::band:
            return kBand;
        case RowKind::reason:
            return kReason;
        case RowKind::bonusGroup:
            return kGroup;
    }
    return {};
}

std::span<const std::string_view> structuralColumnsOf(RowKind kind) {
    switch (kind) {
        case RowKind::section:
            return kOfSection;
        case RowKind::item:
            return kOfItem;
        case RowKind::question:
            return kOfQuestion;
        case RowKind::choice:
            return kOfChoice;
        case RowKind::standard:
        case RowKind::band:
        case RowKind::reason:
            return kOfPart;
        case RowKind::settings:
        case RowKind::grade:
        case RowKind::level:
        case RowKind::fact:
        case RowKind::bonusGroup:
            break;
    }
    return {};
}

std::string_view rowKindName(RowKind kind) {
    constexpr std::array<std::string_view, 12> kNames{"the document", "section", "item",   "question",
                                                      "choice",       "grade",   "level",  "fact",
                                                      "standard",     "band",    "reason", "bonus group"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::string_view presentColumn(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kOther{
        {{"guidance", "guidance_hint"},
         {"readonly", "read_only"},
         {"count", "repeat_count"},
         {"jr:count", "repeat_count"},
         {"constraint_msg", "constraint_message"},
         {"list name", "list_name"},
         {"relevance", "relevant"},
         {"calculate", "calculation"},
         {"caption", "label"},
         {"title", "form_title"},
         {"id", "name"},
         {"list", "list_name"},
         {"ref", "standard"},
         {"id_string", "form_id"}}};
    for (const auto& [other, present] : kOther) {
        if (other == name) return present;
    }
    return name;
}

}  // namespace plumb::checklist
