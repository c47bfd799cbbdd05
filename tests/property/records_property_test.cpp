// Bodies that were changed at random: the rule of a type never throws, and what it takes every reader of that type
// reads, composes again to the same, and folds. The random numbers come from a fixed seed: a failure repeats.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "shared/domain/record_types.h"
#include "shared/domain/trust_body.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/fold.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/reference/site.h"
#include "shared/records/review/body.h"
#include "shared/records/review/remark.h"
#include "shared/records/rules.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : m_engine() % n; }

    // What a hostile or careless author puts where something else belongs.
    json::value anything() {
        switch (below(16)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 0;
            case 2:
                return static_cast<std::int64_t>(m_engine()) - 1'000'000'000;
            case 3:
                return std::numeric_limits<std::int64_t>::min();
            case 4:
                return std::numeric_limits<std::uint64_t>::max();
            case 5:
                return 1e300;
            case 6:
                return std::nan("");
            case 7:
                return -0.0;
            case 8:
                return "";
            case 9:
                return json::string(70'000, 'x');
            case 10:
                return "\xC3\x28\x01";
            case 11:
                return "2026-11-22T08:15:30Z";
            case 12:
                return json::string(64, 'a');
            case 13:
                return json::array{nullptr, 1, "x", json::object{{"id", 1}}};
            case 14: {
                json::value deep = 1;
                for (int i = 0; i < 200; ++i)
                    deep = below(2) ? json::value(json::array{deep}) : json::value{{"a", deep}};
                return deep;
            }
            default:
                return json::object{{"id", "1"}, {"item", "1"}, {"name", nullptr}, {"reason", 5}};
        }
    }

    // Changes one place somewhere in `value`, or the whole of it.
    void change(json::value& value) {
        if (auto* object = value.if_object(); object && !object->empty() && below(8) != 0) {
            auto at = object->begin() + static_cast<std::ptrdiff_t>(below(object->size()));
            switch (below(4)) {
                case 0:
                    object->erase(at);
                    return;
                case 1:
                    object->emplace(std::string(at->key()) + "x", anything());
                    return;
                default:
                    return change(at->value());
            }
        }
        if (auto* array = value.if_array(); array && !array->empty() && below(8) != 0) {
            const auto at = below(array->size());
            switch (below(5)) {
                case 0:
                    array->erase(array->begin() + static_cast<std::ptrdiff_t>(at));
                    return;
                case 1:
                    array->push_back(json::value((*array)[at]));
                    return;
                case 2:
                    array->push_back(anything());
                    return;
                default:
                    return change((*array)[at]);
            }
        }
        value = anything();
    }

  private:
    std::mt19937 m_engine;
};

// Read, composed and read again: the same, and a body that the rule takes.
template <auto read>
void holdsTogether(const std::string& type, const json::object& body) {
    const auto value = read(body);
    REQUIRE(value);
    const json::object composed = toBody(*value);
    REQUIRE(checkBody(type, composed));
    REQUIRE(toText(toBody(*read(composed))) == toText(composed));
}

void readByAll(const std::string& type, const json::object& body) {
    if (type == "invite.issued") holdsTogether<domain::readInviteBody>(type, body);
    if (type == "key.enrolled") holdsTogether<domain::readEnrolmentBody>(type, body);
    if (type == "key.revoked") holdsTogether<domain::readRevocationBody>(type, body);
    if (type.starts_with("role.")) holdsTogether<domain::readRoleChangeBody>(type, body);
    if (type == "site.published") holdsTogether<readSite>(type, body);
    if (type == "checklist.published") holdsTogether<readChecklistPublication>(type, body);
    if (isReview(type)) holdsTogether<readReview>(type, body);
    if (type == kRemarkAdded) holdsTogether<readRemark>(type, body);
    if (!isInspection(type)) return;
    holdsTogether<readInspection>(type, body);
    // What lists keep is one thing, whether it is read by itself or from the whole.
    const auto summary = readSummary(body);
    REQUIRE(summary);
    REQUIRE(*summary == summaryOf(*readInspection(body)));
}

// The line in an inspection's history, once as its first and once as a later one.
void foldAll(const std::string& type, const json::object& body) {
    record::Payload first, payload;
    first.id = textOr(body, "of", "id1");
    first.type = "inspection.submitted";
    payload.id = "id2";
    payload.type = type;
    payload.body = body;
    const auto summary = readSummary(body);
    std::optional<InspectionRow> none, row;
    const InspectionSummary some;
    REQUIRE(foldInspection(row, {first, Sha256{{1}}, "ann", 1}, &some));
    (void)inspectionOf(payload);
    (void)foldInspection(none, {payload, Sha256{{2}}, "ann", 2}, summary ? &*summary : nullptr);
    (void)foldInspection(row, {payload, Sha256{{2}}, "ann", 2}, summary ? &*summary : nullptr);
}

}  // namespace

TEST_CASE("a rule never throws, and what it takes is read, composed and folded") {
    Chance chance(20261122);
    std::size_t taken = 0, refused = 0;
    for (const auto& [type, example] : test::recordExamples()) {
        INFO(type);
        for (int round = 0; round < 1500; ++round) {
            json::value body = example;
            for (auto times = 1 + chance.below(3); times > 0; --times) chance.change(body);
            if (!body.is_object()) continue;
            CAPTURE(toText(body).substr(0, 2000));
            const auto good = checkBody(type, body.get_object());
            foldAll(type, body.get_object());
            if (!good) {
                REQUIRE(good.error().code == "bad_payload");
                REQUIRE_FALSE(good.error().detail.empty());
                ++refused;
                continue;
            }
            ++taken;
            readByAll(type, body.get_object());
        }
    }
    // Neither side is empty, or nothing was tried.
    CHECK(taken > 3000);
    CHECK(refused > 3000);
}
