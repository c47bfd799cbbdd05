// A case as an enterprise's tablet has it: an inspection by a colleague with two findings, and the order for both.
#pragma once

#include "tests/unit/mobile/records.h"

namespace plumb::test {

struct OrderedCase {
    QString inspection, order;
};

inline domain::Grant ofEnterprise() {
    return {domain::Role::enterprise, {"6203"}, {"yongchang"}};
}

// `due`: of both findings, "12" and "2".
// A colleague's inspection of the site, with two findings; its id.
inline QString pullFindings(Bench& bench, const std::string& due) {
    return pullByColleague(
        bench, 100, "inspection.submitted",
        wholeBody(
            {{"findings",
              json::array{
                  json::object{
                      {"item", "12"}, {"severity", "minor"}, {"text", "库门未上锁"}, {"where", ""}, {"due", due}},
                  json::object{
                      {"item", "2"}, {"severity", "critical"}, {"text", "间隔不足"}, {"where", ""}, {"due", due}}}}}));
}

inline OrderedCase pullCase(Bench& bench, const std::string& due) {
    OrderedCase out;
    out.inspection = pullFindings(bench, due);
    const auto store = connect(bench);
    const auto hash = store->recordById(out.inspection.toStdString())->hash.hex();
    json::array findings;
    for (const char* item : {"12", "2"})
        findings.push_back(
            json::object{{"item", item}, {"facts", "库门未上锁"}, {"requirement", "上锁"}, {"due", due}});
    out.order = pullByColleague(bench, 101, "rectification.ordered",
                                {{"of", out.inspection.toStdString()},
                                 {"hash", hash},
                                 {"office", "永昌县市场监督管理局"},
                                 {"count", "working"},
                                 {"delivery", {{"how", "post"}}},
                                 {"findings", std::move(findings)}});
    return out;
}

}  // namespace plumb::test
