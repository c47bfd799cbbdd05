// An inspection that is being filled, as the store keeps it between two taps: answers, reasons, notes, facts of the
// site, photos, their marks, edited findings, the trail of all of them, where the person was, and on which versions of
// the checklist the draft stood before; of a self-assessment (assessment_draft.h) and of a re-check, too. Kinds of
// entries: answer, na, note, fact, photo, marks, document, refusal, finding, trail, place, version, base.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/checklist/model/answers.h"
#include "shared/checklist/score/findings.h"
#include "shared/checklist/session/audit_trail.h"
#include "shared/checklist/session/session.h"
#include "shared/records/inspection/body.h"
#include "shared/store/attached_file.h"
#include "shared/store/reference.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

struct Photo {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type, item, caption;
    Instant added;
    std::optional<records::Whereabouts> where = {};  // when it was taken in; none where nobody asked
    std::optional<record::PhotoOrigin> origin = {};  // none of one that was taken in before there were any
    std::string marks = {};                          // the layer over it (shared/picture/marks.h), or ""

    // Where the tablet was when it was taken in; its origin says so too.
    void takeInAt(const records::Whereabouts& place);
    // As the record will name it.
    [[nodiscard]] record::FileRef ref() const;
};

// How a photo came, and where the tablet was.
struct PhotoMoment {
    record::PhotoOrigin::Way way = record::PhotoOrigin::Way::import;
    std::optional<records::Whereabouts> where = {};  // none where nobody asked
    std::optional<Instant> at = {};                  // when it was taken or chosen; none: when it is sealed
};

// A finding as it will be signed. Without an edited one the checklist's own wording holds.
using SignedFinding = records::Finding;
// The wording that stands where nobody edited it. A record speaks the checklist's first language.
SignedFinding offeredFinding(const checklist::Finding& finding);

// A version of the checklist that the draft stood on before it was moved: as drafts keep it and as records state it.
using records::LeftVersion;

struct InspectionDraft {
    DraftRow row;
    checklist::Answers answers;
    std::vector<Photo> photos;
    std::map<std::string, SignedFinding> findings;  // by item, edited ones only
    std::string place;                              // the item that was open
    Instant started;
    checklist::AuditTrail trail;
    std::vector<LeftVersion> left;             // oldest first
    std::optional<Sha256> staysBefore;         // the newer version to which the person decided not to move
    std::optional<Sha256> replaces;            // line hash of the refused record that this one is to stand for
    std::vector<AttachedFile> documents = {};  // that belong to items, and are no pictures
    std::string order = {};                    // of a re-check: the order whose findings it looks at again
    std::string task = {};                     // for which it is made (tasks.h); "": for none
    std::optional<Sha256> rechecks = {};       // line hash of the version whose failed items alone are asked again
    std::optional<records::Whereabouts> begunAt = {};
    std::optional<records::CredentialShown> credential = {};
    std::optional<records::InspectedName> inspected = {};  // name and reason; beside which name, is for the signature
    std::vector<AttachedFile> refusal = {};                // what shows that the inspected party refused to sign
    std::map<std::string, std::string> base = {};          // by item, of a self-assessment (assessment_draft.h)
    bool test = false;                                     // it is filled in test mode (records/inspection/test_mode.h)
};

// What is begun, beside where and by which checklist.
struct Beginning {
    std::string round = {};  // of a self-assessment; "": an inspection
    std::string kind = {};   // of check, where somebody sent for it (planning/task.h)
    bool test = false;       // in test mode: draft versions may be tried, and the record counts for nothing
};

// Begins on the newest version of a checklist, or on an exact "id@version". Refused: the errors of records::mayGoBy(),
// "superseded" where a newer version stands (a test may go by any).
Result<DraftRow> beginInspection(TabletStore& store, const std::string& site, const std::string& checklist,
                                 const Beginning& begun = {});
// Begins the re-check for an order: on the version of the checklist of the inspection, or of the last re-check for that
// order, with its answers; only the items that failed there are asked again, everything else stands as it was answered,
// and the whole is scored anew. The open one where there is one. notFound "no_record".
Result<DraftRow> beginRecheck(TabletStore& store, const std::string& order);
// What a session is opened with to go on with this draft: its trail, and in a re-check what was found before.
// REQUIRES: the answers come from the draft.
Result<checklist::SessionOptions> sessionOptions(const TabletStore& store, const InspectionDraft& draft);
// Reopens a signed inspection or self-assessment of one's own as a draft that will become an amendment; one that the
// server refused, as a draft of a new inspection that names the line which it stands for. One at a time per record.
Result<DraftRow> beginAmendment(TabletStore& store, const std::string& recordId);
Result<InspectionDraft> loadDraft(const TabletStore& store, const std::string& id);
// The same to go on filling it: a trail that does not lead to what the draft holds (it was kept by an older version of
// this program) is made to, and stored.
Result<InspectionDraft> openDraft(TabletStore& store, const std::string& id);

std::map<std::string, int> photosPerItem(const std::vector<Photo>& photos);

// Checks that it is a picture and seals it; the draft names it once photoEntry() is put.
Result<Photo> importPhoto(TabletStore& store, const std::string& item, ByteView content,
                          const std::string& caption = "", const PhotoMoment& moment = {});
// The same where that was checked before, on a thread that had the time.
Result<Photo> sealPhoto(TabletStore& store, const std::string& item, const JudgedPicture& picture,
                        const std::string& caption = "", const PhotoMoment& moment = {});
// The same, and ties it to an item. The same picture twice at one item is one.
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
DraftEntry testEntry();                           // that the draft is filled in test mode
DraftEntry startedEntry(const Instant& started);  // also the zone in which the draft is filled
DraftEntry begunAtEntry(const records::Whereabouts& where);
DraftEntry credentialEntry(const std::optional<records::CredentialShown>& shown);
DraftEntry inspectedEntry(const std::optional<records::InspectedName>& inspected);
DraftEntry refusalEntry(const AttachedFile& file);
DraftEntry refusalGone(const AttachedFile& file);
DraftEntry photoEntry(const Photo& photo);
DraftEntry photoGone(const Photo& photo);
// A photo's marks, caption and the word about a difference are written by these, each change by itself.
DraftEntry marksEntry(const Photo& photo);
bool samePhoto(const Photo& a, const Photo& b);  // the same picture at the same item
// The photos that these entries hold, with their marks. broken "store_broken".
Result<std::vector<Photo>> photosOf(const std::vector<DraftEntry>& entries);
DraftEntry leftVersionEntry(const LeftVersion& left, std::size_t number);
DraftEntry staysEntry(const Sha256& newer);
// All that answers hold, for a draft that begins with them.
std::vector<DraftEntry> answerEntries(const checklist::Answers& answers);

}  // namespace plumb::store
