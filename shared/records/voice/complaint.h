// A complaint (投诉举报): what came in and who vouches for what of it (complaint.received), what it is taken for and
// within which term it is answered (complaint.classified), the task that it led to (complaint.tasked), its answer
// (complaint.answered); RECORDS.md. Who reads it and where it is answered: domain/complaint_rights.h. Of a complaint
// that came through the public page no person signs: the server's intake says that this came in on this day, and
// nothing of who wrote it or whether it is true. One that an official takes down is signed by her, who vouches that she
// was told so. Pure; any thread.
//
// Terms (市场监督管理投诉举报处理暂行办法, 2019): accepted or not within 7 working days (art. 14); what a report says
// is checked within 15 working days (art. 31), a complaint is ended within 45 (art. 21): the answerer states which.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/domain/complaint_rights.h"
#include "shared/domain/working_days.h"
#include "shared/records/believed.h"

namespace plumb::records {

inline constexpr int kDaysToAccept = 7, kMostDaysToAnswer = 45;  // working days
// Of bytes in UTF-8. A code point of Chinese has three.
inline constexpr std::size_t kMostComplaintBytes = 12'000, kMostAboutBytes = 600, kMostContactBytes = 300;
inline constexpr std::size_t kMostComplaintPhotos = 3;

enum class ComplaintChannel { page, phone, visit, letter, other };
std::string_view complaintChannelName(ComplaintChannel channel);
std::optional<ComplaintChannel> complaintChannelNamed(std::string_view name);

enum class ComplaintAbout { site, person, office, other };
std::string_view complaintAboutName(ComplaintAbout about);
std::optional<ComplaintAbout> complaintAboutNamed(std::string_view name);

// What the line's signature vouches for.
enum class Vouched {
    cameIn,     // it came in so through the public page; nobody vouches for who wrote it
    takenDown,  // an official took it down as she was told
};
std::string_view vouchedName(Vouched vouched);

struct Complaint {
    ComplaintChannel channel = ComplaintChannel::other;
    Day received{};
    ComplaintAbout about = ComplaintAbout::other;
    std::string person;     // id; of a person alone
    std::string office;     // region; of an office alone
    std::string words;      // whom or what it is about, in the complainer's words; ""
    std::string programme;  // id; ""
    std::string text;
    std::string contact;            // as given, to be read by answerers alone; ""
    std::optional<Sha256> receipt;  // hash of the code by which its state is asked

    [[nodiscard]] Vouched vouched() const {
        return channel == ComplaintChannel::page ? Vouched::cameIn : Vouched::takenDown;
    }
    friend bool operator==(const Complaint&, const Complaint&) = default;
};
// bad_payload with the member's path. Texts hold no control characters but line ends.
Result<Complaint> readComplaint(const json::object& body);
json::object toBody(const Complaint& complaint);

enum class ComplaintClass { quality, process, standards, environment, safety, conduct, other };
std::string_view complaintClassName(ComplaintClass of);
std::optional<ComplaintClass> complaintClassNamed(std::string_view name);

struct ComplaintClassified {
    std::string of;
    std::string person;  // who says so: the author herself
    ComplaintClass as = ComplaintClass::other;
    bool accepted = false;
    std::string reason;  // why it is not accepted; the complainer reads it
    int days = 0;        // working days to answer within, of one that is accepted

    friend bool operator==(const ComplaintClassified&, const ComplaintClassified&) = default;
};
Result<ComplaintClassified> readComplaintClassified(const json::object& body);
json::object toBody(const ComplaintClassified& classified);

struct ComplaintTasked {
    std::string of, person;
    std::string task;  // id; the task says nothing of the complaint

    friend bool operator==(const ComplaintTasked&, const ComplaintTasked&) = default;
};
Result<ComplaintTasked> readComplaintTasked(const json::object& body);
json::object toBody(const ComplaintTasked& tasked);

enum class ComplaintOutcome { founded, partly, unfounded, unclear, passedOn };
std::string_view complaintOutcomeName(ComplaintOutcome outcome);
std::optional<ComplaintOutcome> complaintOutcomeNamed(std::string_view name);

struct ComplaintAnswered {
    std::string of, person;
    ComplaintOutcome outcome = ComplaintOutcome::unclear;
    std::string text;  // the complainer reads it

    friend bool operator==(const ComplaintAnswered&, const ComplaintAnswered&) = default;
};
Result<ComplaintAnswered> readComplaintAnswered(const json::object& body);
json::object toBody(const ComplaintAnswered& answered);

enum class ComplaintState { received, accepted, notAccepted, answered };
std::string_view complaintStateName(ComplaintState state);
std::optional<ComplaintState> complaintStateNamed(std::string_view name);

// One of the acts about a complaint, by whom and when.
template <class Says>
struct ComplaintAct {
    std::string id, kid;
    Says says;
    Instant at;

    friend bool operator==(const ComplaintAct&, const ComplaintAct&) = default;
};

struct ComplaintRow {
    std::string id, site, region;
    Complaint says;
    std::vector<Sha256> photos;
    std::string kid;
    Instant at;
    std::optional<ComplaintAct<ComplaintClassified>> classified;  // the newest counts
    std::vector<ComplaintAct<ComplaintTasked>> tasks;
    std::optional<ComplaintAct<ComplaintAnswered>> answered;

    friend bool operator==(const ComplaintRow&, const ComplaintRow&) = default;
};
ComplaintState stateOf(const ComplaintRow& row);
// Until when what comes next is due: accepting it, then answering it. None: nothing is.
std::optional<domain::Deadline> dueOf(const ComplaintRow& row, const domain::WorkingCalendar& calendar);

// The complaint that a line is about; "": none.
std::string complaintOf(const record::Payload& payload);
// Whether the line may follow. No row: no such complaint is known. Codes: complaint_unknown, complaint_own (by the
// person who is complained of), complaint_not_accepted, complaint_answered, task_named (that task is named already).
Result<void> mayChangeComplaint(const std::optional<ComplaintRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldComplaint(std::optional<ComplaintRow>& row, const BelievedLine& line);

// Whether words that others read would tell who complained: they hold the contact that was given, or a part of it that
// has six digits in a row.
bool tellsComplainer(const Complaint& complaint, std::string_view words);

}  // namespace plumb::records
