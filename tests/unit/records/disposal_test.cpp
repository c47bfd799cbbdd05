// Lists of archived cases that are disposed of, and what followed failed items: who may say what when, of each kind.
#include "shared/records/disposal/disposal.h"

#include <catch2/catch.hpp>

#include "shared/records/rectification/referral.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

record::Payload payloadOf(const std::string& type, json::object body, const char* at = "2037-01-05T10:00:00.000+08:00",
                          const char* id = "0198d2c4-7a10-7c3e-8f21-0000000000e5") {
    record::Payload out;
    out.id = id;
    out.type = type;
    out.region = "62";
    out.at = parseInstant(at).value();
    out.body = std::move(body);
    return out;
}

json::object example(const std::string& type) {
    return test::recordExamples().at(type);
}

const Sha256 kHash = Sha256::fromHex("897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f").value();

struct Facts {
    CaseRow row;
    DisposalFacts facts;
    DisposalCase said = readDisposal(example("disposal.proposed"))->cases.front();

    Facts() {
        row.region = "620321";
        row.archived = "10";
        facts.row = &row;
        facts.act = said.act;
        facts.until = said.until;
        facts.today = said.until + std::chrono::days(1);
    }
    std::string answer() const {
        const auto may = mayDispose(said, "62", facts);
        return may ? "" : may.error().code;
    }
};

CaseRow caseWith(std::vector<std::string> items) {
    CaseRow out;
    out.standing.status = InspectionStatus::submitted;
    out.standing.newest = kHash;
    out.at = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    for (auto& item : items) {
        FindingRow finding;
        finding.item = std::move(item);
        out.findings.push_back(std::move(finding));
    }
    return out;
}

Referral referralOf(domain::Supervision kind, std::vector<std::string> items) {
    auto out = readReferral(example("finding.referred")).value();
    out.hash = kHash;
    out.kind = kind;
    out.items = std::move(items);
    return out;
}

std::string codeOf(const Result<void>& may) {
    return may ? "" : may.error().code;
}

}  // namespace

TEST_CASE("a case is disposed of after the last day of its term, and not on it") {
    Facts one;
    CHECK(one.answer().empty());
    one.facts.today = one.said.until;
    CHECK(one.answer() == "term_runs");
}

TEST_CASE("each thing that stands in the way of a disposal has its word") {
    const auto saidAfter = [](const std::function<void(Facts&)>& change) {
        Facts one;
        change(one);
        return one.answer();
    };
    CHECK(saidAfter([](Facts& one) { one.facts.row = nullptr; }) == "of_unknown");
    CHECK(saidAfter([](Facts& one) { one.row.region = "630121"; }) == "disposal_elsewhere");
    CHECK(saidAfter([](Facts& one) { one.facts.disposed = "on 2037-01-02"; }) == "case_disposed");
    CHECK(saidAfter([](Facts& one) { one.row.archived.clear(); }) == "not_archived");
    CHECK(saidAfter([](Facts& one) { one.facts.act.clear(); }) == "not_archived");
    CHECK(saidAfter([](Facts& one) { one.row.archived = "permanent"; }) == "disposal_permanent");
    CHECK(saidAfter([](Facts& one) { one.facts.until.reset(); }) == "disposal_permanent");
    CHECK(saidAfter([](Facts& one) { one.said.term = "30"; }) == "disposal_differs");
    CHECK(saidAfter([](Facts& one) { one.said.act = one.said.of; }) == "disposal_differs");
    CHECK(saidAfter([](Facts& one) { one.said.until -= std::chrono::days(1); }) == "disposal_differs");
    CHECK(saidAfter([](Facts& one) { one.facts.referral = "12号"; }) == "referral_open");
    CHECK(saidAfter([](Facts& one) { one.facts.waiting = "list"; }) == "disposal_waits");
}

TEST_CASE("a list is decided once, by another, over the content that was read; what is kept of it is it") {
    std::optional<DisposalRow> row;
    const auto proposed = payloadOf("disposal.proposed", example("disposal.proposed"));
    REQUIRE(foldDisposal(row, {proposed, kHash, "kid-1", 7}));
    CHECK_FALSE(foldDisposal(row, {proposed, kHash, "kid-1", 8}));
    CHECK(disposalFromJson(toJson(*row)) == *row);
    auto decision = example("disposal.approved");
    decision["of"] = row->id;
    decision["version"] = kHash.hex();
    auto own = decision;
    own["person"] = row->says.person;
    auto other = decision;
    other["version"] = std::string(64, '0');
    CHECK(codeOf(mayChangeDisposal(row, payloadOf("disposal.approved", own))) == "disposal_own");
    CHECK(codeOf(mayChangeDisposal(row, payloadOf("disposal.approved", other))) == "disposal_unknown");
    CHECK(codeOf(mayChangeDisposal(std::nullopt, payloadOf("disposal.approved", decision))) == "disposal_unknown");
    const auto approved = payloadOf("disposal.approved", decision);
    REQUIRE(foldDisposal(row, {approved, kHash, "kid-2", 9}));
    CHECK(stateOf(*row) == DisposalState::approved);
    CHECK(codeOf(mayChangeDisposal(row, approved)) == "disposal_decided");
    CHECK(disposalFromJson(toJson(*row)) == *row);
}

