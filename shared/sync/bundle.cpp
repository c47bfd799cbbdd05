// Collects what a record's bundle holds, from the store and the server.
#include "shared/sync/bundle.h"

#include <algorithm>

#include "shared/domain/recovery.h"

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

}  // namespace plumb::sync
