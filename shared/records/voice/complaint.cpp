#include "shared/records/voice/complaint.h"

#include <algorithm>
#include <array>

#include "shared/base/china_day.h"
#include "shared/records/plain_text.h"

namespace plumb::records {
namespace {

using domain::kComplaintAnswered;
using domain::kComplaintClassified;
using domain::kComplaintReceived;
using domain::kComplaintTasked;

constexpr std::array<std::string_view, 5> kChannels{"page", "phone", "visit", "letter", "other"};
constexpr std::array<std::string_view, 4> kAbouts{"site", "person", "office", "other"};
constexpr std::array<std::string_view, 2> kVouched{"came_in", "taken_down"};
constexpr std::array<std::string_view, 7> kClasses{"quality", "process", "standards", "environment",
                                                   "safety",  "conduct", "other"};
constexpr std::array<std::string_view, 5> kOutcomes{"founded", "partly", "unfounded", "unclear", "passed_on"};
constexpr std::array<std::string_view, 4> kStates{"received", "accepted", "not_accepted", "answered"};
constexpr std::size_t kTellingDigits = 6;

template <class Value, std::size_t N>
std::string_view nameIn(const std::array<std::string_view, N>& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}
template <class Value, std::size_t N>
std::optional<Value> namedIn(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

// Members of a name that must be one of some; the first where it is not, with a fault.
template <class Value, std::size_t N>
Value choice(BodyReader& read, std::string_view name, const std::array<std::string_view, N>& names) {
    const auto value = namedIn<Value>(names, read.text(name));
    if (value) return *value;
    std::string wanted = "must be";
    for (std::size_t i = 0; i < N; ++i) wanted.append(i == 0 ? " " : i + 1 == N ? " or " : ", ").append(names[i]);
    read.fault(name, wanted);
    return static_cast<Value>(0);
}

void readAbout(BodyReader& read, Complaint& out) {
    (void)read.object("about", [&](BodyReader& about) {
        out.about = choice<ComplaintAbout>(about, "kind", kAbouts);
        out.words = about.textIf("words");
        checkPlainText(about, "words", out.words, kMostAboutBytes);
        const bool person = out.about == ComplaintAbout::person, office = out.about == ComplaintAbout::office;
        if (person) out.person = about.text("person");
        if (!person && about.members().contains("person")) about.fault("person", "stands where a person is meant");
        if (office) out.office = about.text("office");
        if (office && (out.office.empty() || !domain::isRegion(out.office)))
            about.fault("office", "must be the code of a region");
        if (!office && about.members().contains("office")) about.fault("office", "stands where an office is meant");
    });
}

tl::unexpected<Error> refusedBecause(const char* code, std::string why) {
    return fail(ErrorKind::refused, code, std::move(why));
}

template <class Says>
ComplaintAct<Says> actOf(const BelievedLine& line, Says says) {
    return {line.payload.id, std::string(line.kid), std::move(says), line.payload.at};
}

template <class Says>
Result<Says> done(BodyReader& read, Says out) {
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

void take(ComplaintRow& row, const BelievedLine& line) {
    const auto& body = line.payload.body;
    if (line.payload.type == kComplaintClassified) row.classified = actOf(line, readComplaintClassified(body).value());
    if (line.payload.type == kComplaintTasked) row.tasks.push_back(actOf(line, readComplaintTasked(body).value()));
    if (line.payload.type == kComplaintAnswered) row.answered = actOf(line, readComplaintAnswered(body).value());
}

Result<void> readable(const record::Payload& payload) {
    const auto asResult = [](const auto& value) -> Result<void> {
        return value ? Result<void>() : Result<void>(fail(value.error()));
    };
    if (payload.type == kComplaintClassified) return asResult(readComplaintClassified(payload.body));
    if (payload.type == kComplaintTasked) return asResult(readComplaintTasked(payload.body));
    if (payload.type == kComplaintAnswered) return asResult(readComplaintAnswered(payload.body));
    return asResult(readComplaint(payload.body));
}

}  // namespace

std::string_view complaintChannelName(ComplaintChannel channel) {
    return nameIn(kChannels, channel);
}
std::optional<ComplaintChannel> complaintChannelNamed(std::string_view name) {
    return namedIn<ComplaintChannel>(kChannels, name);
}
std::string_view complaintAboutName(ComplaintAbout about) {
    return nameIn(kAbouts, about);
}
std::optional<ComplaintAbout> complaintAboutNamed(std::string_view name) {
    return namedIn<ComplaintAbout>(kAbouts, name);
}
std::string_view vouchedName(Vouched vouched) {
    return nameIn(kVouched, vouched);
}
std::string_view complaintClassName(ComplaintClass of) {
    return nameIn(kClasses, of);
}
std::optional<ComplaintClass> complaintClassNamed(std::string_view name) {
    return namedIn<ComplaintClass>(kClasses, name);
}
std::string_view complaintOutcomeName(ComplaintOutcome outcome) {
    return nameIn(kOutcomes, outcome);
}
std::optional<ComplaintOutcome> complaintOutcomeNamed(std::string_view name) {
    return namedIn<ComplaintOutcome>(kOutcomes, name);
}
std::string_view complaintStateName(ComplaintState state) {
    return nameIn(kStates, state);
}
std::optional<ComplaintState> complaintStateNamed(std::string_view name) {
    return namedIn<ComplaintState>(kStates, name);
}

Result<Complaint> readComplaint(const json::object& body) {
    BodyReader read(body);
    Complaint out;
    out.channel = choice<ComplaintChannel>(read, "channel", kChannels);
    out.received = read.day("received");
    readAbout(read, out);
    out.programme = read.textIf("programme");
    checkPlainText(read, "programme", out.programme, kMostAboutBytes);
    out.text = read.text("text");
    checkPlainText(read, "text", out.text, kMostComplaintBytes);
    out.contact = read.textIf("contact");
    checkPlainText(read, "contact", out.contact, kMostContactBytes);
    out.receipt = read.hashIf("receipt");
    if (out.channel == ComplaintChannel::page && !out.receipt)
        read.fault("receipt", "must be the hash of the code that was given to whoever complained");
    if (read.text("vouched") != vouchedName(out.vouched()))
        read.fault("vouched", "must be came_in of what came through the public page, taken_down of all else");
    return done(read, std::move(out));
}

json::object toBody(const Complaint& complaint) {
    json::object about{{"kind", complaintAboutName(complaint.about)}};
    if (!complaint.person.empty()) about["person"] = complaint.person;
    if (!complaint.office.empty()) about["office"] = complaint.office;
    if (!complaint.words.empty()) about["words"] = complaint.words;
    json::object out{{"channel", complaintChannelName(complaint.channel)},
                     {"received", dayText(complaint.received)},
                     {"about", std::move(about)},
                     {"text", complaint.text},
                     {"vouched", vouchedName(complaint.vouched())}};
    if (!complaint.programme.empty()) out["programme"] = complaint.programme;
    if (!complaint.contact.empty()) out["contact"] = complaint.contact;
    if (complaint.receipt) out["receipt"] = complaint.receipt->hex();
    return out;
}

Result<ComplaintClassified> readComplaintClassified(const json::object& body) {
    BodyReader read(body);
    ComplaintClassified out{
        read.recordId("of"), read.text("person"), choice<ComplaintClass>(read, "as", kClasses), false, {}, 0};
    out.accepted = read.flagIf("accepted");
    if (!body.contains("accepted")) read.fault("accepted", "must be true or false");
    if (!out.accepted) out.reason = read.text("reason");
    if (out.accepted) out.reason = read.textIf("reason");
    checkPlainText(read, "reason", out.reason, kMostComplaintBytes);
    if (out.accepted) {
        const auto days = read.integer("days");
        if (days < 1 || days > kMostDaysToAnswer) read.fault("days", "must be 1 to 45 working days");
        out.days = static_cast<int>(std::clamp<std::int64_t>(days, 0, kMostDaysToAnswer));
    } else if (body.contains("days")) {
        read.fault("days", "stands where it is accepted");
    }
    return done(read, std::move(out));
}

json::object toBody(const ComplaintClassified& classified) {
    json::object out{{"of", classified.of},
                     {"person", classified.person},
                     {"as", complaintClassName(classified.as)},
                     {"accepted", classified.accepted}};
    if (!classified.reason.empty()) out["reason"] = classified.reason;
    if (classified.accepted) out["days"] = classified.days;
    return out;
}

Result<ComplaintTasked> readComplaintTasked(const json::object& body) {
    BodyReader read(body);
    return done(read, ComplaintTasked{read.recordId("of"), read.text("person"), read.recordId("task")});
}

json::object toBody(const ComplaintTasked& tasked) {
    return {{"of", tasked.of}, {"person", tasked.person}, {"task", tasked.task}};
}

Result<ComplaintAnswered> readComplaintAnswered(const json::object& body) {
    BodyReader read(body);
    ComplaintAnswered out{read.recordId("of"), read.text("person"),
                          choice<ComplaintOutcome>(read, "outcome", kOutcomes), read.text("text")};
    checkPlainText(read, "text", out.text, kMostComplaintBytes);
    return done(read, std::move(out));
}

json::object toBody(const ComplaintAnswered& answered) {
    return {{"of", answered.of},
            {"person", answered.person},
            {"outcome", complaintOutcomeName(answered.outcome)},
            {"text", answered.text}};
}

ComplaintState stateOf(const ComplaintRow& row) {
    if (row.answered) return ComplaintState::answered;
    if (!row.classified) return ComplaintState::received;
    return row.classified->says.accepted ? ComplaintState::accepted : ComplaintState::notAccepted;
}

std::optional<domain::Deadline> dueOf(const ComplaintRow& row, const domain::WorkingCalendar& calendar) {
    switch (stateOf(row)) {
        case ComplaintState::received:
            return calendar.deadline(row.says.received, kDaysToAccept, domain::DayCount::working);
        case ComplaintState::accepted:
            return calendar.deadline(chinaDay(row.classified->at.utc), row.classified->says.days,
                                     domain::DayCount::working);
        case ComplaintState::notAccepted:
        case ComplaintState::answered:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string complaintOf(const record::Payload& payload) {
    if (payload.type == kComplaintReceived) return payload.id;
    return domain::isComplaint(payload.type) ? textOr(payload.body, "of") : std::string();
}

Result<void> mayChangeComplaint(const std::optional<ComplaintRow>& row, const record::Payload& payload) {
    if (auto good = readable(payload); !good) return good;
    const auto of = complaintOf(payload);
    if (payload.type == kComplaintReceived) {
        if (row) return refusedBecause("complaint_unknown", "complaint " + of.substr(0, 40) + " came in already");
        return {};
    }
    if (!row || row->id != of)
        return refusedBecause("complaint_unknown", "no complaint " + of.substr(0, 40) + " is in this log");
    if (!row->says.person.empty() && row->says.person == textOr(payload.body, "person"))
        return fail(ErrorKind::forbidden, "complaint_own", "nobody answers a complaint about herself");
    if (row->answered) return refusedBecause("complaint_answered", "complaint " + of + " was answered already");
    if (payload.type == kComplaintClassified) return {};
    if (stateOf(*row) != ComplaintState::accepted)
        return refusedBecause("complaint_not_accepted",
                              "complaint " + of + " is not accepted; it has to be classified and accepted first");
    if (payload.type != kComplaintTasked) return {};
    const auto task = textOr(payload.body, "task");
    const bool named =
        std::any_of(row->tasks.begin(), row->tasks.end(), [&](const auto& act) { return act.says.task == task; });
    if (named) return refusedBecause("task_named", "complaint " + of + " names task " + task + " already");
    return {};
}

bool foldComplaint(std::optional<ComplaintRow>& row, const BelievedLine& line) {
    const auto& payload = line.payload;
    if (complaintOf(payload).empty() || !mayChangeComplaint(row, payload)) return false;
    if (payload.type != kComplaintReceived) {
        take(*row, line);
        return true;
    }
    row.emplace();
    row->id = payload.id;
    row->site = payload.site;
    row->region = payload.region;
    row->says = readComplaint(payload.body).value();
    for (const auto& file : payload.files) row->photos.push_back(file.sha256);
    row->kid = line.kid;
    row->at = payload.at;
    return true;
}

bool tellsComplainer(const Complaint& complaint, std::string_view words) {
    const std::string_view contact = complaint.contact;
    if (contact.empty()) return false;
    if (words.find(contact) != std::string_view::npos) return true;
    for (std::size_t from = 0; from < contact.size();) {
        const auto isDigit = [&](std::size_t at) {
            return at < contact.size() && contact[at] >= '0' && contact[at] <= '9';
        };
        std::size_t end = from;
        while (isDigit(end)) ++end;
        const auto digits = contact.substr(from, end - from);
        if (digits.size() >= kTellingDigits && words.find(digits) != std::string_view::npos) return true;
        from = std::max(end, from + 1);
    }
    return false;
}

}  // namespace plumb::records
