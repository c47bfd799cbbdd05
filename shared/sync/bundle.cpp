#include "shared/sync/bundle.h"

#include <algorithm>

#include "shared/checklist/model/answers.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "shared/domain/bracket.h"
#include "shared/domain/recovery.h"
#include "shared/sync/audit_trail_check.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-bundle";
constexpr int kVersion = 2;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_bundle", "this is no whole bundle: " + std::move(why));
}

json::array hashArray(const std::vector<Sha256>& hashes) {
    json::array out;
    for (const auto& hash : hashes) out.push_back(json::value(toBase64(hash.view())));
    return out;
}

json::array placedArray(const std::vector<PlacedLine>& lines) {
    json::array out;
    for (const auto& line : lines)
        out.push_back({{"line", line.text}, {"index", line.index}, {"inclusion", hashArray(line.inclusion)}});
    return out;
}

Result<std::vector<std::string>> textsAt(const json::object& object, std::string_view name) {
    const auto values = arrayAt(object, name);
    if (!values) return fail(values.error());
    std::vector<std::string> out;
    for (const auto& value : **values) {
        if (!value.is_string()) return bad("\"" + std::string(name) + "\" holds something that is no text");
        out.emplace_back(value.get_string());
    }
    return out;
}

Result<std::vector<Sha256>> hashesAt(const json::object& object, std::string_view name) {
    const auto texts = textsAt(object, name);
    if (!texts) return fail(texts.error());
    std::vector<Sha256> out;
    for (const auto& text : *texts) {
        const auto bytes = fromBase64(text);
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return bad("a hash of a proof is damaged");
        out.push_back(*hash);
    }
    return out;
}

Result<PlacedLine> placeOf(const json::object& object, std::string_view line) {
    const auto index = integerAt(object, "index");
    auto inclusion = hashesAt(object, "inclusion");
    if (!index || *index < 0 || !inclusion) return bad("a line's proof is missing");
    return PlacedLine{std::string(line), static_cast<std::uint64_t>(*index), std::move(*inclusion)};
}

Result<std::vector<PlacedLine>> placedAt(const json::object& object, std::string_view name) {
    const auto values = arrayAt(object, name);
    if (!values) return fail(values.error());
    std::vector<PlacedLine> out;
    for (const auto& value : **values) {
        if (!value.is_object()) return bad("\"" + std::string(name) + "\" holds something that is no object");
        auto line = placeOf(value.get_object(), textOr(value.get_object(), "line"));
        if (!line) return fail(line.error());
        out.push_back(std::move(*line));
    }
    return out;
}

Result<BundleFile> fileOf(const json::value& value) {
    if (!value.is_object()) return bad("a file is no object");
    const auto& object = value.get_object();
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto size = integerAt(object, "size");
    if (!hash || !size || *size < 0) return bad("a file lacks its sha256 or size");
    BundleFile out{{*hash, static_cast<std::uint64_t>(*size), textOr(object, "type"), textOr(object, "role"),
                    textOr(object, "item")},
                   {},
                   false};
    if (const auto* content = object.if_contains("content"); content && content->is_string()) {
        const auto bytes = fromBase64(std::string_view(content->get_string()));
        if (!bytes) return bad("a file's content is not base64");
        out.content = asText(*bytes);
        out.present = true;
    }
    return out;
}

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
        if (const auto good = book.checkAuthor(*line, *payload, placed.index, facts); !good)
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

// Whether the zone and day in which the answers hold are those of the record's own times.
Result<void> zoneOf(const json::object& body) {
    const auto local = checklist::localDayOf(body);
    if (!local) return fail(local.error());
    const auto started = parseInstant(textOr(body, "started")), finished = parseInstant(textOr(body, "finished"));
    if (!started) return fail(started.error());
    if (!finished) return fail(finished.error());
    return checklist::checkLocalDay(*local, *started, *finished);
}

// Where the log was lost and began again, in a sentence.
Result<std::string> breakWord(const PlacedLine& placed, const domain::TrustBook& book, const crypto::NoteKey& logKey) {
    const auto line = record::Line::parse(placed.text);
    const auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
    if (!payload) return fail(payload.error());
    const auto by = book.checkAuthor(*line, *payload, placed.index, domain::FactBook());
    if (!by) return fail(by.error());
    const auto said = domain::readRecovery(payload->body, logKey);
    if (!said) return fail(said.error());
    if (payload->type != domain::kLogRecovered || !domain::invitedByRoot(book, line->kid()))
        return bad("a break of the log is stated by who may not state it");
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

}  // namespace

