// What a line refers to must be there and fit: the inspection that an amendment or a review speaks of, the document of
// a checklist that is published, the case that an act moves or whose order a re-check names, the round of a
// self-assessment, the task that a line changes or that an inspection was made for. Judged in the log's order, by the
// writer, after the author's rights. Codes: bad_payload, of_unknown, not_cosigned, file_missing, bad_checklist,
// content_differs, those of records::mayCosign(), records::mayHappen(), records::mayRecheck(),
// records::mayAgree(), records::mayRemark(), records::mayContribute(), records::maySubmit() and records::mayAmend(),
// version_unknown, round_unknown, round_closed, person_unknown, own_report, test_record, checklist_counts, those of
// records::mayGoBy(), those of records::mayAnswer() and records::mayChangeTask(), certificate_over; of a plan those of
// records::mayChangePlan(), plan_unknown (of one whose place it takes) and plan_another; of a draw those of
// checkReveal() (draw_check.h), plan_another and those of records::mayDrawFor(), and draw_place of a task that one
// drew; item_cap_reached of a check, term_short of an archived case; of a panel of experts those of checkPanel()
// (panel_check.h); case_disposed, and of a list of cases to dispose of those of checkDisposal() (disposal_check.h), of
// referrals those of checkReferral() (referral_check.h).
#pragma once

#include "sync-server/auth/trust.h"
#include "sync-server/ingest/checklists.h"

namespace plumb::server {

struct ReferenceSources {
    StoreReader& reader;
    Checklists& checklists;
    const Trust& trust;
    TimePoint now;  // when the line came
};

// Whether it is a check, or a second signature, that names a task and does not end it (records::visitFault); one that
// waits for its second signature does not yet.
bool leavesTaskOpen(const record::Payload& payload, StoreReader& reader);

Result<void> checkReferences(const LoggedLine& line, const ReferenceSources& sources);

}  // namespace plumb::server
