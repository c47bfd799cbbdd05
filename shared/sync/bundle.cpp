// Collects what a record's bundle holds, from the store and the server.
#include "shared/sync/bundle.h"

#include <algorithm>

#include "shared/crypto/merkle.h"
#include "shared/domain/recovery.h"
#include "shared/records/planning/persons.h"
#include "shared/store/folded_rows.h"

namespace plumb::sync {
namespace {

// What the rights of the record's author rest on: where its site was published, and the record that it speaks of. In
// the log's order.
std::vector<store::RecordRow> contextOf(const store::TabletStore& store, const store::RecordRow& row) {
    std::vector<store::RecordRow> out;
    if (!row.about.empty()) {
        if (const auto about = store.recordById(row.about)) out.push_back(*about);
    }
    if (!row.site.empty() && row.type != "site.published") {
        for (auto& published : store.sitePublications(row.site)) out.push_back(std::move(published));
    }
    std::erase_if(out, [](const auto& line) { return !line.logIndex; });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.logIndex < b.logIndex; });
    return out;
}

BundleFile fileOf(store::TabletStore& store, const record::FileRef& ref, ServerLink* fetch) {
    BundleFile out{ref, {}, false};
    auto content = store.vault().get(ref.sha256);
    if (!content && fetch) content = fetch->file(ref.sha256);
    if (content) {
        out.content = asText(*content);
        out.present = true;
    }
    return out;
}

// Lines that speak of the record; of a case the re-checks for its orders, with their amendments and reviews, too.
std::vector<store::RecordRow> relatedTo(const store::TabletStore& store, const store::RecordRow& row, bool wholeCase) {
    store::RecordFilter filter;
    filter.about = row.id;
    filter.newestFirst = false;
    auto out = store.records(filter);
    if (wholeCase) {
        const auto folded = store::caseOf(store, row.id);
        for (const auto& line : store.linesOfType("inspection.submitted", row.site)) {
            const auto payload = store.payload(line);
            const auto order = payload ? textOr(payload->body, "order") : std::string();
            const bool recheck = folded && std::any_of(folded->orders.begin(), folded->orders.end(),
                                                       [&](const auto& one) { return one.id == order; });
            if (!recheck) continue;
            out.push_back(line.row);
            filter.about = line.row.id;
            for (auto& about : store.records(filter)) out.push_back(std::move(about));
        }
    }
    std::erase_if(out, [](const auto& line) { return !line.logIndex; });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.logIndex < b.logIndex; });
    return out;
}

// Each content once, under the name that the first line gives it.
Result<void> addCaseFiles(store::TabletStore& store, const std::vector<store::RecordRow>& rows, ServerLink* fetch,
                          Bundle& out) {
    const auto isHere = [&](const Sha256& hash) {
        const auto same = [&](const BundleFile& file) { return file.ref.sha256 == hash; };
        return std::any_of(out.caseFiles.begin(), out.caseFiles.end(), same) ||
               std::any_of(out.files.begin(), out.files.end(), same);
    };
    for (const auto& row : rows) {
        const auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        for (const auto& ref : payload->files) {
            if (!isHere(ref.sha256)) out.caseFiles.push_back(fileOf(store, ref, fetch));
        }
    }
    return {};
}

