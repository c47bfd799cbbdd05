#include "mobile/sync/queue.h"

#include <algorithm>

#include "mobile/sync/network_source.h"
#include "mobile/sync/tuning.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/image_type.h"
#include "shared/store/key_history.h"
#include "shared/store/own_revocation.h"

namespace plumb::mobile {

namespace {

std::uint64_t sizeOfLine(store::TabletStore& store, const Sha256& hash) {
    const auto line = store.line(hash);
    return line ? line->text().size() : 0;
}

void readDoubts(store::TabletStore& store, QueueInfo& out) {
    store::RecordFilter filter;
    filter.believed = false;
    for (const auto& row : store.records(filter)) {
        const auto code = row.doubt.substr(0, row.doubt.find(':'));
        if (code == "unproved") continue;  // of before proofs were asked for; the next sync judges it
        ++out.doubted;
        if (out.doubts.size() < kDoubtsShown) out.doubts.push_back({row.logIndex.value_or(0), qs(row.type), qs(code)});
    }
}

}  // namespace

Result<QueueInfo> readQueue(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    QueueInfo out;
    for (const auto& row : (*tablet)->waiting()) {
        WaitingInfo fact;
        fact.id = qs(row.hash.hex());
        fact.title = qs(row.type);
        if (!row.site.empty()) fact.title += QStringLiteral(" ") + qs(store.published().siteName(row.site));
        fact.bytes = sizeOfLine(**tablet, row.hash);
        fact.problem = qs(row.problem);
        const qint64 at = msOf(row.at);
        if (out.oldestMs == 0 || at < out.oldestMs) out.oldestMs = at;
        ++out.unsentRecords;
        out.bytesLeft += fact.bytes;
        out.waiting.push_back(std::move(fact));
    }
    for (const auto& file : (*tablet)->filesNotThere()) {
        WaitingInfo fact;
        fact.id = qs(file.sha256.hex());
        fact.title = qs(file.type);
        fact.file = true;
        fact.heavy = !file.first && waitsForWifi(file.type);
        fact.bytes = file.size;
        fact.sent = file.sent;
        fact.acknowledged = file.uploaded;
        out.bytesLeft += file.size - std::min(file.size, file.sent);
        out.waiting.push_back(std::move(fact));
    }
    store::RecordFilter filter;
    filter.own = true;
    filter.state = store::RecordState::proved;
    out.proved = static_cast<int>((*tablet)->countRecords(filter));
    filter.state = store::RecordState::sent;
    out.sent = static_cast<int>((*tablet)->countRecords(filter));
    filter.state = store::RecordState::refused;
    out.refused = static_cast<int>((*tablet)->countRecords(filter));
    for (const auto& row : (*tablet)->records(filter)) {
        WaitingInfo fact;
        fact.id = qs(row.hash.hex());
        fact.title = qs(row.type) + QStringLiteral(" ") + qs(store.published().siteName(row.site));
        fact.bytes = sizeOfLine(**tablet, row.hash);
        fact.problem = qs(row.problem);
        fact.refused = true;
        out.waiting.push_back(std::move(fact));
    }
    // What is not one's own was pulled; counting both reads indexes alone, and no line.
    store::RecordFilter own;
    own.own = true;
    out.pulled = static_cast<int>((*tablet)->countRecords({}) - (*tablet)->countRecords(own));
    readDoubts(**tablet, out);
    if (const auto seen = (*tablet)->newestCheckpoint()) {
        out.checkpointSize = seen->checkpoint.size;
        out.checkpointMs = msOf(seen->checkpoint.time.utc);
        out.origin = qs(seen->checkpoint.origin);
        out.root = qs(seen->checkpoint.root.hex());
    }
    if (const auto profile = (*tablet)->profile()) out.server = qs(profile->server);
    const auto files = (*tablet)->tally();
    out.files = static_cast<int>(files.total);
    out.filesMissing = static_cast<int>(files.missing);
    if (files.missing > 0) {
        const auto count = [&](const store::FileRow& file) {
            if (!store::isPhotoType(file.type)) return;
            ++out.photos;
            out.photosMissing += !file.isThere();
        };
        for (const auto& file : (*tablet)->filesToUpload()) count(file);
        for (const auto& file : (*tablet)->filesToAskAbout(files.total)) count(file);
    }
    if (const auto ended = store::ownRevocation(**tablet)) {
        const auto history = store::keyHistory((*tablet)->folder());
        out.revokedAtMs = msOf(ended->at.utc);
        out.revokedMs = history.revoked ? msOf(history.revoked->utc) : out.revokedAtMs;
        out.revokedIndex = ended->index;
        out.revokedBy = qs(ended->by);
        out.revokedReason = qs(ended->reason);
    }
    out.time = {(*tablet)->clockMeasure(), (*tablet)->provedTime()};
    return out;
}

}  // namespace plumb::mobile
