// Random walks of a case, with what each line did: the file that this fold and the console's are both held to.
#include <catch2/catch.hpp>

#include "shared/records/rectification/case_json.h"
#include "tests/unit/records/walk_lines.h"

using namespace plumb;
using namespace plumb::records;
using namespace plumb::test;

namespace {

constexpr const char* kFile = "rectification.json";
constexpr int kWalks = 24, kSteps = 30, kTries = 8;
constexpr int kRowEach = 12;  // the whole row stands after so many lines, and after the last

CaseReading readingOf(const record::Payload& payload) {
    CaseReading out;
    if (isVersion(payload.type)) {
        out.summary = readSummary(payload.body).value();
        out.findings = findingsOf(payload.body);
    }
    if (const auto kind = actKindOf(payload.type)) out.act = readAct(*kind, payload.body).value();
    return out;
}

// What the line does, written into it: the code of a refusal, the case's state, now and then the whole row.
void take(std::optional<CaseRow>& row, json::object& step, bool whole) {
    const auto payload = walkPayload(step);
    const auto kid = textOr(step, "kid");
    const BelievedLine line{payload, walkHash(static_cast<int>(payload.seq)), kid, payload.seq};
    const auto reading = readingOf(payload);
    if (row && reading.act) {
        const auto good = mayHappen(*row, *reading.act, line);
        step["said"] = good ? "" : good.error().code;
    }
    foldCase(row, line, reading);
    step["state"] = row ? json::value(stateName(stateOf(*row))) : json::value(nullptr);
    if (row && whole) step["row"] = toJson(*row);
}

class Walk {
  public:
    explicit Walk(int number) : m_random(static_cast<std::uint32_t>(number)), m_number(number * 100) {}

    json::array steps() {
        json::array out;
        for (int i = 0; i < kSteps; ++i) {
            m_days += pick(3) == 0 ? pick(9) : 0;
            ++m_number;
            json::object step;
            std::optional<CaseRow> after;
            // The first few that are not their turn are mostly thrown away, or a walk would be nothing else.
            for (int t = 0; t < kTries; ++t) {
                step = i == 0 ? version("inspection.submitted") : next();
                after = m_row;
                take(after, step, i % kRowEach == kRowEach - 1 || i == kSteps - 1);
                const auto said = textOr(step, "said");
                if (said.empty() || pick(rare(said) ? 2 : 9) == 0) break;
            }
            m_row = std::move(after);
            m_requests = m_row ? requestsOf(*m_row) : std::vector<std::string>();
            out.push_back(std::move(step));
        }
        return out;
    }

