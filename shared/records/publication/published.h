// The result of an inspection as it is published (检查结果公示): publication.made, publication.corrected and
// publication.withdrawn, all of the inspection that they name; RECORDS.md. What is published follows from the
// inspection's version and from what was published of the site, and from nothing else: publicationOf() composes it, and
// who judges a line compares. Nothing of a person is in it; what somebody writes beside it is looked through for what
// reads like one. Within 20 working days of the result (one city's rule, DOMAIN.md; counted by the published calendar).
// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/domain/working_days.h"
#include "shared/records/believed.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/standing.h"
#include "shared/records/inspection/summary.h"

namespace plumb::records {

inline constexpr std::string_view kPublicationMade = "publication.made",
                                  kPublicationCorrected = "publication.corrected",
                                  kPublicationWithdrawn = "publication.withdrawn";
inline constexpr int kPublishWithin = 20;  // working days

// What the public is told.
struct PublishedResult {
    std::string name, code;  // of the site, as published
    Day checked{};           // when the version was signed
    std::string kind;
    std::string checklist, version;  // id and version of the document
    std::string grade;               // "": none
    std::int64_t findings = 0;

    friend bool operator==(const PublishedResult&, const PublishedResult&) = default;
};

struct Publication {
    std::string of;  // the inspection
    Sha256 hash;     // line hash of its version
    PublishedResult result;
    std::string where;               // where the public finds it; ""
    std::optional<Sha256> previous;  // of a correction: the publication whose place it takes
    std::string reason;              // of a correction

    friend bool operator==(const Publication&, const Publication&) = default;
};
// bad_payload with the member's path; also for any member that is not one of these.
Result<Publication> readPublication(const json::object& body);
Result<Publication> readCorrection(const json::object& body);
json::object toBody(const Publication& publication);

struct PublicationWithdrawn {
    std::string of;
    Sha256 previous;
    std::string reason;

    friend bool operator==(const PublicationWithdrawn&, const PublicationWithdrawn&) = default;
};
Result<PublicationWithdrawn> readPublicationWithdrawn(const json::object& body);
json::object toBody(const PublicationWithdrawn& withdrawn);

// The inspection that a line publishes; "": none.
std::string publishedBy(const record::Payload& payload);

// What stands in the log of an inspection, as a publication is held against it.
struct InspectedResult {
    Standing standing;
    std::string site;  // id
    Instant at;        // of the newest version
    InspectionSummary says;
    std::string siteName, siteCode;    // as published now
    std::vector<std::string> persons;  // names in it
};
// Everybody whose name stands in a version: its team, the party, the witness.
std::vector<std::string> personsIn(const InspectionBody& body);
PublishedResult publicationOf(const InspectedResult& inspected);

enum class PublicationState { published, withdrawn };
std::string_view publicationStateName(PublicationState state);

struct PublicationRow {
    std::string inspection, site, region;
    std::string id, kid;  // of the newest line, and its author's
    Sha256 hash;          // its line
    Instant at;           // of it
    Instant first;        // when the result was published first
    Publication says;     // what was published last
    int version = 1;
    PublicationState state = PublicationState::published;
    std::string reason;  // of withdrawing it

    friend bool operator==(const PublicationRow&, const PublicationRow&) = default;
};

// Whether the line may follow. Codes: publication_there (it stands already), publication_unknown (none stands),
// publication_overtaken (another one is the newest).
Result<void> mayPublish(const std::optional<PublicationRow>& row, const record::Payload& payload);
// Whether what it says is the result. Codes: publication_unready (no inspection of this site that a review accepted),
// publication_stale (not its newest version), publication_differs, publication_personal
// (`where` or `reason` names a person, or reads like a telephone or identity number). Nothing is asked of a withdrawal
// but the last.
Result<void> checkPublished(const InspectedResult& inspected, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldPublication(std::optional<PublicationRow>& row, const BelievedLine& line);

// The last day for publishing a result of that day.
domain::Deadline publicationDue(const domain::WorkingCalendar& calendar, Day result);

}  // namespace plumb::records
