#include "shared/checklist/score/findings.h"

#include "shared/base/civil_date.h"
#include "shared/checklist/score/explain.h"
#include "shared/checklist/score/list_findings.h"
#include "shared/checklist/score/settled.h"

namespace plumb::checklist {

std::vector<Finding> listFindings(const Evaluation& evaluation, Day today, const StandardTable& table) {
    std::vector<Finding> out;
    const Checklist& checklist = evaluation.checklist();
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const Item& item = checklist.items[i];
        const Verdict verdict = evaluation.outcome(i).verdict;
        if (verdict != Verdict::fail && verdict != Verdict::part) continue;
        if ((item.advisory || item.bonus) && !item.finding) continue;
        Finding finding;
        finding.item = item.id;
        if (item.finding) {
            finding.severity = item.finding->severity;
            finding.days = item.finding->days;
            finding.text = render(item.finding->text, evaluation);
        } else {
            // Facts belong to the person on the spot; the item's own words are all that can be offered.
            finding.severity = item.key || item.veto ? Severity::major : Severity::minor;
            finding.text = item.text;
        }
        finding.due = dayText(today + std::chrono::days(finding.days));
        finding.clauses = clausesOf(checklist, item, table, today);
        finding.consequence = consequenceOf(finding.clauses);
        out.push_back(std::move(finding));
    }
    return out;
}

std::vector<Finding> onlyFindings(std::vector<Finding> all) {
    std::erase_if(all, [](const Finding& finding) { return finding.consequence == Consequence::advice; });
    return all;
}

std::vector<Finding> onlyAdvice(std::vector<Finding> all) {
    std::erase_if(all, [](const Finding& finding) { return finding.consequence != Consequence::advice; });
    return all;
}

namespace {

Result<std::vector<Finding>> all(const Checklist& checklist, const Answers& answers, std::string_view today,
                                 const StandardTable& table) {
    const auto settled = settledOn(checklist, answers, today);
    if (!settled) return fail(settled.error());
    return listFindings(*settled->evaluation, settled->day, table);
}

}  // namespace

Result<std::vector<Finding>> findingsOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                        const StandardTable& table) {
    return all(checklist, answers, today, table).map(onlyFindings);
}

Result<std::vector<Finding>> adviceOf(const Checklist& checklist, const Answers& answers, std::string_view today,
                                      const StandardTable& table) {
    return all(checklist, answers, today, table).map(onlyAdvice);
}

}  // namespace plumb::checklist