  private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(below)); }
    // What comes seldom is kept more often.
    static bool rare(const std::string& said) { return said != "not_its_turn" && said != "order_unknown"; }
    template <class List>
    auto oneOf(const List& list) {
        return list[static_cast<std::size_t>(pick(static_cast<int>(list.size())))];
    }
    static std::vector<std::string> requestsOf(const CaseRow& row) {
        std::vector<std::string> out;
        for (const auto& finding : row.findings) {
            if (!finding.request.empty()) out.push_back(finding.request);
        }
        return out;
    }
    json::object line(const char* type, std::string kid, json::object body) {
        json::object out{{"n", m_number},
                         {"type", type},
                         {"kid", kid},
                         {"at", walkDay(m_days) + "T12:00:00.000+08:00"},
                         {"body", std::move(body)}};
        if (pick(12) == 0) out["offset"] = (pick(2) == 0 ? -1 : 1) * 86'400'000;
        return out;
    }
    json::object version(const char* type) {
        json::array findings;
        const int count = 1 + pick(4);
        for (int i = 0; i < count; ++i) {
            json::object finding{{"item", std::to_string(1 + pick(5))},
                                 {"severity", oneOf(std::vector{"minor", "major"})}};
            if (pick(4) != 0) finding["text"] = "缺签字";
            if (pick(5) == 0) finding["corrected"] = json::object{{"done", "已改"}};
            findings.push_back(std::move(finding));
        }
        json::object body{
            {"kind", "supervision"},
            {"checklist", {{"id", "demo"}, {"version", std::to_string(1 + pick(2))}, {"sha256", walkHash(7).hex()}}},
            {"started", "2026-11-10T08:00:00.000+08:00"},
            {"finished", "2026-11-10T09:00:00.000+08:00"},
            {"score", {{"points", 0}, {"max", 0}}},
            {"findings", std::move(findings)}};
        if (pick(3) == 0) body["signers"] = 2;
        if (pick(3) == 0) body["score"].as_object()["vetoes"] = json::array{"1"};
        const bool first = std::string(type) == "inspection.submitted";
        if (!first) {
            body["of"] = m_row->standing.id;
            body["reason"] = "补正";
        }
        return line(type, first || pick(5) != 0 ? "inspector" : "another", std::move(body));
    }
    json::object next() {
        const int what = pick(14);
        if (what == 0) return version("inspection.amended");
        const bool incomplete = m_row->standing.status == InspectionStatus::incomplete;
        if (pick(incomplete ? 3 : 20) == 0) {
            json::object body{{"of", m_row->standing.id},
                              {"hash", (pick(6) == 0 ? walkHash(1) : m_row->standing.newest).hex()},
                              {"content", walkHash(8).hex()}};
            return line("inspection.cosigned", pick(5) == 0 ? "inspector" : "another", std::move(body));
        }
        if (what < 3) {
            json::object body{{"of", m_row->standing.id},
                              {"hash", (pick(6) == 0 ? walkHash(1) : m_row->standing.newest).hex()}};
            // Some from before two had to agree about a veto.
            if (pick(5) != 0) body["person"] = oneOf(std::vector{"p1", "p2", "p3"});
            return line(pick(3) == 0 ? "review.returned" : "review.accepted", pick(6) == 0 ? "inspector" : "supervisor",
                        std::move(body));
        }
        return act();
    }
    // Mostly what may come next, so that walks go far; now and then anything.
    ActKind kindOf(FindingState state) {
        using enum ActKind;
        if (pick(5) == 0) return static_cast<ActKind>(pick(static_cast<int>(archived) + 1));
        switch (state) {
            case FindingState::found:
                return ordered;
            case FindingState::ordered:
            case FindingState::delivered:
            case FindingState::rejected:
                return oneOf(std::vector{delivered, reported, reported, objected, extensionRequested,
                                         extensionRequested, extended, extended, extensionRefused});
            case FindingState::reported:
            case FindingState::objected:
                return oneOf(std::vector{verified, rejected, rejected, withdrawn, reported, extended});
            default:
                return oneOf(std::vector{archived, verified, handedOver});
        }
    }
    json::object act() {
        Act act;
        act.kind = kindOf(m_row->findings.empty() ? FindingState::passed : oneOf(m_row->findings).state);
        act.of = pick(40) == 0 ? walkId(1) : m_row->standing.id;
        const auto& findings = m_row->findings;
        const int count = act.kind == ActKind::archived || findings.empty() ? 0 : 1 + (pick(3) == 0 ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            ActEntry entry;
            entry.item = pick(15) == 0 ? "9" : oneOf(findings).item;
            if (i > 0 && entry.item == act.entries.front().item) continue;
            entry.text = "说明";
            entry.requirement = act.kind == ActKind::ordered ? "改正" : "";
            if (act.kind == ActKind::ordered || act.kind == ActKind::rejected || act.kind == ActKind::extended ||
                act.kind == ActKind::extensionRequested)
                entry.day = parseDay(walkDay(m_days + pick(40) - 4 + (pick(30) == 0 ? 4000 : 0))).value();
            act.entries.push_back(std::move(entry));
        }
        if (act.entries.empty()) act.kind = ActKind::archived;
        fill(act);
        const bool says =
            act.kind == ActKind::reported || act.kind == ActKind::objected || act.kind == ActKind::extensionRequested;
        const bool judges = act.kind == ActKind::verified || act.kind == ActKind::rejected;
        const auto kid = says || (judges && pick(3) == 0) ? "enterprise"
                                                          : oneOf(std::vector{"enterprise", "supervisor", "inspector"});
        return line(std::string(typeOf(act.kind)).c_str(), kid, toBody(act));
    }
    void fill(Act& act) {
        const auto* finding = act.entries.empty() ? nullptr : m_row->finding(act.entries.front().item);
        if (act.kind == ActKind::ordered) {
            act.hash = pick(8) == 0 ? walkHash(1) : m_row->standing.newest;
            act.office = "县局";
            act.counted = pick(2) == 0 ? domain::DayCount::working : domain::DayCount::calendar;
        } else if (act.kind != ActKind::archived && act.kind != ActKind::ended) {
            act.order = finding && !finding->order.empty() && pick(12) != 0 ? finding->order : walkId(2);
        }
        if (act.kind == ActKind::ordered || act.kind == ActKind::delivered) {
            act.delivery.emplace();
            act.delivery->way = oneOf(std::vector{DeliveryWay::post, DeliveryWay::electronic, DeliveryWay::refused});
            if (act.delivery->way == DeliveryWay::refused) {
                act.delivery->witness = "村委会";
                act.delivery->reason = "不收";
            }
        }
        if (act.kind == ActKind::extended || act.kind == ActKind::extensionRefused)
            act.about = m_requests.empty() || pick(8) == 0 ? walkId(3) : oneOf(m_requests);
        if ((act.kind == ActKind::verified || act.kind == ActKind::rejected) && pick(4) == 0)
            act.inspection = walkId(4);
        if (act.kind == ActKind::handedOver) act.to = "执法队";
        if (act.kind == ActKind::ended) act.why = "unreachable";
        if (act.kind == ActKind::archived) act.term = "10";
    }

    std::mt19937 m_random;
    int m_number, m_days = 0;
    std::optional<CaseRow> m_row;
    std::vector<std::string> m_requests;
};

}  // namespace

TEST_CASE("every walk that both folds are held to goes as it is written") {
    const auto walks = readWalks(kFile);
    REQUIRE(walks.size() == kWalks);
    std::map<std::string, int> said, states;
    for (const auto& walk : walks) {
        std::optional<CaseRow> row;
        for (const auto& written : walk.as_array()) {
            auto step = written.as_object();
            INFO(json::serialize(step));
            take(row, step, step.contains("row"));
            REQUIRE(step == written.as_object());
            ++said[textOr(step, "said")];
            for (const auto& finding : row->findings) ++states[std::string(stateName(finding.state))];
        }
    }
    // The walks would hold nobody to anything if they did not go everywhere.
    CHECK(states.size() == 11);
    CHECK(said.size() == 11);  // each refusal, and none
}

TEST_CASE("write the walks of cases anew", "[.write]") {
    json::array walks;
    for (int i = 1; i <= kWalks; ++i) walks.push_back(Walk(i).steps());
    writeWalks(kFile, walks);
}
