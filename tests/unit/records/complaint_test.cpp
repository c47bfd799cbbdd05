#include "shared/records/voice/complaint.h"

#include <catch2/catch.hpp>

#include "shared/records/voice/complaint_json.h"

using namespace plumb;
using namespace plumb::records;

namespace {

constexpr const char* kId = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f";
constexpr const char* kTask = "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e11";

record::Payload payloadOf(std::string_view type, json::object body) {
    record::Payload out;
    out.id = type == domain::kComplaintReceived ? kId : kTask;
    out.type = type;
    out.region = "6203";
    out.at = parseInstant("2026-09-28T10:00:00.000+08:00").value();
    out.body = std::move(body);
    return out;
}

Complaint phoned() {
    Complaint out;
    out.channel = ComplaintChannel::phone;
    out.received = parseDay("2026-09-25").value();
    out.about = ComplaintAbout::person;
    out.person = "accused";
    out.text = "收了东西";
    out.contact = "李 13900001111";
    return out;
}

struct Walk {
    std::optional<ComplaintRow> row;

    bool fold(std::string_view type, json::object body) {
        const auto payload = payloadOf(type, std::move(body));
        return foldComplaint(row, {payload, Sha256(), "kid", 7});
    }
    std::string may(std::string_view type, json::object body) {
        const auto good = mayChangeComplaint(row, payloadOf(type, std::move(body)));
        return good ? "" : good.error().code;
    }
    Walk() { REQUIRE(fold(domain::kComplaintReceived, toBody(phoned()))); }
};

json::object accepted(const char* person = "head", int days = 5) {
    return toBody(ComplaintClassified{kId, person, ComplaintClass::conduct, true, {}, days});
}
json::object answered(const char* person = "head") {
    return toBody(ComplaintAnswered{kId, person, ComplaintOutcome::founded, "已处理"});
}

}  // namespace

TEST_CASE("a complaint is accepted, leads to a task and is answered once, in this order") {
    Walk w;
    CHECK(w.may(domain::kComplaintAnswered, answered()) == "complaint_not_accepted");
    CHECK(w.may(domain::kComplaintReceived, toBody(phoned())) == "complaint_unknown");
    REQUIRE(w.fold(domain::kComplaintClassified, accepted()));
    CHECK(stateOf(*w.row) == ComplaintState::accepted);
    const auto tasked = toBody(ComplaintTasked{kId, "head", kTask});
    REQUIRE(w.fold(domain::kComplaintTasked, tasked));
    CHECK(w.may(domain::kComplaintTasked, tasked) == "task_named");
    REQUIRE(w.fold(domain::kComplaintAnswered, answered()));
    CHECK(stateOf(*w.row) == ComplaintState::answered);
    CHECK(w.may(domain::kComplaintAnswered, answered()) == "complaint_answered");
    CHECK(w.may(domain::kComplaintClassified, accepted()) == "complaint_answered");
    CHECK(complaintFromJson(toJson(*w.row)) == *w.row);
}

TEST_CASE("nobody answers a complaint about herself, and none is answered that is not known") {
    Walk w;
    CHECK(w.may(domain::kComplaintClassified, accepted("accused")) == "complaint_own");
    CHECK_FALSE(w.fold(domain::kComplaintClassified, accepted("accused")));
    std::optional<ComplaintRow> none;
    const auto good = mayChangeComplaint(none, payloadOf(domain::kComplaintAnswered, answered()));
    REQUIRE_FALSE(good);
    CHECK(good.error().code == "complaint_unknown");
}

TEST_CASE("what is due is counted by working days, over a holiday too") {
    Walk w;
    const auto& calendar = domain::builtinWorkingCalendar();
    // 25 September 2026 is a Friday; the feast days that follow are off.
    const auto accept = dueOf(*w.row, calendar);
    REQUIRE(accept);
    CHECK(accept->counted == domain::DayCount::working);
    int working = 0;
    for (auto day = w.row->says.received + std::chrono::days(1); day <= accept->day; day += std::chrono::days(1))
        working += calendar.isWorkingDay(day).value() ? 1 : 0;
    CHECK(working == kDaysToAccept);
    CHECK(accept->day > w.row->says.received + std::chrono::days(kDaysToAccept + 2));
    REQUIRE(w.fold(domain::kComplaintClassified, accepted("head", 5)));
    const auto answer = dueOf(*w.row, calendar);
    REQUIRE(answer);
    CHECK(answer->day == calendar.deadline(parseDay("2026-09-28").value(), 5, domain::DayCount::working).day);
    REQUIRE(w.fold(domain::kComplaintAnswered, answered()));
    CHECK_FALSE(dueOf(*w.row, calendar));
    REQUIRE(Walk().row);
}

TEST_CASE("one that is not taken up is due no more, and may be taken up after all") {
    Walk w;
    REQUIRE(w.fold(domain::kComplaintClassified,
                   toBody(ComplaintClassified{kId, "head", ComplaintClass::other, false, "不属本机关职责", 0})));
    CHECK(stateOf(*w.row) == ComplaintState::notAccepted);
    CHECK_FALSE(dueOf(*w.row, domain::builtinWorkingCalendar()));
    REQUIRE(w.fold(domain::kComplaintClassified, accepted()));
    CHECK(stateOf(*w.row) == ComplaintState::accepted);
}

TEST_CASE("words for a task tell the complainer where they hold her contact or its number") {
    const auto complaint = phoned();
    CHECK(tellsComplainer(complaint, "请联系李 13900001111 了解"));
    CHECK(tellsComplainer(complaint, "电话13900001111"));
    CHECK_FALSE(tellsComplainer(complaint, "核查废膜堆放，2026 年"));
    auto anonymous = complaint;
    anonymous.contact.clear();
    CHECK_FALSE(tellsComplainer(anonymous, "13900001111"));
}

TEST_CASE("control characters, turned text and what is too long are no complaint") {
    for (const char* text : {"a\x01", "a\tb", "a\u0085b", "a\u202eb", "a\u2066b", "a\x7f"}) {
        auto body = toBody(phoned());
        body["text"] = text;
        CHECK_FALSE(readComplaint(body));
    }
    for (const char* text : {"第一行\n第二行", "<script>alert(1)</script>", "é—“”…"}) {
        auto body = toBody(phoned());
        body["text"] = text;
        CHECK(readComplaint(body));
    }
    auto body = toBody(phoned());
    body["text"] = std::string(kMostComplaintBytes + 1, 'x');
    CHECK_FALSE(readComplaint(body));
}
