// A case from its findings to its close, move by move, and random walks against the table of moves as a person would
// write it down.
#include "shared/records/rectification/case.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "shared/records/rectification/case_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

constexpr auto kMidday = std::chrono::hours(4);  // noon in +08:00

Day day(std::string_view text) {
    return parseDay(text).value();
}

// One inspection with findings at items 2, 4 and 6, the last corrected on the spot, and what happens to it.
class Case {
  public:
    Case() {
        version("inspection.submitted", 7,
                {{"2", "major", "", false}, {"4", "minor", "", false}, {"6", "minor", "", true}});
        row->standing.status = InspectionStatus::accepted;
    }

    void version(const char* type, std::uint8_t hash, std::vector<FoundFinding> findings) {
        record::Payload payload;
        payload.id = std::string(type) == "inspection.submitted" ? "visit" : "change";
        payload.type = type;
        payload.body["of"] = "visit";
        CaseReading reading;
        reading.summary.emplace();
        reading.findings = std::move(findings);
        CHECK(foldCase(row, {payload, Sha256{{hash}}, "inspector", hash}, reading));
    }
    Act act(ActKind kind, std::vector<ActEntry> entries) const {
        Act out;
        out.kind = kind;
        out.of = "visit";
        if (kind == ActKind::ordered) {
            out.hash = row->standing.newest;
            out.delivery = Delivery{DeliveryWay::post, {}, {}, {}, {}, "EMS 1"};
        } else {
            out.order = orderOf(entries.empty() ? "" : entries.front().item);
        }
        out.entries = std::move(entries);
        return out;
    }
    std::string orderOf(const std::string& item) const {
        const auto* finding = row->finding(item);
        return finding ? finding->order : "";
    }
    // "" or the code of the refusal.
    std::string does(const Act& act, const std::string& kid, std::string_view on = "2026-11-10") {
        record::Payload payload;
        payload.id = "line" + std::to_string(++m_lines);
        payload.type = typeOf(act.kind);
        payload.region = "620321";
        payload.seq = m_lines;
        payload.at = {TimePoint(day(on)) + kMidday, std::chrono::hours(8)};
        last = payload.id;
        Sha256 hash{};
        hash.bytes[0] = static_cast<std::uint8_t>(m_lines);
        hash.bytes[1] = static_cast<std::uint8_t>(m_lines >> 8);
        const BelievedLine line{payload, hash, kid, m_lines};
        const auto good = mayHappen(*row, act, line);
        CaseReading reading;
        reading.act = act;
        CHECK(foldCase(row, line, reading) == good.has_value());
        CHECK(caseFromJson(toJson(*row)) == *row);
        return good ? "" : good.error().code;
    }
    std::string state(const std::string& item) const { return std::string(stateName(row->finding(item)->state)); }

    std::optional<CaseRow> row;
    std::string last;

  private:
    std::uint64_t m_lines = 0;
};

ActEntry at(std::string item, std::string_view until = {}) {
    ActEntry out;
    out.item = std::move(item);
    out.text = "说明";
    if (!until.empty()) out.day = day(until);
    return out;
}

}  // namespace

TEST_CASE("a re-check opens no case, and states findings that the case of its order states, and no others") {
    Case it;
    REQUIRE(it.does(it.act(ActKind::ordered, {at("2", "2026-11-30")}), "supervisor") == "");
    it.row->site = "yongchang";
    record::Payload payload;
    payload.id = "second visit";
    payload.type = "inspection.submitted";
    CaseReading reading;
    reading.summary.emplace();
    reading.summary->order = it.last;
    reading.findings = {{"2", "major", "", false}};
    std::optional<CaseRow> own;
    CHECK_FALSE(foldCase(own, {payload, Sha256{{9}}, "inspector", 9}, reading));
    CHECK_FALSE(own);
    // Nor does what comes after it.
    payload.type = "inspection.amended";
    payload.body["of"] = "second visit";
    CHECK_FALSE(foldCase(own, {payload, Sha256{{10}}, "inspector", 10}, reading));
    CHECK_FALSE(own);

    const auto refusal = [&](const CaseRow* row, const std::string& order, const char* site,
                             const std::vector<FoundFinding>& findings) {
        const auto good = mayRecheck({row, order}, site, findings);
        return good ? std::string() : good.error().code;
    };
    const std::vector<FoundFinding> stated{
        {"2", "major", "", false}, {"4", "minor", "", false}, {"6", "minor", "", true}};
    CHECK(refusal(&*it.row, it.last, "yongchang", {}) == "");
    CHECK(refusal(&*it.row, it.last, "yongchang", stated) == "");
    CHECK(refusal(&*it.row, it.last, "yongchang", {{"2", "major", "", false}, {"5", "minor", "", false}}) ==
          "finding_new");
    CHECK(refusal(&*it.row, "another", "yongchang", stated) == "order_unknown");
    CHECK(refusal(&*it.row, it.last, "elsewhere", stated) == "order_unknown");
    CHECK(refusal(nullptr, it.last, "yongchang", {}) == "order_unknown");
}

