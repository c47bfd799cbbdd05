// One's part of a self-assessment as a file, for colleagues whom no network joins: a contribution's line with what
// makes it believable and its files, as an unlogged bundle (bundle.h, shared/record/VERIFY.md). Whoever takes it in
// judges it by the trust lines that her own device holds, merges it as if it had come through the log, and carries the
// line there: the first of the two who meets a network brings it. Tablets, `plumb` and browsers write and take the same
// files; the browser's twin is console/src/assess/part_file.ts, and both are held to
// tests/unit/records/cases/contribution_files.json.
#pragma once

#include <string>
#include <vector>

#include "shared/records/assessment/assessment.h"
#include "shared/store/tablet_store.h"
#include "shared/sync/bundle.h"

namespace plumb::sync {

// A browser holds all of it in memory.
constexpr std::uint64_t kMostPartBytes = 128ULL << 20;

// The self-assessment that is being filled here, and the device that asks.
struct AskedPart {
    std::string site, round, checklist;  // ids; the version may be another one: what this one asks is taken
    std::string logKey, ownKid;
    bool closed = false;  // the round takes nothing any more
};

struct GivenPart {
    record::Line line;
    record::Payload payload;
    records::Contribution says;
    std::string person;  // her name
    std::size_t filesMissing = 0;
};

// Whether the text is such a file at all. Malformed: part_too_large, no_part (it holds something else), part_cut,
// part_changed.
Result<Bundle> readPart(std::string_view text);

// Refused: no_part, part_other_log, own_part, part_other_site, part_other_round, part_other_checklist,
// part_author_unknown, the codes of records::believe(), round_closed, part_file_changed. `row`: the assessment as it
// stands here. Pure; any thread.
Result<GivenPart> judgePart(const Bundle& bundle, const AskedPart& asked,
                            const std::optional<records::AssessmentRow>& row, const domain::TrustBook& book,
                            const domain::Facts& facts);

struct TakenPart {
    std::string id, person;  // of the line; who gave it
    std::string version;     // of the checklist that it was answered on
    bool known = false;      // it was here before
    std::vector<std::string> items;
    std::size_t filesMissing = 0;  // that it names and that neither it nor this device holds: they come with the log
};
// Takes the file in for this draft of a self-assessment: the line and its files stay here, and store::
// takeContributions() merges them. What is refused changes nothing. Beside the codes above refused test_record: a test
// takes no contributions.
Result<TakenPart> takePart(store::TabletStore& store, const std::string& draft, std::string_view text);

// What this device contributed to a round and still holds there, a file each, oldest first: all are given on together,
// since what was taken back is told by the later one. Refused nothing_given where nothing was contributed yet.
struct PartFile {
    std::string id, text;
};
Result<std::vector<PartFile>> givePart(store::TabletStore& store, const std::string& site, const std::string& round);

}  // namespace plumb::sync
