// Proof for outsiders: one text file with a record's line, everything that makes it believable (trust lines, the log's
// checkpoint, the inclusion proof) and its files; and the check of such a bundle with no server. The form is described
// in shared/record/VERIFY.md.
#pragma once

#include <string>
#include <vector>

#include "shared/crypto/witness_policy.h"
#include "shared/store/tablet_store.h"
#include "shared/sync/server_link.h"

namespace plumb::sync {

struct BundleFile {
    record::FileRef ref;
    std::string content;  // empty where it was not at hand
    bool present = false;
};

// A line, where in the log it stands, and what proves that under the bundle's checkpoint.
struct PlacedLine {
    std::string text;
    std::uint64_t index = 0;
    std::vector<Sha256> inclusion;
};

struct Bundle {
    PlacedLine line;
    std::vector<PlacedLine> related;  // amendments, reviews, acts
    // What the author's right to the place rests on: publications of the site, the record that this one speaks of. In
    // log order.
    std::vector<PlacedLine> context;
    // In log order: who vouched for whom since the root, and who was revoked; of all authors, and of the persons whom a
    // task names.
    std::vector<PlacedLine> trust;
    std::vector<PlacedLine> breaks;  // log.recovered lines: where this log was lost and began again from a backup
    std::string logKey;
    std::string checkpoint;  // with the log's own signature alone
    std::vector<BundleFile> files;
    // Of a whole case: the files of the related lines, each content once; `related` then holds the acts and the
    // re-checks, too.
    bool wholeCase = false;
    std::vector<BundleFile> caseFiles = {};
    // Signature lines of witnesses under the checkpoint, without their newlines; as they came.
    std::vector<std::string> cosignatures = {};
    bool logged = true;  // false: the line never came into the log; there is no proof, and none is claimed
};

std::string formatBundle(const Bundle& bundle);
Result<Bundle> parseBundle(std::string_view text);

// Collects a bundle: from the store, with the proof for the newest verified checkpoint asked of the server where it is
// not in hand.
Result<Bundle> makeBundle(store::TabletStore& store, ServerLink& link, const std::string& recordId);

// The whole case that an inspection opened: it, its amendments and reviews, every act about its findings, the re-checks
// that name its orders, and the files of all of them.
Result<Bundle> makeCaseBundle(store::TabletStore& store, ServerLink& link, const std::string& inspection);

// The same with nothing but what is on this device: for what was never sent and cannot be any more. Signed and whole,
// but not in the log; verifyBundle says so.
Result<Bundle> makeUnloggedBundle(store::TabletStore& store, const std::string& recordId);

// One thing that was checked, in the order of checking.
struct Check {
    std::string name;  // "form", "zone", "trust", "signature", "context", "rights", "persons", "log", "inclusion",
                       // "break", "files", "trail", "cosigned", "witnesses"; of a whole case "case", how it stands,
                       // "ignored" acts, a "recheck" that is not there
    bool good = false;
    std::string detail;
};
// How lists of cases name a whole case.
struct CaseNames {
    std::string number;  // of its first order; "": nothing was ordered
    std::string site, kind;
    std::string checked;  // the day of the check

    friend bool operator==(const CaseNames&, const CaseNames&) = default;
};
struct Verification {
    bool good = false;
    std::vector<Check> checks;
    std::string id, type, author, kid, at;
    std::string log;  // the origin of the log that the root names and that the line is in; "" before that is proved
    std::string archived;  // of a whole case: for how long it is kept, where it was archived
    CaseNames named;       // of a whole case, as its lines say
    std::string clock;     // what is to be said of the author's clock; "" where nothing is
    std::string notBefore,
        notAfter;  // the time bracket: the log's state that the author knew (size), the checkpoint's time
};
// `rootKid` is what the verifier was told; nothing else is believed. `witnesses`: those whom she trusts to have seen
// the log grow; null: she named none, and what they signed counts for nothing.
Verification verifyBundle(const Bundle& bundle, const std::string& rootKid,
                          const crypto::WitnessPolicy* witnesses = nullptr);

}  // namespace plumb::sync