std::string formatBundle(const Bundle& bundle) {
    json::array files;
    for (const auto& file : bundle.files) {
        json::object entry{{"sha256", file.ref.sha256.hex()},
                           {"size", file.ref.size},
                           {"type", file.ref.type},
                           {"role", file.ref.role}};
        if (!file.ref.item.empty()) entry["item"] = file.ref.item;
        if (file.present) entry["content"] = toBase64(asBytes(file.content));
        files.push_back(std::move(entry));
    }
    json::object log{{"key", bundle.logKey},
                     {"checkpoint", bundle.checkpoint},
                     {"index", bundle.line.index},
                     {"inclusion", hashArray(bundle.line.inclusion)}};
    if (!bundle.logged) log["logged"] = false;
    if (!bundle.breaks.empty()) log["breaks"] = placedArray(bundle.breaks);
    return toText(json::object{{"kind", kKind},
                               {"v", kVersion},
                               {"line", bundle.line.text},
                               {"related", placedArray(bundle.related)},
                               {"context", placedArray(bundle.context)},
                               {"trust", placedArray(bundle.trust)},
                               {"log", std::move(log)},
                               {"files", std::move(files)}}) +
           "\n";
}

Result<Bundle> parseBundle(std::string_view text) {
    const auto value = parseJson(text, 8);
    if (!value) return bad(value.error().detail);
    if (!value->is_object() || textOr(value->get_object(), "kind") != kKind)
        return bad("it is no JSON object of kind plumb-bundle");
    const auto& object = value->get_object();
    if (const auto version = integerAt(object, "v"); !version || *version != kVersion)
        return bad("it is of another version; export the record again");
    Bundle out;
    auto related = placedAt(object, "related"), context = placedAt(object, "context"),
         trust = placedAt(object, "trust");
    const auto log = objectAt(object, "log");
    const auto files = arrayAt(object, "files");
    if (!related || !context || !trust || !log || !files)
        return bad("\"related\", \"context\", \"trust\", \"log\" or \"files\" is missing");
    out.related = std::move(*related);
    out.context = std::move(*context);
    out.trust = std::move(*trust);
    out.logKey = textOr(**log, "key");
    out.checkpoint = textOr(**log, "checkpoint");
    auto line = placeOf(**log, textOr(object, "line"));
    if (!line) return fail(line.error());
    out.line = std::move(*line);
    out.logged = !(*log)->contains("logged");
    if ((*log)->contains("breaks")) {
        auto breaks = placedAt(**log, "breaks");
        if (!breaks) return fail(breaks.error());
        out.breaks = std::move(*breaks);
    }
    for (const auto& entry : **files) {
        auto file = fileOf(entry);
        if (!file) return fail(file.error());
        out.files.push_back(std::move(*file));
    }
    // One content has one form: a bundle that was touched anywhere, even in a blank, is not taken for whole.
    if (formatBundle(out) != text)
        return bad("its form is not the one that the export writes; it was changed after the export");
    return out;
}

namespace {

// What the rights of the record's author rest on: where its site was published, and the record that it speaks of. In
// the log's order.
std::vector<store::RecordRow> contextOf(const store::TabletStore& store, const store::RecordRow& row) {
    std::vector<store::RecordRow> out;
    if (!row.about.empty()) {
        if (const auto about = store.recordById(row.about)) out.push_back(*about);
    }
    if (!row.site.empty() && row.type != "site.published") {
        store::RecordFilter filter;
        filter.type = "site.published";
        filter.site = row.site;
        for (auto& published : store.records(filter)) out.push_back(std::move(published));
    }
    std::erase_if(out, [](const auto& line) { return !line.logIndex; });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.logIndex < b.logIndex; });
    return out;
}

// Everything but the proofs. `fetch`: what is not here is asked of the server; null: only what is here.
Result<Bundle> collect(store::TabletStore& store, const store::RecordRow& row, ServerLink* fetch) {
    const auto profile = store.profile();
    const auto line = store.line(row.hash);
    const auto payload = store.payload(row.hash);
    const auto book = store.trust();
    if (!profile || !line || !payload || !book)
        return fail(ErrorKind::broken, "store_broken", "the record cannot be read from this store");
    Bundle out;
    out.line = {line->text(), row.logIndex.value_or(0), {}};
    out.logKey = profile->logKey;
    std::vector<std::string> authors{line->kid()};
    store::RecordFilter filter;
    filter.about = row.id;
    filter.newestFirst = false;
    for (const auto& relatedRow : store.records(filter)) {
        if (!relatedRow.logIndex) continue;  // an own line that is not in the log yet proves nothing to anybody
        const auto relatedLine = store.line(relatedRow.hash);
        if (!relatedLine) return fail(relatedLine.error());
        out.related.push_back({relatedLine->text(), *relatedRow.logIndex, {}});
        authors.push_back(relatedLine->kid());
    }
    // That the log broke shows in every proof of it.
    store::RecordFilter broke;
    broke.type = domain::kLogRecovered;
    broke.newestFirst = false;
    for (const auto& brokeRow : store.records(broke)) {
        if (!brokeRow.logIndex) continue;
        const auto brokeLine = store.line(brokeRow.hash);
        if (!brokeLine) return fail(brokeLine.error());
        out.breaks.push_back({brokeLine->text(), *brokeRow.logIndex, {}});
        authors.push_back(brokeLine->kid());
    }
    for (const auto& contextRow : contextOf(store, row)) {
        const auto contextLine = store.line(contextRow.hash);
        if (!contextLine) return fail(contextLine.error());
        out.context.push_back({contextLine->text(), *contextRow.logIndex, {}});
        authors.push_back(contextLine->kid());
    }
    for (auto& [index, text] : book->proofFor(authors)) out.trust.push_back({std::move(text), index, {}});
    for (const auto& ref : payload->files) {
        BundleFile file{ref, {}, false};
        auto content = store.vault().get(ref.sha256);
        if (!content && fetch) content = fetch->file(ref.sha256);
        if (content) {
            file.content = asText(*content);
            file.present = true;
        }
        out.files.push_back(std::move(file));
    }
    return out;
}