// Everything but the proofs. `fetch`: what is not here is asked of the server; null: only what is here.
Result<Bundle> collect(store::TabletStore& store, const store::RecordRow& row, ServerLink* fetch,
                       bool wholeCase = false) {
    const auto profile = store.profile();
    const auto line = store.line(row.hash);
    const auto payload = store.payload(row.hash);
    const auto book = store.trust();
    if (!profile || !line || !payload || !book)
        return fail(ErrorKind::broken, "store_broken", "the record cannot be read from this store");
    Bundle out;
    out.line = {line->text(), row.logIndex.value_or(0), {}};
    out.logKey = profile->logKey;
    std::vector<std::string> authors = records::keysNamedBy(*book, *payload);
    authors.push_back(line->kid());
    // An own line that is not in the log yet proves nothing to anybody.
    const auto related = relatedTo(store, row, wholeCase);
    for (const auto& relatedRow : related) {
        const auto relatedLine = store.line(relatedRow.hash);
        if (!relatedLine) return fail(relatedLine.error());
        out.related.push_back({relatedLine->text(), *relatedRow.logIndex, {}});
        authors.push_back(relatedLine->kid());
        const auto said = store.payload(relatedRow.hash);
        if (!said) return fail(said.error());
        for (auto& kid : records::keysNamedBy(*book, *said)) authors.push_back(std::move(kid));
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
        const auto said = store.payload(contextRow.hash);
        if (!said) return fail(said.error());
        for (auto& kid : records::keysNamedBy(*book, *said)) authors.push_back(std::move(kid));
    }
    for (auto& [index, text] : book->proofFor(authors)) out.trust.push_back({std::move(text), index, {}});
    for (const auto& ref : payload->files) out.files.push_back(fileOf(store, ref, fetch));
    out.wholeCase = wholeCase;
    if (wholeCase) {
        if (auto added = addCaseFiles(store, related, fetch, out); !added) return fail(added.error());
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

namespace {

// The log's own note, and the lines of others under it.
void putCheckpoint(Bundle& to, std::string_view note, const crypto::NoteKey& log) {
    const auto parts = crypto::splitNote(note, crypto::kMostCheckpointBytes, "checkpoint");
    if (!parts) {
        to.checkpoint = note;
        return;
    }
    to.checkpoint = std::string(parts->body) + "\n";
    const auto id = crypto::noteKeyId(log.name, log.key, crypto::NoteKeyType::signs);
    for (const auto& one : parts->signatures) {
        if (one.name == log.name && one.keyId == id)
            to.checkpoint += std::string(one.line) + "\n";
        else
            to.cosignatures.emplace_back(one.line);
    }
}

// A checkpoint that witnesses cosigned, as the log shows it to everybody, where it is of a state that holds `least`
// entries and that this device can prove to be of one log with what it knows. None: the newest it is.
std::optional<store::SeenCheckpoint> cosignedCheckpoint(ServerLink& link, const crypto::NoteKey& log,
                                                        const store::SeenCheckpoint& newest, std::uint64_t least) {
    HttpRequest request;
    request.path = "/log/checkpoint";
    const auto answer = link.http().call(request, crypto::kMostCheckpointBytes);
    if (!answer || answer->status != 200) return std::nullopt;
    const auto checkpoint = crypto::verifyCheckpoint(answer->body, log);
    const auto parts = crypto::splitNote(answer->body, crypto::kMostCheckpointBytes, "checkpoint");
    if (!checkpoint || !parts || parts->signatures.size() < 2 || checkpoint->size < least) return std::nullopt;
    const bool older = checkpoint->size < newest.checkpoint.size;
    const auto &smaller = older ? *checkpoint : newest.checkpoint, &larger = older ? newest.checkpoint : *checkpoint;
    const auto proof = link.consistency(smaller.size, larger.size);
    if (!proof || !crypto::verifyConsistency(smaller.size, smaller.root, larger.size, larger.root, *proof))
        return std::nullopt;
    return store::SeenCheckpoint{*checkpoint, answer->body};
}

// How many entries a log has to have that holds all of this.
std::uint64_t entriesFor(const Bundle& bundle) {
    std::uint64_t least = bundle.line.index + 1;
    for (const auto* lines : {&bundle.related, &bundle.context, &bundle.trust, &bundle.breaks}) {
        for (const auto& line : *lines) least = std::max(least, line.index + 1);
    }
    return least;
}

Result<Bundle> makeProved(store::TabletStore& store, ServerLink& link, const std::string& recordId, bool wholeCase) {
    const auto row = rowFor(store, recordId);
    if (!row) return fail(row.error());
    const auto newest = store.newestCheckpoint();
    if (!newest || !row->logIndex || *row->logIndex >= newest->checkpoint.size) {
        return fail(ErrorKind::refused, "not_in_log", "the record is not in the log yet; sync it, then export");
    }
    auto size = newest->checkpoint.size;
    if (wholeCase && row->type != "inspection.submitted")
        return fail(ErrorKind::notFound, "no_record", "a case is named by the inspection that opened it");
    auto out = collect(store, *row, &link, wholeCase);
    if (!out) return out;
    std::erase_if(out->related, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->context, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->trust, [&](const auto& line) { return line.index >= size; });
    std::erase_if(out->breaks, [&](const auto& line) { return line.index >= size; });
    const auto logKey = crypto::parseNoteKey(out->logKey);
    if (!logKey) return fail(logKey.error());
    putCheckpoint(*out, newest->note, *logKey);
    if (out->cosignatures.empty()) {
        if (const auto cosigned = cosignedCheckpoint(link, *logKey, *newest, entriesFor(*out))) {
            putCheckpoint(*out, cosigned->note, *logKey);
            size = cosigned->checkpoint.size;
        }
    }
    if (auto done = prove(out->line, size, link); !done) return fail(done.error());
    for (auto* lines : {&out->related, &out->context, &out->trust, &out->breaks}) {
        for (auto& line : *lines) {
            if (auto done = prove(line, size, link); !done) return fail(done.error());
        }
    }
    return out;
}

}  // namespace

Result<Bundle> makeBundle(store::TabletStore& store, ServerLink& link, const std::string& recordId) {
    return makeProved(store, link, recordId, false);
}

Result<Bundle> makeCaseBundle(store::TabletStore& store, ServerLink& link, const std::string& inspection) {
    return makeProved(store, link, inspection, true);
}

Result<Bundle> makeUnloggedBundle(store::TabletStore& store, const std::string& recordId) {
    const auto row = rowFor(store, recordId);
    if (!row) return fail(row.error());
    auto out = collect(store, *row, nullptr);
    if (!out) return out;
    const auto newest = store.newestCheckpoint();
    const auto logKey = crypto::parseNoteKey(out->logKey);
    if (newest && logKey) putCheckpoint(*out, newest->note, *logKey);
    out->logged = false;
    out->breaks.clear();  // they are the log's, and it says nothing of this line
    return out;
}

}  // namespace plumb::sync
