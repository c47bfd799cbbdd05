#include "shared/store/file_release.h"

#include <algorithm>
#include <set>

#include "shared/records/inspection/summary.h"
#include "shared/store/inspection_history.h"

namespace plumb::store {
namespace {

// Whether every word that this record waits for was said: its case is accepted, and the log holds it.
bool isSettled(const TabletStore& store, const RecordRow& row) {
    if (row.state != RecordState::proved || !records::isVersion(row.type)) return false;
    const auto history = historyOf(store, row.id);
    return history && history->history.status == records::InspectionStatus::accepted &&
           std::all_of(history->rows.begin(), history->rows.end(),
                       [](const RecordRow& one) { return !one.own || one.state == RecordState::proved; });
}

std::string pictureName(const TabletStore& store, const Sha256& original) {
    return "kept/" + store.vault().nameOf(original).hex();
}

}  // namespace

Result<std::vector<FileRow>> releasableFiles(const TabletStore& store) {
    std::set<Sha256> settled, needed;
    RecordFilter own;
    own.own = true;
    for (const auto& row : store.records(own)) {
        const auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        const bool done = isSettled(store, row);
        for (const auto& file : payload->files) {
            // Photos, films, sounds and documents; what a verifier reads beside the line stays.
            const bool attached = file.role == "evidence" || file.role == "document";
            (done && attached ? settled : needed).insert(file.sha256);
        }
    }
    // A draft names its files in sealed entries of several kinds: whatever looks like a hash in them is needed.
    for (const auto& drafts : {store.drafts(), store.actDrafts()}) {
        for (const auto& draft : drafts) {
            const auto entries = store.entries(draft.id);
            if (!entries) return fail(entries.error());
            for (const auto& file : settled) {
                const auto hex = file.hex();
                for (const auto& entry : *entries) {
                    if (entry.name.find(hex) != std::string::npos || entry.value.find(hex) != std::string::npos)
                        needed.insert(file);
                }
            }
        }
    }
    std::vector<FileRow> out;
    for (const auto& hash : settled) {
        if (needed.contains(hash)) continue;
        const auto row = store.file(hash);
        if (row && row->wanted && !row->first && row->uploaded && row->isThere() && store.vault().has(hash))
            out.push_back(*row);
    }
    std::stable_sort(out.begin(), out.end(), [](const FileRow& a, const FileRow& b) { return a.size > b.size; });
    return out;
}

Result<void> releaseFile(TabletStore& store, const Sha256& file) {
    return store.vault().remove(file);
}

std::optional<Sha256> keptPicture(const TabletStore& store, const Sha256& original) {
    const auto hash = Sha256::fromHex(store.setting(pictureName(store, original), ""));
    if (!hash || !store.vault().has(*hash)) return std::nullopt;
    return *hash;
}

Result<void> keepPicture(TabletStore& store, const Sha256& original, ByteView jpeg) {
    const auto hash = store.vault().put(jpeg);
    if (!hash) return fail(hash.error());
    return store.setSetting(pictureName(store, original), hash->hex());
}

}  // namespace plumb::store
