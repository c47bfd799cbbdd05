// Who reads a complaint, and where it is answered: the one rule for the feed, every query, export and file of the
// server, and for every reader of lines. A complaint is read by those alone whose duty it is to answer it (the roles in
// "reading" of record_types.json, in regions that cover the line's), never by the person who is complained of, whatever
// she may become later. The line's region is the answering office's: of a complaint about a person or an office it lies
// strictly above every region of theirs, so that no colleague of the same office covers it. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/trust.h"

namespace plumb::domain {

inline constexpr std::string_view kComplaintReceived = "complaint.received",
                                  kComplaintClassified = "complaint.classified", kComplaintTasked = "complaint.tasked",
                                  kComplaintAnswered = "complaint.answered";
// The person whom the root enrols the server's own intake as: her lines say what came in through the public page.
inline constexpr std::string_view kIntakePerson = "intake";

// Whether lines of this type are about a complaint.
bool isComplaint(std::string_view type);

// The longest region that holds all of these; "": none does.
std::string regionOfAll(const std::vector<std::string>& regions);
// The region whose office answers what is said against offices of these regions: the longest that lies strictly above
// all of them. None where there is none within the system: a province's own office is answered for elsewhere.
std::optional<std::string> regionAbove(const std::vector<std::string>& regions);
// Every region in which the person holds or held a right at this place, over all her devices; empty: nobody's id.
std::vector<std::string> regionsOfPerson(const TrustBook& book, std::string_view person, LogPlace place = {});

// Whom the body of a complaint.received complains of: the id of a person, or "".
std::string complainedOf(const json::object& body);

struct ComplaintReader {
    const std::vector<Grant>& grants;
    std::string_view person;
};
struct ComplaintLine {
    std::string_view type, region, site;
    std::string_view against;  // the person whom the complaint is about; "": no person
    bool own = false;          // the reader wrote it
};
bool mayReadComplaint(const ComplaintReader& reader, const ComplaintLine& line);

// Of a complaint.received, a rating.counted or a rating.said by `author` at `place`; nothing for other types. What came
// through a public page is the intake's to say, and nothing else is. Codes: intake_only, complaint_own,
// accused_unknown, complaint_office.
Result<void> checkComplaintPlace(const TrustBook& book, const Member& author, bool authorInvitedByRoot,
                                 const record::Payload& payload, LogPlace place);

}  // namespace plumb::domain