Result<void> prove(PlacedLine& line, std::uint64_t size, ServerLink& link) {
    const auto parsed = record::Line::parse(line.text);
    if (!parsed) return fail(parsed.error());
    auto proof = link.inclusion(parsed->hash(), size);
    if (!proof) return fail(proof.error());
    line.index = proof->index;
    line.inclusion = std::move(proof->hashes);
    return {};
}

Result<store::RecordRow> rowFor(const store::TabletStore& store, const std::string& recordId) {
    const auto row = store.recordById(recordId);
    if (!row)
        return fail(ErrorKind::notFound, "no_record", "the record " + recordId + " is not on this device; sync first");
    return *row;
}

}  // namespace

Result<Bundle> makeBundle(store::TabletStore& store, ServerLink& link, const std::string& recordId) {
    const auto row = rowFor(store, recordId);
    if (!row) return fail(row.error());
    const auto newest = store.newestCheckpoint();
    if (!newest || !row->logIndex || *row->logIndex >= newest->checkpoint.size) {
        return fail(ErrorKind::refused, "not_in_log", "the record is not in the log yet; sync it, then export");
    }
    const auto size = newest->checkpoint.size;
    auto out = collect(store, *row, &link);
    if (!out) return out;
    std::erase_if(out->related, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->context, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->trust, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->breaks, [&](const auto& line) { return line.index >= size; });
    out->checkpoint = newest->note;
    if (auto done = prove(out->line, size, link); !done) return fail(done.error());
    for (auto* lines : {&out->related, &out->context, &out->trust, &out->breaks}) {
        for (auto& line : *lines) {
            if (auto done = prove(line, size, link); !done) return fail(done.error());
        }
    }
    return out;
}

Result<Bundle> makeUnloggedBundle(store::TabletStore& store, const std::string& recordId) {
    const auto row = rowFor(store, recordId);
    if (!row) return fail(row.error());
    auto out = collect(store, *row, nullptr);
    if (!out) return out;
    if (const auto newest = store.newestCheckpoint()) out->checkpoint = newest->note;
    out->logged = false;
    out->breaks.clear();  // they are the log's, and it says nothing of this line
    return out;
}

Verification verifyBundle(const Bundle& bundle, const std::string& rootKid) {
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

    if (payload->body.contains("zone") || payload->body.contains("day")) {
        const auto good = zoneOf(payload->body);
        checks.add("zone", good.has_value(),
                   good ? "the answers hold at " + textOr(payload->body, "zone") + " on " + textOr(payload->body, "day")
                        : good.error().detail);
    }
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

    const bool ours = !book.logKey().empty() && book.logKey() == bundle.logKey;
    if (!checks.add("log", ours,
                    ours ? "the root names this log" : "the bundle's log is not the one that the root names"))
        return verified;
    if (!checks.add("checkpoint", checkpoint.has_value(),
                    checkpoint ? "the log signed its state of " + std::to_string(checkpoint->size) + " entries"
                               : checkpoint.error().detail))
        return verified;
    const bool included = bundle.logged && isIncluded(bundle.line, *checkpoint);
    checks.add("inclusion", included,
               included         ? "the line is entry " + std::to_string(bundle.line.index) + " of the log"
               : !bundle.logged ? "the line was never sent: its author signed it, and only its author says when"
                                : "the proof does not lead from this line to the log's root");
    if (included) verified.notAfter = formatInstant(checkpoint->time);
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
    for (const auto& placed : bundle.related) {
        const auto other = record::Line::parse(placed.text);
        const auto said = other ? record::parsePayload(other->payload()) : Result<record::Payload>(fail(other.error()));
        const auto by = said ? book.checkAuthor(*other, *said, placed.index, facts)
                             : Result<const domain::Member*>(fail(said.error()));
        const bool about = said && textOr(said->body, "of") == payload->id;
        const bool placedWell = !bundle.logged || isIncluded(placed, *checkpoint);
        checks.add("related", by && about && placedWell,
                   !by          ? by.error().detail
                   : !about     ? "a related line speaks of another record"
                   : placedWell ? said->type + " by " + (*by)->personName + keyWord(**by, placed.index)
                                : "a related line is not entry " + std::to_string(placed.index) + " of the log");
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
    if (const auto trail = checkTrail(payload->body, trails)) checks.add("trail", trail->good, trail->detail);
    return verified;
}

}  // namespace plumb::sync
