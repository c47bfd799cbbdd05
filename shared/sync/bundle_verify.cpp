// What a bundle proves, to somebody who was told the root and believes nothing else.
#include "shared/base/civil_date.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "shared/domain/bracket.h"
#include "shared/domain/recovery.h"
#include "shared/records/believe.h"
#include "shared/records/planning/persons.h"
#include "shared/records/planning/task.h"
#include "shared/records/rules.h"
#include "shared/sync/audit_trail_check.h"
#include "shared/sync/bundle.h"
#include "shared/sync/case_check.h"
#include "shared/sync/cosign_check.h"

namespace plumb::sync {
namespace {

bool sameRef(const record::FileRef& a, const record::FileRef& b) {
    return a.sha256 == b.sha256 && a.size == b.size && a.type == b.type && a.role == b.role && a.item == b.item;
}

// Collects checks; the first bad one decides.
class Checks {
  public:
    explicit Checks(Verification& verified) : m_verified(verified) { m_verified.good = true; }
    bool add(std::string name, bool good, std::string detail) {
        m_verified.checks.push_back({std::move(name), good, std::move(detail)});
        m_verified.good = m_verified.good && good;
        return good;
    }

  private:
    Verification& m_verified;
};

bool isIncluded(const PlacedLine& line, const crypto::Checkpoint& checkpoint) {
    return crypto::verifyInclusion(crypto::leafHash(asBytes(line.text)), line.index, checkpoint.size, line.inclusion,
                                   checkpoint.root);
}

// The trust lines, each as of its place in the log. Where there is a checkpoint, the places are proved.
bool addTrust(domain::TrustBook& book, const Bundle& bundle, Checks& checks,
              const std::optional<crypto::Checkpoint>& checkpoint) {
    domain::LogPlace last;
    for (const auto& placed : bundle.trust) {
        const auto line = record::Line::parse(placed.text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
        if (!payload) return checks.add("trust", false, "a trust line cannot be read: " + payload.error().detail);
        if (last && placed.index <= *last)
            return checks.add("trust", false, "the trust lines do not stand in the log's order");
        last = placed.index;
        if (checkpoint && !isIncluded(placed, *checkpoint))
            return checks.add("trust", false,
                              "a trust line is not entry " + std::to_string(placed.index) + " of the log");
        if (auto good = book.add(*line, *payload, placed.index); !good)
            return checks.add("trust", false, "the chain from the root breaks: " + good.error().detail);
    }
    return true;
}

// What the author's rights rest on, each line believed for its own signature, rights and place.
bool addContext(domain::FactBook& facts, const domain::TrustBook& book, const Bundle& bundle, Checks& checks,
                const std::optional<crypto::Checkpoint>& checkpoint) {
    for (const auto& placed : bundle.context) {
        const auto line = record::Line::parse(placed.text);
        const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
        if (!payload) return checks.add("context", false, "a line cannot be read: " + payload.error().detail);
        if (checkpoint && !isIncluded(placed, *checkpoint))
            return checks.add("context", false, "a line is not entry " + std::to_string(placed.index) + " of the log");
        if (const auto good = records::believe(book, *line, *payload, placed.index, facts); !good)
            return checks.add("context", false, payload->type + ": " + good.error().detail);
        facts.add(*payload, line->kid(), placed.index);
    }
    return true;
}

// What there is to say of the key's life, beside that the root vouches for it.
std::string keyWord(const domain::Member& author, domain::LogPlace place) {
    if (!author.revokedAt) return {};
    const auto at = "; the key was revoked by entry " + std::to_string(*author.revokedAt) + " of the log, ";
    return author.revokedBefore(place) ? at + "before this line came" : at + "after this line, which stands";
}

// That the body says what its type has to; of an inspection also where and when its answers hold.
std::string bodyWord(const std::string& type, const std::optional<records::InspectionBody>& inspection) {
    std::string out = "the body says what a " + type + " has to";
    if (!inspection || !inspection->answers.local) return out;
    const auto& local = *inspection->answers.local;
    return out + "; its answers hold at " + checklist::zoneText(local.zone) +
           (local.day ? " on " + dayText(*local.day) : "");
}

// Where the log was lost and began again, in a sentence.
Result<std::string> breakWord(const PlacedLine& placed, const domain::TrustBook& book, const crypto::NoteKey& logKey) {
    const auto line = record::Line::parse(placed.text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
    if (!payload) return fail(payload.error());
    const auto by = records::believe(book, *line, *payload, placed.index, domain::FactBook());
    if (!by) return fail(by.error());
    const auto said = domain::readRecovery(payload->body, logKey);
    if (!said) return fail(said.error());
    if (payload->type != domain::kLogRecovered || !book.invitedByRoot(line->kid()))
        return fail(ErrorKind::malformed, "bad_bundle", "a break of the log is stated by who may not state it");
    // One that an earlier loss left behind was brought back, and began nothing where it stands now.
    const std::string what =
        said->kept == placed.index ? "the log began again at entry " : "an earlier log began again at entry ";
    return what + std::to_string(said->kept) + " after the server lost it (" + std::to_string(said->lost.size) +
           " entries were known): " + said->reason + "; said by " + (*by)->personName +
           ". What stands after it was brought back by the devices that held it";
}

// What there is to say about the time that the line states; "" where nothing is.
std::string clockWord(const record::Payload& payload, std::optional<TimePoint> before) {
    if (payload.clock) {
        return "the author's clock was " + store::spanText(payload.clock->offset) +
               (payload.clock->offset.count() < 0 ? " ahead" : " behind") + ", as the record itself says; corrected: " +
               formatInstant({record::correctedAt(payload), payload.at.offset});
    }
    if (domain::placeInBracket(payload.at.utc, std::nullopt, before) == domain::InBracket::after)
        return "the record states a time after the checkpoint that includes it: the author's clock was at least " +
               store::spanText(payload.at.utc - *before) + " ahead";
    return {};
}

// Whom the line names, as of its place; nothing is said of types that name nobody.
Check personsWord(const domain::TrustBook& book, const domain::Member& author, const record::Payload& payload,
                  domain::LogPlace place) {
    if (payload.type != records::kTaskAssigned && payload.type != records::kTaskAnswered) return {};
    if (const auto good = records::checkPersons(book, author, payload, place); !good)
        return {"persons", false, good.error().detail};
    return {"persons", true,
            payload.type == records::kTaskAnswered
                ? "the author answers for herself"
                : "its team are inspectors over the region, with certificates that hold on the day that is due"};
}

// What witnesses say of the checkpoint; nothing is said where there is none and none was named.
Check witnessesWord(const Bundle& bundle, const crypto::NoteKey& log, const crypto::WitnessPolicy* policy) {
    std::string note = bundle.checkpoint;
    for (const auto& line : bundle.cosignatures) note += line + "\n";
    const auto parts = crypto::splitNote(note, crypto::kMostCheckpointBytes, "checkpoint");
    // An empty line among them would make another text of what they are to have signed.
    if (!parts || parts->body.size() >= bundle.checkpoint.size())
        return {"witnesses", false, "what stands there as witnesses' cosignatures is no signature lines"};
    if (policy) {
        const auto cosigned = policy->judge(note, log);
        return {"witnesses", cosigned.enough, cosigned.word()};
    }
    if (bundle.cosignatures.empty()) return {};
    return {"witnesses", true,
            "witnesses signed the log's state, too (" + std::to_string(bundle.cosignatures.size()) +
                "); name those that you trust to have that checked"};
}

}  // namespace

Verification verifyBundle(const Bundle& bundle, const std::string& rootKid, const crypto::WitnessPolicy* witnesses) {
    Verification verified;
    Checks checks(verified);
    const auto line = record::Line::parse(bundle.line.text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
    if (!checks.add("form", payload.has_value(), payload ? "the line is well-formed" : payload.error().detail))
        return verified;
    verified.id = payload->id;
    verified.type = payload->type;
    verified.kid = line->kid();
    verified.at = formatInstant(payload->at);

    const auto formed = records::checkPayload(*payload);
    std::optional<records::InspectionBody> inspection;
    if (formed && records::isVersion(payload->type)) inspection = *records::readVersion(payload->type, payload->body);
    checks.add("body", formed.has_value(), formed ? bodyWord(payload->type, inspection) : formed.error().detail);
    // The root names its log in its own first line, whose signature the book checks before anything rests on it.
    const auto logKey = crypto::parseNoteKey(bundle.logKey);
    const auto checkpoint = logKey ? crypto::verifyCheckpoint(bundle.checkpoint, *logKey)
                                   : Result<crypto::Checkpoint>(fail(logKey.error()));
    const auto place = bundle.logged ? domain::LogPlace(bundle.line.index) : std::nullopt;
    domain::TrustBook book(rootKid);
    if (!addTrust(book, bundle, checks,
                  checkpoint && bundle.logged ? std::optional(*checkpoint) : std::optional<crypto::Checkpoint>{}))
        return verified;
    const auto* author = book.member(line->kid());
    if (!checks.add("trust", author != nullptr,
                    author ? "the root " + rootKid + " vouches for the author's key" + keyWord(*author, place)
                           : "no chain leads from the root " + rootKid + " to the author's key"))
        return verified;
    verified.author = author->personName;
    const auto good = line->verify(author->key);
    if (!checks.add("signature", good.has_value(),
                    good ? "the author's key signed exactly these bytes" : good.error().detail))
        return verified;
    domain::FactBook facts;
    if (!addContext(facts, book, bundle, checks,
                    checkpoint && bundle.logged ? std::optional(*checkpoint) : std::optional<crypto::Checkpoint>{}))
        return verified;
    const auto rights = book.checkRights(line->kid(), *payload, place, facts);
    checks.add("rights", rights.has_value(), rights ? "the author had the right to write it" : rights.error().detail);

    if (const auto word = personsWord(book, *author, *payload, place); !word.detail.empty())
        checks.add(word.name, word.good, word.detail);

    const bool ours = !book.logKey().empty() && book.logKey() == bundle.logKey;
    if (!checks.add("log", ours,
                    ours ? "the root names this log" : "the bundle's log is not the one that the root names"))
        return verified;
    if (!checks.add("checkpoint", checkpoint.has_value(),
                    checkpoint ? "the log signed its state of " + std::to_string(checkpoint->size) + " entries"
                               : checkpoint.error().detail))
        return verified;
    if (const auto word = witnessesWord(bundle, *logKey, witnesses); !word.detail.empty())
        checks.add(word.name, word.good, word.detail);
    const bool included = bundle.logged && isIncluded(bundle.line, *checkpoint);
    checks.add("inclusion", included,
               included         ? "the line is entry " + std::to_string(bundle.line.index) + " of the log"
               : !bundle.logged ? "the line was never sent: its author signed it, and only its author says when"
                                : "the proof does not lead from this line to the log's root");
    if (included) verified.notAfter = formatInstant(checkpoint->time);
    if (included) verified.log = checkpoint->origin;
    verified.clock = clockWord(*payload, included ? std::optional(checkpoint->time.utc) : std::nullopt);
    if (payload->seen) verified.notBefore = "log size " + std::to_string(payload->seen->size);

    for (const auto& placed : bundle.breaks) {
        const auto said = breakWord(placed, book, *logKey);
        const bool placedWell = bundle.logged && isIncluded(placed, *checkpoint);
        checks.add("break", said && placedWell,
                   !said        ? said.error().detail
                   : placedWell ? *said
                                : "a log.recovered is not entry " + std::to_string(placed.index) + " of the log");
    }
    if (rights) facts.add(*payload, line->kid(), place);
    CosignCheck second(*line);
    CaseCheck whole(bundle);
    if (bundle.wholeCase && rights) whole.add({*payload, line->hash(), line->kid(), place});
    for (const auto& placed : bundle.related) {
        const auto other = record::Line::parse(placed.text);
        const auto said = other ? record::parsePayload(other->payload()) : Result<record::Payload>(fail(other.error()));
        const auto by = said ? records::believe(book, *other, *said, placed.index, facts)
                             : Result<const domain::Member*>(fail(said.error()));
        const bool about = said && (textOr(said->body, "of") == payload->id || whole.concerns(*said));
        const bool placedWell = !bundle.logged || isIncluded(placed, *checkpoint);
        const std::string what = said ? lineWord(*said) : std::string("a related line");
        const bool counts =
            checks.add("related", by && about && placedWell,
                       !by          ? what + ": " + by.error().detail
                       : !about     ? what + " speaks of another record"
                       : placedWell ? what + " by " + (*by)->personName + keyWord(**by, placed.index)
                                    : what + " is not entry " + std::to_string(placed.index) + " of the log");
        if (counts) second.add(*said, (*by)->personName);
        if (!counts || !bundle.wholeCase) continue;
        facts.add(*said, other->kid(), placed.index);
        if (const auto held = whole.checkFiles(*said); !held)
            checks.add("files", false, what + ": " + held.error().detail);
        whole.add({*said, other->hash(), other->kid(), placed.index});
    }
    if (inspection && inspection->test)
        checks.add("test", true, "made in test mode: it is what was signed, and counts for nothing");
    if (inspection && records::isInspection(payload->type) && !inspection->test) {
        if (const auto word = second.word(inspection->signers); !word.detail.empty())
            checks.add(word.name, word.good, word.detail);
    }
    if (bundle.wholeCase) {
        checks.add("case", whole.stands(), whole.word());
        verified.archived = whole.archived();
        verified.named = whole.names();
        for (const auto& ignored : whole.ignored()) checks.add("ignored", true, ignored);
        for (const auto& unfounded : whole.unfounded()) checks.add("recheck", false, unfounded);
    }
    bool files = bundle.files.size() == payload->files.size();
    std::string detail = files ? std::to_string(bundle.files.size()) + " files have the contents that were signed"
                               : "the files are not the ones that the record names";
    for (std::size_t i = 0; files && i < bundle.files.size(); ++i) {
        const auto& file = bundle.files[i];
        if (!sameRef(file.ref, payload->files[i]))
            detail = "a file is not the one that the record names";
        else if (!file.present)
            detail = "the content of file " + file.ref.sha256.hex().substr(0, 12) + "… is not in the bundle";
        else if (file.content.size() != file.ref.size || crypto::sha256(file.content) != file.ref.sha256)
            detail = "the content of file " + file.ref.sha256.hex().substr(0, 12) + "… was changed";
        else
            continue;
        files = false;
    }
    checks.add("files", files, detail);
    if (!files) return verified;
    std::vector<TrailFile> trails;
    for (const auto& file : bundle.files) {
        if (file.ref.role == "trail") trails.push_back({file.ref.sha256, file.content});
    }
    const auto trail = inspection ? checkTrail(*inspection, trails) : std::nullopt;
    if (trail) checks.add("trail", trail->good, trail->detail);
    return verified;
}

}  // namespace plumb::sync
