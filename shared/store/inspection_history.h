// The history of an inspection or a self-assessment as this device has it: submission, amendments, second
// signatures, reviews, in log order, and where it stands.
#pragma once

#include "shared/records/inspection/standing.h"
#include "shared/records/review/body.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct InspectionHistory {
    std::vector<RecordRow> rows;  // the submission first
    std::vector<records::HistoryLine> lines;
    records::History history;  // indexes into rows and lines

    [[nodiscard]] const RecordRow& newest() const { return rows[history.newest]; }
    [[nodiscard]] const records::HistoryLine& newestLine() const { return lines[history.newest]; }
};

// `id` of the submission, or of any line that speaks of it. notFound "no_record".
Result<InspectionHistory> historyOf(const TabletStore& store, const std::string& id);

// Ids of the persons who made the visit: whose keys signed it first and second, as far as the book knows them.
std::vector<std::string> visitorsOf(const TabletStore& store, const InspectionHistory& history);

using records::ItemComment;

// Signs review.accepted or review.returned over the newest version. Refused: "already_accepted", "not_cosigned",
// those of records::mayAgree(), "own_record" (nobody reviews what she signed herself), "wrong_role", "wrong_region",
// "comment_missing" (a return says what to mend).
Result<record::Line> signReview(TabletStore& store, const std::string& id, bool accept, const std::string& comment,
                                const std::vector<ItemComment>& items = {});

}  // namespace plumb::store
