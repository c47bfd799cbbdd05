// At the end of a case, on a device: what followed a finding, when its term is over, and who may dispose of it.
#include "shared/store/disposals.h"

#include <catch2/catch.hpp>

#include "shared/store/folded_rows.h"
#include "shared/store/referrals.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;

namespace {

const domain::Grant kSupervisor{domain::Role::supervisor, {"6203"}, {}};

struct Office {
    test::Tablet tablet{kSupervisor};
    crypto::PrivateKey other = tablet.enrolOther("p9", "审核员丁", kSupervisor);

    std::string hashOf(const std::string& id) const { return tablet.store->recordById(id)->hash.hex(); }
    std::string archived(const char* term) {
        const auto id = tablet.pullInspection(test::wholeBody());
        tablet.pullFrom(other, "review.accepted", {{"of", id}, {"hash", hashOf(id)}, {"comment", ""}});
        tablet.pullFrom(other, "rectification.archived", {{"of", id}, {"term", term}});
        return id;
    }
    Result<record::Line> propose(std::vector<std::string> cases, const char* region = "6203") {
        return proposeDisposal(*tablet.store, {region, "期满", "无未结事项", std::move(cases)});
    }
    void yearsLater(int years) { tablet.now.utc += std::chrono::hours(24 * 366 * years); }
};

template <class Value>
std::string codeOf(const Result<Value>& value) {
    return value ? "" : value.error().code;
}

}  // namespace

TEST_CASE("what followed a finding is folded from the lines that are here") {
    Office office;
    auto& tablet = office.tablet;
    const auto id = tablet.pullInspection(test::wholeBody(
        {{"findings",
          json::array{json::object{
              {"item", "2"}, {"severity", "minor"}, {"text", "间隔不足"}, {"where", ""}, {"due", "2026-12-06"}}}}}));
    CHECK(referralsOf(*tablet.store, id).empty());
    const auto paper = tablet.pullFrom(office.other, "finding.referred",
                                       {{"of", id},
                                        {"hash", office.hashOf(id)},
                                        {"items", json::array{"2"}},
                                        {"kind", "enforcement"},
                                        {"to", "执法大队"},
                                        {"number", "12号"},
                                        {"day", "2026-11-22"},
                                        {"person", "p9"}});
    tablet.pullFrom(office.other, "referral.answered",
                    {{"of", paper}, {"as", "concluded"}, {"day", "2026-11-22"}, {"person", "p9"}, {"text", "已立案"}});
    const auto here = referralsOf(*tablet.store, id);
    REQUIRE(here.size() == 1);
    CHECK(here.front().says.number == "12号");
    CHECK(records::stateOf(here.front()) == records::ReferralState::concluded);
}

TEST_CASE("a device proposes what its lines say is over, and decides about nothing that it proposed itself") {
    Office office;
    auto& store = *office.tablet.store;
    const auto ten = office.archived("10"), ever = office.archived("permanent");
    const auto open = office.tablet.pullInspection(test::wholeBody());
    CHECK(dayText(*keptUntilHere(store, *caseOf(store, ten))) == "2036-12-31");
    CHECK_FALSE(keptUntilHere(store, *caseOf(store, ever)));
    CHECK(codeOf(office.propose({ten})) == "term_runs");
    office.yearsLater(11);
    CHECK(codeOf(office.propose({open})) == "not_archived");
    CHECK(codeOf(office.propose({ever})) == "disposal_permanent");
    CHECK(codeOf(office.propose({"0198d2c4-7a10-7c3e-8f21-0000000000ff"})) == "of_unknown");
    CHECK(codeOf(decideDisposal(store, "0198d2c4-7a10-7c3e-8f21-0000000000ff", true)) == "disposal_unknown");
    const auto list = office.propose({ten});
    REQUIRE(list);
    const auto id = record::parsePayload(list->payload()).value().id;
    CHECK(codeOf(office.propose({ten})) == "disposal_waits");
    CHECK(codeOf(decideDisposal(store, id, true)) == "disposal_own");
    const auto all = disposalsHere(store);
    REQUIRE(all.size() == 1);
    CHECK(records::stateOf(all.front()) == records::DisposalState::proposed);
    CHECK(all.front().says.find(ten) != nullptr);
}