TEST_CASE("an item is referred under its own kind of supervision, whichever of the four it is") {
    using domain::Supervision;
    const auto row = caseWith({"1", "2", "3", "4"});
    const auto kindOf = [](std::string_view item) -> std::optional<Supervision> {
        if (item == "1") return domain::supervisionOf("GB 2763-2026", true);
        if (item == "2") return domain::supervisionOf("NY/T 3445-2019", false);
        if (item == "3") return domain::supervisionOf("T/GSAPA 001-2024", true);
        if (item == "4") return domain::supervisionOf("Q/YC 001-2025", true);
        return std::nullopt;
    };
    const std::pair<const char*, Supervision> own[] = {{"1", Supervision::enforcement},
                                                       {"2", Supervision::improvement},
                                                       {"3", Supervision::association},
                                                       {"4", Supervision::declaration}};
    for (const auto& [item, kind] : own) {
        for (std::size_t other = 0; other < domain::kSupervisions; ++other) {
            const auto said = static_cast<Supervision>(other);
            INFO(item << " " << domain::supervisionName(said));
            CHECK(codeOf(mayRefer(row, referralOf(said, {item}), {}, kindOf)) ==
                  (said == kind ? "" : "supervision_differs"));
        }
    }
    CHECK(codeOf(mayRefer(row, referralOf(Supervision::enforcement, {"9"}), {}, kindOf)) == "finding_unknown");
    CHECK(codeOf(mayRefer(caseWith({"9"}), referralOf(Supervision::enforcement, {"9"}), {}, kindOf)) ==
          "finding_unknown");
    auto waits = row;
    waits.standing.status = InspectionStatus::incomplete;
    CHECK(codeOf(mayRefer(waits, referralOf(Supervision::enforcement, {"1"}), {}, kindOf)) == "not_cosigned");
    waits.standing.status = InspectionStatus::returned;
    CHECK(codeOf(mayRefer(waits, referralOf(Supervision::enforcement, {"1"}), {}, kindOf)) == "not_reviewable");
    auto unstated = row;
    unstated.findings.front().stated = false;
    CHECK(codeOf(mayRefer(unstated, referralOf(Supervision::enforcement, {"1"}), {}, kindOf)) == "finding_unknown");
}

TEST_CASE("a referral takes its answers in turn, and what is kept of it is it") {
    std::optional<ReferralRow> row;
    const auto made = payloadOf("finding.referred", example("finding.referred"), "2026-12-24T10:00:00.000+08:00");
    REQUIRE(foldReferral(row, {made, kHash, "kid", 3}));
    const auto answer = [&](const char* as, const char* day) {
        auto body = example("referral.answered");
        body["of"] = row->id;
        body["as"] = as;
        body["day"] = day;
        return payloadOf("referral.answered", body, "2026-12-24T10:00:00.000+08:00",
                         "0198d2c4-7a10-7c3e-8f21-0000000000f2");
    };
    CHECK(codeOf(mayChangeReferral(row, answer("received", "2026-11-22"))) == "referral_day");
    CHECK(codeOf(mayChangeReferral(row, answer("received", "2026-12-25"))) == "referral_day");
    CHECK(codeOf(mayChangeReferral(std::nullopt, answer("received", "2026-12-01"))) == "referral_unknown");
    const auto received = answer("received", "2026-12-01");
    REQUIRE(foldReferral(row, {received, kHash, "kid", 4}));
    CHECK(codeOf(mayChangeReferral(row, answer("received", "2026-12-02"))) == "not_its_turn");
    CHECK(codeOf(mayChangeReferral(row, answer("concluded", "2026-11-30"))) == "referral_day");
    const auto concluded = answer("concluded", "2026-12-20");
    REQUIRE(foldReferral(row, {concluded, kHash, "kid", 5}));
    CHECK(stateOf(*row) == ReferralState::concluded);
    CHECK(codeOf(mayChangeReferral(row, answer("declined", "2026-12-21"))) == "referral_over");
    CHECK(referralFromJson(toJson(*row)) == *row);
    const auto again = referralOf(row->says.kind, {"2"});
    const std::vector known{*row};
    const auto kind = [&](std::string_view) { return std::optional(row->says.kind); };
    CHECK(codeOf(mayRefer(caseWith({"2"}), again, known, kind)) == "referral_twice");
}
