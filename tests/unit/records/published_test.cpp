// Publishing a result: it follows from the inspection, once, nothing of a person is in it, and what may not follow
// changes nothing.
#include "shared/records/publication/published.h"

#include <catch2/catch.hpp>

#include "shared/records/publication/personal.h"
#include "shared/records/publication/published_json.h"
#include "tests/unit/records/record_examples.h"

using namespace plumb;
using namespace plumb::records;

namespace {

const std::string kInspection = "0198d2c4-7a10-7c3e-8f21-0000000000a1";

Sha256 hashOf(int number) {
    Sha256 out;
    out.bytes[0] = static_cast<unsigned char>(number);
    return out;
}

InspectedResult inspected() {
    InspectedResult out;
    out.standing.id = kInspection;
    out.standing.newest = hashOf(100);
    out.standing.status = InspectionStatus::accepted;
    out.site = "veg";
    out.at = parseInstant("2026-11-22T10:00:00.000+08:00").value();
    out.says.kind = "supervision";
    out.says.checklist = {"6a", "1.0", {}};
    out.says.grade = "合格";
    out.says.findings = 2;
    out.siteName = "丰乐合作社";
    out.siteCode = "93620321MA0000007K";
    out.persons = {"王芳", "李强", "马国栋"};
    return out;
}

Publication publication(int version = 100) {
    return {kInspection, hashOf(version), publicationOf(inspected()), "县局网站", {}, {}};
}
record::Payload payload(std::string_view type, const std::string& id, json::object body, const char* site = "veg") {
    record::Payload out;
    out.type = type;
    out.id = id;
    out.site = site;
    out.region = "620321";
    out.at = parseInstant("2026-11-25T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}
record::Payload made(const Publication& says = publication()) {
    return payload(kPublicationMade, "made", toBody(says));
}
record::Payload corrected(int previous, const std::string& reason = "一项复核后不成立") {
    auto says = publication();
    says.previous = hashOf(previous);
    says.reason = reason;
    return payload(kPublicationCorrected, "corrected", toBody(says));
}
record::Payload withdrawn(int previous, const std::string& reason = "检查记录已退回") {
    return payload(kPublicationWithdrawn, "withdrawn",
                   toBody(PublicationWithdrawn{kInspection, hashOf(previous), reason}));
}

std::string codeOf(const Result<void>& may) {
    return may ? std::string() : may.error().code;
}

struct Fold {
    std::optional<PublicationRow> row;
    bool operator()(const record::Payload& payload, int hash) {
        return foldPublication(row, {payload, hashOf(hash), "kid", static_cast<std::uint64_t>(hash)});
    }
    std::string code(const record::Payload& payload) const { return codeOf(mayPublish(row, payload)); }
};

}  // namespace

TEST_CASE("a result is published once, corrected in its turn, withdrawn, and published again") {
    Fold fold;
    CHECK(fold.code(corrected(1)) == "publication_unknown");
    CHECK(fold.code(withdrawn(1)) == "publication_unknown");
    REQUIRE(fold(made(), 1));
    CHECK(fold.code(made()) == "publication_there");
    CHECK_FALSE(fold(made(), 2));
    CHECK(fold.code(corrected(7)) == "publication_overtaken");
    REQUIRE(fold(corrected(1), 3));
    CHECK(fold.row->version == 2);
    CHECK(fold.code(withdrawn(1)) == "publication_overtaken");
    REQUIRE(fold(withdrawn(3), 4));
    CHECK(fold.row->state == PublicationState::withdrawn);
    CHECK(fold.row->reason == "检查记录已退回");
    CHECK(fold.code(corrected(4)) == "publication_unknown");
    REQUIRE(fold(made(), 5));
    CHECK(fold.row->state == PublicationState::published);
    CHECK(fold.row->version == 3);
    CHECK(publicationFromJson(toJson(*fold.row)) == *fold.row);
    CHECK(fold.code(payload(kPublicationWithdrawn, "x", toBody(PublicationWithdrawn{kInspection, hashOf(5), "误"}),
                            "other")) == "publication_unknown");
}

TEST_CASE("what is published is what the log has, of its newest version, where that counts") {
    CHECK(codeOf(checkPublished(inspected(), made())).empty());
    CHECK(codeOf(checkPublished(inspected(), made(publication(99)))) == "publication_stale");
    for (const auto status : {InspectionStatus::submitted, InspectionStatus::returned, InspectionStatus::incomplete}) {
        auto waits = inspected();
        waits.standing.status = status;
        CHECK(codeOf(checkPublished(waits, made())) == "publication_unready");
        CHECK(codeOf(checkPublished(waits, corrected(1))) == "publication_unready");
        CHECK(codeOf(checkPublished(waits, withdrawn(1))).empty());
    }
    auto accepted = inspected();
    accepted.standing.status = InspectionStatus::accepted;
    CHECK(codeOf(checkPublished(accepted, made())).empty());
    auto own = inspected();
    own.standing.assessment = true;
    CHECK(codeOf(checkPublished(own, made())) == "publication_unready");
    const auto differs = [](auto change) {
        auto says = publication();
        change(says.result);
        return codeOf(checkPublished(inspected(), made(says)));
    };
    CHECK(differs([](auto& result) { result.name = "另一家"; }) == "publication_differs");
    CHECK(differs([](auto& result) { result.code = ""; }) == "publication_differs");
    CHECK(differs([](auto& result) { result.grade = "优秀"; }) == "publication_differs");
    CHECK(differs([](auto& result) { result.findings = 0; }) == "publication_differs");
    CHECK(differs([](auto& result) { result.checked += std::chrono::days(1); }) == "publication_differs");
    CHECK(differs([](auto& result) { result.version = "2.0"; }) == "publication_differs");
}

TEST_CASE("nothing of a person is public") {
    auto says = publication();
    says.where = "联系人王芳";
    CHECK(codeOf(checkPublished(inspected(), made(says))) == "publication_personal");
    says.where = "电话 138 0000-1234";
    CHECK(codeOf(checkPublished(inspected(), made(says))) == "publication_personal");
    CHECK(codeOf(checkPublished(inspected(), corrected(1, "62032119800101123X 来电"))) == "publication_personal");
    CHECK(codeOf(checkPublished(inspected(), withdrawn(1, "马国栋反映有误"))) == "publication_personal");
    auto body = toBody(publication());
    body["inspector"] = "王芳";
    CHECK_FALSE(readPublication(body));
    body = toBody(publication());
    body["result"].as_object()["contact"] = "王芳";
    CHECK_FALSE(readPublication(body));
}

// The console's rule is held to the same cases (console/tests/publishing/personal.test.ts).
TEST_CASE("a text tells of a person by a name or a number, however it is written") {
    const auto cases = parseJson(test::readPage("tests/unit/records/cases/personal.json"));
    REQUIRE(cases);
    for (const auto& one : cases->as_array()) {
        const auto& sample = one.as_object();
        std::vector<std::string> names;
        if (const auto* given = sample.if_contains("names"))
            for (const auto& name : given->as_array()) names.emplace_back(name.as_string());
        const std::string text(sample.at("text").as_string());
        INFO(text);
        CHECK(personalIn(text, names) == std::string(sample.at("found").as_string()));
    }
}

TEST_CASE("twenty working days, by the calendar that was published, and by days of the week's where none was") {
    domain::WorkingCalendar calendar;
    const auto none = publicationDue(calendar, parseDay("2026-09-25").value());
    CHECK(none.counted == domain::DayCount::calendar);
    CHECK(dayText(none.day) == "2026-10-15");
    const auto year = parseJson(R"({"source":"通知","off":["2026-10-01","2026-10-02","2026-10-05"],"worked":[]})");
    REQUIRE(calendar.addYear(2026, year->as_object()));
    const auto due = publicationDue(calendar, parseDay("2026-09-25").value());
    CHECK(due.counted == domain::DayCount::working);
    // 25 September 2026 is a Friday: four weeks, and three days off on the way.
    CHECK(dayText(due.day) == "2026-10-28");
}