TEST_CASE("from the findings to the close") {
    Case it;
    CHECK(it.state("6") == "corrected");
    CHECK(stateOf(*it.row) == CaseState::reviewed);
    REQUIRE(it.does(it.act(ActKind::ordered, {at("2", "2026-11-24"), at("4", "2026-11-24")}), "supervisor") == "");
    CHECK(it.row->orders.front().number.substr(0, 12) == "620321-2026-");
    CHECK(it.state("2") == "ordered");
    CHECK(stateOf(*it.row) == CaseState::ordered);
    REQUIRE(it.does(it.act(ActKind::delivered, {at("2"), at("4")}), "enterprise") == "");
    REQUIRE(it.does(it.act(ActKind::reported, {at("2")}), "enterprise", "2026-11-20") == "");
    REQUIRE(it.does(it.act(ActKind::extensionRequested, {at("4", "2026-12-10")}), "enterprise", "2026-11-23") == "");
    auto granted = it.act(ActKind::extended, {at("4", "2026-12-05")});
    granted.about = it.last;
    REQUIRE(it.does(granted, "supervisor", "2026-11-24") == "");
    CHECK((it.row->finding("4")->due == day("2026-12-05") && it.row->finding("4")->extended));
    CHECK(isOverdue(*it.row->finding("4"), day("2026-12-06")));
    CHECK_FALSE(isOverdue(*it.row->finding("2"), day("2026-12-06")));  // reported
    REQUIRE(it.does(it.act(ActKind::rejected, {at("2", "2026-12-01")}), "inspector", "2026-11-25") == "");
    REQUIRE(it.does(it.act(ActKind::reported, {at("2")}), "enterprise", "2026-12-03") == "");
    CHECK((it.row->finding("2")->late && it.row->finding("2")->rounds == 1));
    REQUIRE(it.does(it.act(ActKind::verified, {at("2")}), "inspector", "2026-12-04") == "");
    auto recheck = it.act(ActKind::verified, {at("4")});
    recheck.inspection = "second visit";
    REQUIRE(it.does(recheck, "inspector", "2026-12-04") == "");
    CHECK(stateOf(*it.row) == CaseState::closed);
    Act filed;
    filed.kind = ActKind::archived;
    filed.of = "visit";
    filed.term = "10";
    REQUIRE(it.does(filed, "supervisor", "2026-12-05") == "");
    CHECK(stateOf(*it.row) == CaseState::archived);
    CHECK(it.row->ignored.empty());
}

TEST_CASE("what may not happen is refused by name, and changes nothing but the list of what is ignored") {
    Case it;
    auto old = it.act(ActKind::ordered, {at("2", "2026-11-24")});
    old.hash = Sha256{{8}};
    CHECK(it.does(old, "supervisor") == "version_old");
    CHECK(it.does(it.act(ActKind::ordered, {at("3", "2026-11-24")}), "supervisor") == "finding_unknown");
    CHECK(it.does(it.act(ActKind::ordered, {at("2", "2026-11-09")}), "supervisor") == "due_past");
    CHECK(it.does(it.act(ActKind::ordered, {at("6", "2026-11-24")}), "supervisor") == "not_its_turn");
    it.row->standing.status = InspectionStatus::returned;
    CHECK(it.does(it.act(ActKind::ordered, {at("2", "2026-11-24")}), "supervisor") == "not_reviewable");
    it.row->standing.status = InspectionStatus::accepted;
    REQUIRE(it.does(it.act(ActKind::ordered, {at("2", "2026-11-24")}), "supervisor") == "");
    const auto before = it.row->findings;
    CHECK(it.does(it.act(ActKind::ordered, {at("2", "2026-11-24")}), "other tablet") == "not_its_turn");
    CHECK(it.does(it.act(ActKind::verified, {at("2")}), "inspector") == "not_its_turn");
    CHECK(it.does(it.act(ActKind::extensionRequested, {at("2", "2026-11-24")}), "enterprise") == "due_past");
    auto strange = it.act(ActKind::reported, {at("2")});
    strange.order = "no such order";
    CHECK(it.does(strange, "enterprise") == "order_unknown");
    CHECK(it.does(it.act(ActKind::reported, {at("2"), at("4")}), "enterprise") ==
          "order_unknown");  // 4 was not ordered
    CHECK(it.row->findings == before);
    REQUIRE(it.does(it.act(ActKind::reported, {at("2")}), "enterprise") == "");
    CHECK(it.does(it.act(ActKind::verified, {at("2")}), "enterprise") == "own_report");
    Act filed;
    filed.kind = ActKind::archived;
    filed.of = "visit";
    CHECK(it.does(filed, "supervisor") == "case_open");
    CHECK(it.row->ignored.size() == 12);
}

