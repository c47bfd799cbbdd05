// Random walks of a self-assessment by three people, with what each line did: the file that this fold and the console's
// are both held to.
#include <catch2/catch.hpp>

#include "shared/records/assessment/assessment_json.h"
#include "tests/unit/records/walk_lines.h"

using namespace plumb;
using namespace plumb::records;
using namespace plumb::test;

namespace {

constexpr const char* kFile = "assessment.json";
constexpr int kWalks = 12, kSteps = 14, kRowEach = 5;

void take(std::optional<AssessmentRow>& row, json::object& step, bool whole) {
    const auto payload = walkPayload(step);
    const auto kid = textOr(step, "kid");
    const BelievedLine line{payload, walkHash(static_cast<int>(payload.seq)), kid, payload.seq};
    AssessmentReading reading;
    if (payload.type == "assessment.contributed") reading.contribution = readContribution(payload.body).value();
    if (payload.type == "assessment.assigned") reading.assignment = readAssignment(payload.body).value();
    if (isVersion(payload.type)) reading.summary = readSummary(payload.body).value();
    step["took"] = foldAssessment(row, line, reading);
    if (row && whole) step["row"] = toJson(*row);
}

class Walk {
  public:
    explicit Walk(int number) : m_random(static_cast<std::uint32_t>(number)), m_number(number * 100) {}

    json::array steps() {
        json::array out;
        for (int i = 0; i < kSteps; ++i) {
            ++m_number;
            auto step = next();
            take(m_row, step, i % kRowEach == kRowEach - 1 || i == kSteps - 1);
            out.push_back(std::move(step));
        }
        return out;
    }

  private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(below)); }
    json::object line(const char* type, std::string kid, json::object body) const {
        return {{"n", m_number},
                {"type", type},
                {"kid", std::move(kid)},
                {"at", walkDay(m_number % 100) + "T12:00:00.000+08:00"},
                {"body", std::move(body)}};
    }
    json::object checklist() {
        return {{"id", "demo"}, {"version", std::to_string(1 + pick(2))}, {"sha256", walkHash(7).hex()}};
    }
    std::string person() { return "quality " + std::to_string(1 + pick(3)); }
    json::object next() {
        if (pick(6) == 0) return assignment();
        const int what = pick(10);
        const bool submitted = m_row && m_row->submitted;
        if (what < 6 || !m_row) return contribution();
        if (what == 6 || !submitted) return version("assessment.submitted", person());
        if (what == 7) return version("assessment.amended", pick(2) == 0 ? m_row->submitted->kid : person());
        json::object body{{"of", m_row->submitted->id},
                          {"hash", (pick(4) == 0 ? walkHash(1) : m_row->submitted->newest).hex()}};
        if (pick(5) != 0) body["person"] = "p" + std::to_string(1 + pick(3));
        return line(pick(3) == 0 ? "review.accepted" : "review.returned", "supervisor", std::move(body));
    }
    json::object assignment() {
        json::object body{
            {"round", "gs-2026"}, {"checklist", checklist()}, {"section", "s" + std::to_string(1 + pick(3))}};
        if (pick(4) != 0) body["person"] = pick(5) == 0 ? "" : "p" + std::to_string(1 + pick(3));
        return line("assessment.assigned", person(), std::move(body));
    }
    json::object contribution() {
        json::object items;
        for (int i = 1 + pick(3); i > 0; --i) {
            json::object item{{"answers", json::object{}}};
            if (pick(5) != 0) item["answers"] = json::object{{"q", std::to_string(pick(9))}};
            if (pick(4) == 0) item["na"] = "无冷库";
            if (pick(4) == 0) item["note"] = "见附件";
            items[std::to_string(1 + pick(5))] = std::move(item);
        }
        json::object body{{"round", "gs-2026"}, {"checklist", checklist()}, {"items", std::move(items)}};
        if (pick(4) == 0) body["facts"] = json::object{{"product", std::to_string(pick(3))}};
        return line("assessment.contributed", person(), std::move(body));
    }
    json::object version(const char* type, std::string kid) {
        json::object body{{"kind", "self"},
                          {"round", "gs-2026"},
                          {"checklist", checklist()},
                          {"started", "2026-11-10T08:00:00.000+08:00"},
                          {"finished", "2026-11-10T09:00:00.000+08:00"},
                          {"score", {{"points", 0}, {"max", 0}}}};
        if (pick(3) == 0) body["score"].as_object()["vetoes"] = json::array{"1"};
        if (std::string(type) == "assessment.amended") {
            body["of"] = m_row->submitted->id;
            body["reason"] = "补充";
        }
        return line(type, std::move(kid), std::move(body));
    }

    std::mt19937 m_random;
    int m_number;
    std::optional<AssessmentRow> m_row;
};

}  // namespace

TEST_CASE("every walk of a self-assessment that both folds are held to goes as it is written") {
    const auto walks = readWalks(kFile);
    REQUIRE(walks.size() == kWalks);
    std::size_t tooLate = 0, submitted = 0, assigned = 0;
    for (const auto& walk : walks) {
        std::optional<AssessmentRow> row;
        for (const auto& written : walk.as_array()) {
            auto step = written.as_object();
            INFO(json::serialize(step));
            take(row, step, step.contains("row"));
            REQUIRE(step == written.as_object());
        }
        tooLate += row->tooLate.size();
        submitted += row->submitted ? 1 : 0;
        assigned += row->assigned.size();
    }
    CHECK(tooLate > 0);
    CHECK(submitted > 0);
    CHECK(assigned > 0);
}

TEST_CASE("write the walks of self-assessments anew", "[.write]") {
    json::array walks;
    for (int i = 1; i <= kWalks; ++i) walks.push_back(Walk(i).steps());
    writeWalks(kFile, walks);
}
