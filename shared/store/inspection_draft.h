// An inspection that is being filled, as the store keeps it between two taps: answers, reasons, notes, photos, edited
// findings, and where the person was. Kinds of entries: answer, na, note, photo, finding, place.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/checklist/answers.h"
#include "shared/checklist/findings.h"
#include "shared/store/reference.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct Photo {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type, item, caption;
    Instant added;
};

// A finding as it will be signed. Without an edited one the checklist's own wording holds.
struct SignedFinding {
    std::string item, severity, text, where, due;  // due: YYYY-MM-DD
};
json::object findingToJson(const SignedFinding& finding);
SignedFinding findingFromJson(const json::object& object);

struct InspectionDraft {
    DraftRow row;
    checklist::Answers answers;
    std::vector<Photo> photos;
    std::map<std::string, SignedFinding> findings;  // by item, edited ones only
    std::string place;                              // the item that was open
    Instant started;
};

// Begins on the newest version of a checklist, or on an exact "id@version".
Result<DraftRow> beginInspection(TabletStore& store, const std::string& site, const std::string& checklist);
// Reopens a signed inspection of one's own as a draft that will become an inspection.amended. One at a time per record.
Result<DraftRow> beginAmendment(TabletStore& store, const std::string& recordId);
Result<InspectionDraft> loadDraft(const TabletStore& store, const std::string& id);

// Checks that it is a picture, seals it, and ties it to an item. The same picture twice at one item is one.
Result<Photo> addPhoto(TabletStore& store, const std::string& draft, const std::string& item, ByteView content,
                       const std::string& caption = "");
Result<void> removePhoto(TabletStore& store, const std::string& draft, const Photo& photo);

// Entries for putEntries.
DraftEntry answerEntry(const std::string& question, const std::string& value);
DraftEntry naEntry(const std::string& item, const std::string& reason);
DraftEntry noteEntry(const std::string& item, const std::string& text);
DraftEntry factEntry(const std::string& fact, const std::string& value);
DraftEntry findingEntry(const SignedFinding& finding);
DraftEntry placeEntry(const std::string& item);

}  // namespace plumb::store