TEST_CASE("an amendment brings its own findings; those that an order was given for stay") {
    Case it;
    REQUIRE(it.does(it.act(ActKind::ordered, {at("2", "2026-11-24")}), "supervisor") == "");
    it.row->standing.status = InspectionStatus::returned;
    it.version("inspection.amended", 9, {{"4", "major", "", false}, {"8", "minor", "", false}});
    CHECK(it.state("2") == "ordered");
    CHECK_FALSE(it.row->finding("2")->stated);
    CHECK(it.row->finding("4")->severity == "major");
    CHECK(it.row->finding("6") == nullptr);
    CHECK(it.state("8") == "found");
    REQUIRE(it.does(it.act(ActKind::withdrawn, {at("2")}), "supervisor") == "");
    CHECK(it.state("2") == "withdrawn");
}

TEST_CASE("random walks go where the table of moves says, and nowhere else") {
    // Rows: what stands; columns: what comes. "-" is refused, "=" leaves the state as it is.
    const std::map<std::string, std::map<ActKind, std::string>> moves{
        {"found", {{ActKind::ordered, "ordered"}, {ActKind::ended, "ended"}}},
        {"ordered",
         {{ActKind::delivered, "delivered"},
          {ActKind::reported, "reported"},
          {ActKind::objected, "objected"},
          {ActKind::withdrawn, "withdrawn"},
          {ActKind::handedOver, "handed_over"},
          {ActKind::ended, "ended"}}},
        {"delivered",
         {{ActKind::reported, "reported"},
          {ActKind::objected, "objected"},
          {ActKind::withdrawn, "withdrawn"},
          {ActKind::handedOver, "handed_over"},
          {ActKind::ended, "ended"}}},
        {"reported",
         {{ActKind::reported, "reported"},
          {ActKind::verified, "passed"},
          {ActKind::rejected, "rejected"},
          {ActKind::withdrawn, "withdrawn"},
          {ActKind::handedOver, "handed_over"},
          {ActKind::ended, "ended"}}},
        {"objected",
         {{ActKind::reported, "reported"},
          {ActKind::rejected, "rejected"},
          {ActKind::withdrawn, "withdrawn"},
          {ActKind::handedOver, "handed_over"},
          {ActKind::ended, "ended"}}},
        {"rejected",
         {{ActKind::reported, "reported"},
          {ActKind::withdrawn, "withdrawn"},
          {ActKind::handedOver, "handed_over"},
          {ActKind::ended, "ended"}}}};
    const std::vector<ActKind> kinds{ActKind::ordered,  ActKind::delivered,          ActKind::reported,
                                     ActKind::objected, ActKind::extensionRequested, ActKind::extended,
                                     ActKind::verified, ActKind::extensionRefused,   ActKind::rejected,
                                     ActKind::ended,    ActKind::withdrawn,          ActKind::handedOver};
    std::mt19937 random(11);
    std::map<std::string, int> reached;
    for (int walk = 0; walk < 400; ++walk) {
        Case it;
        std::string state = "found", request;
        int due = 0;  // days after 2026-11-10
        for (int step = 0; step < 25; ++step) {
            const auto kind = kinds[random() % kinds.size()];
            const int days = static_cast<int>(random() % 60);
            auto act = it.act(kind, {at("2")});
            const bool dated = kind == ActKind::ordered || kind == ActKind::rejected || kind == ActKind::extended ||
                               kind == ActKind::extensionRequested;
            if (dated) act.entries[0].day = day("2026-11-10") + std::chrono::days(days);
            const bool asks = kind == ActKind::extensionRequested;
            const bool answers = kind == ActKind::extended || kind == ActKind::extensionRefused;
            if (answers) act.about = random() % 4 == 0 ? "another request" : request;
            const bool later = days > due;
            const bool withEnterprise = state == "ordered" || state == "delivered" || state == "rejected";
            bool may = false;
            std::string next = state;
            if (asks) {
                may = withEnterprise && request.empty() && later;
            } else if (answers) {
                may = moves.count(state) > 0 && !request.empty() && act.about == request &&
                      (kind == ActKind::extensionRefused || later);
            } else if (const auto from = moves.find(state); from != moves.end()) {
                const auto to = from->second.find(kind);
                may = to != from->second.end();
                if (may) next = to->second;
            }
            REQUIRE((it.does(act, "somebody " + std::to_string(step)) == "") == may);
            if (!may) continue;
            state = next;
            if (kind == ActKind::ordered || kind == ActKind::rejected || kind == ActKind::extended) due = days;
            if (asks) request = it.last;
            if (answers || moves.count(state) == 0) request.clear();
            REQUIRE(it.state("2") == state);
            REQUIRE(it.row->finding("2")->request == request);
            ++reached[state];
        }
    }
    CHECK(reached.size() == 9);  // every state but `found` and `corrected`, in which nothing arrives
}
