#include "mobile/compare/comparing.h"

#include <QImage>
#include <thread>

#include "mobile/photo/code_reader.h"
#include "mobile/ui/text.h"
#include "shared/store/durable_file.h"
#include "shared/store/owner_only.h"

namespace plumb::mobile {
namespace {

constexpr std::size_t kMostNotes = 100;
constexpr std::uint64_t kMostFile = 8 << 20;
constexpr std::chrono::seconds kLongestPause{5};  // that a busy server is given, at most

Result<QString> keepEvidence(const ComparePlace& place, const sync::ForkEvidence& evidence, TimePoint now) {
    const auto folder = place.folder / "evidence";
    const auto file = folder / ("log-fork-" + std::to_string(now.time_since_epoch().count()) + ".json");
    try {
        store::makeOwnersFolder(folder);
        if (auto written = store::writeDurably(file, asBytes(sync::formatEvidence(evidence))); !written)
            return fail(written.error());
    } catch (const std::exception& broken) {
        return fail(ErrorKind::broken, "file_unwritable", broken.what());
    }
    return qs(file.string());
}

}  // namespace

Result<ComparePlace> placeToCompare(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    const auto newest = (*tablet)->newestCheckpoint();
    if (!newest) return fail(ErrorKind::notFound, "no_checkpoint", "there is no checkpoint to compare yet; sync first");
    ComparePlace out{store.folder(),
                     profile->logKey,
                     profile->server,
                     profile->pin,
                     {},
                     static_cast<qint64>(newest->checkpoint.size)};
    const auto sizes = (*tablet)->checkpointSizes(newest->checkpoint.size);
    for (auto size = sizes.rbegin(); size != sizes.rend() && out.notes.size() < kMostNotes; ++size) {
        if (const auto one = (*tablet)->checkpoint(*size)) out.notes.push_back(one->note);
    }
    return out;
}

Result<CompareInfo> compareWith(const ComparePlace& place, const std::string& text, sync::HttpCaller* http,
                                TimePoint now) {
    const auto log = crypto::parseNoteKey(place.logKey);
    if (!log) return fail(log.error());
    const auto theirs = sync::parseShown(text);
    if (!theirs) return fail(theirs.error());
    std::optional<sync::TileLog> tiles;
    if (http)
        tiles.emplace(*http, "/log",
                      [](std::chrono::seconds time) { std::this_thread::sleep_for(std::min(time, kLongestPause)); });
    const auto compared = sync::compareCheckpoints(*log, place.notes, theirs->notes, tiles ? &*tiles : nullptr);
    if (!compared) return fail(compared.error());
    CompareInfo out{compared->what,
                    static_cast<qint64>(compared->mine.size),
                    static_cast<qint64>(compared->theirs.size),
                    {},
                    compared->why};
    if (compared->evidence) {
        // A full disk hides no fork: it is told without its proof, and compared again.
        if (const auto kept = keepEvidence(place, *compared->evidence, now)) out.evidence = *kept;
    }
    return out;
}

Result<std::string> shownInFile(const QString& path) {
    const auto content = store::readWhole(ss(path), kMostFile);
    if (!content) return fail(content.error());
    if (const std::string text(asText(*content)); sync::parseShown(text)) return text;
    if (const QImage picture = QImage::fromData(content->data(), static_cast<int>(content->size()));
        !picture.isNull()) {
        for (const auto& code : codesIn(picture)) {
            if (sync::parseShown(ss(code))) return ss(code);
        }
    }
    return fail(ErrorKind::malformed, "bad_checkpoints",
                "this file holds no state of a log: neither what another device wrote, nor a picture of its code");
}

}  // namespace plumb::mobile
