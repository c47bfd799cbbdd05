#include "mobile/rectify/next_acts.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::mobile;
using records::ActKind;
using records::FindingState;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:15:30.123+08:00").value();

// A case with one finding, of an accepted inspection, whose order was given.
CaseInfo caseWith(FindingState state) {
    CaseInfo out;
    out.row.standing.id = "inspection";
    out.row.standing.status = records::InspectionStatus::accepted;
    out.row.orders.push_back({"order", "620321-2026-X-1", {}});
    records::FindingRow finding;
    finding.item = "12";
    finding.state = state;
    if (state != FindingState::found) {
        finding.order = "order";
        finding.due = parseDay("2026-12-06").value();
    }
    out.row.findings.push_back(finding);
    return out;
}

CaseInfo asEnterprise(FindingState state) {
    auto out = caseWith(state);
    out.side.enterprise = true;
    out.side.kid = "enterprise";
    return out;
}

CaseInfo asOfficer(FindingState state) {
    auto out = caseWith(state);
    out.side.officer = true;
    out.side.kid = "officer";
    return out;
}

bool offers(const CaseInfo& info, ActKind kind) {
    const auto acts = nextActs(info, info.row.findings.front(), kNow);
    return std::find(acts.begin(), acts.end(), kind) != acts.end();
}

}  // namespace

TEST_CASE("an enterprise is offered what is its turn, and nothing of the office's") {
    CHECK(
        nextActs(asEnterprise(FindingState::found), caseWith(FindingState::found).row.findings.front(), kNow).empty());
    CHECK(offers(asEnterprise(FindingState::ordered), ActKind::delivered));
    CHECK(offers(asEnterprise(FindingState::delivered), ActKind::reported));
    CHECK(offers(asEnterprise(FindingState::delivered), ActKind::extensionRequested));
    CHECK(offers(asEnterprise(FindingState::delivered), ActKind::objected));
    CHECK(offers(asEnterprise(FindingState::rejected), ActKind::reported));
    CHECK_FALSE(offers(asEnterprise(FindingState::rejected), ActKind::objected));
    CHECK_FALSE(offers(asEnterprise(FindingState::reported), ActKind::verified));
    CHECK(nextActs(asEnterprise(FindingState::passed), caseWith(FindingState::passed).row.findings.front(), kNow)
              .empty());
}

TEST_CASE("an office is offered the order, the answers and the verdicts when it is their turn") {
    CHECK(offers(asOfficer(FindingState::found), ActKind::ordered));
    CHECK_FALSE(offers(asOfficer(FindingState::delivered), ActKind::verified));
    CHECK(offers(asOfficer(FindingState::reported), ActKind::verified));
    CHECK(offers(asOfficer(FindingState::reported), ActKind::rejected));
    CHECK(offers(asOfficer(FindingState::objected), ActKind::withdrawn));
    CHECK(offers(asOfficer(FindingState::delivered), ActKind::handedOver));
    CHECK_FALSE(offers(asOfficer(FindingState::delivered), ActKind::reported));
    auto asked = asOfficer(FindingState::delivered);
    CHECK_FALSE(offers(asked, ActKind::extended));
    asked.row.findings.front().request = "request";
    CHECK(offers(asked, ActKind::extended));
    CHECK(offers(asked, ActKind::extensionRefused));
    CHECK(actAbout(asked, ActKind::extended, asked.row.findings.front()).about == "request");
}

TEST_CASE("nobody is offered to judge what she reported herself") {
    auto own = asOfficer(FindingState::reported);
    own.side.enterprise = true;
    own.row.findings.front().reporter = own.side.kid;
    CHECK_FALSE(offers(own, ActKind::verified));
}

TEST_CASE(
    "whoever was there again judges by the re-check, before anything is reported; a report after it is judged anew") {
    auto info = asOfficer(FindingState::delivered);
    info.recheck.emplace();
    info.recheck->id = QStringLiteral("recheck");
    info.recheck->atMs = 1000;
    info.recheck->items["12"] = {};
    CHECK(offers(info, ActKind::verified));
    CHECK(actAbout(info, ActKind::verified, info.row.findings.front()).inspection == "recheck");
    ActInfo report;
    report.act.kind = ActKind::reported;
    report.act.entries.emplace_back().item = "12";
    report.atMs = 2000;
    info.acts.push_back(report);
    CHECK(actAbout(info, ActKind::verified, info.row.findings.front()).inspection.empty());
}
