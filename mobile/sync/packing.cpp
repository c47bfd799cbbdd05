#include "mobile/sync/packing.h"

#include <QDateTime>

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/sync/pack.h"

namespace plumb::mobile {

namespace {

constexpr const char* kEnding = ".plumbpack";

}  // namespace

Result<PackInfo> writePackInto(store::TabletStore& store, const QString& folder) {
    const auto when = QDateTime::fromMSecsSinceEpoch(msOf(store.now().utc)).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const auto file = std::filesystem::path(ss(folder)) / ("plumbline-" + ss(when) + kEnding);
    const auto done = sync::writePack(store, file);
    if (!done) return fail(done.error());
    PackInfo out;
    out.file = qs(file.string());
    out.records = static_cast<int>(done->lines);
    out.files = static_cast<int>(done->files);
    out.filesLeft = static_cast<int>(done->filesLeft);
    out.bytes = static_cast<qint64>(done->bytes);
    return out;
}

Result<PackInfo> carryPackOf(const store::TabletStore& store, const QString& file) {
    const auto profile = store.profile();
    if (!profile) return fail(profile.error());
    const std::filesystem::path request(ss(file));
    const auto answer = request.parent_path() / (request.stem().string() + "-answer" + kEnding);
    sync::HttpClient server(profile->server, profile->pin);
    if (auto done = sync::carryPack(server, request, answer); !done) return fail(done.error());
    PackInfo out;
    out.step = PackInfo::Step::carry;
    out.file = qs(answer.string());
    return out;
}

Result<PackInfo> takePackFrom(store::TabletStore& store, const QString& file) {
    const auto done = sync::takePack(store, ss(file));
    if (!done) return fail(done.error());
    PackInfo out;
    out.step = PackInfo::Step::take;
    out.proved = static_cast<int>(done->proved);
    out.refused = static_cast<int>(done->refused);
    out.pulled = static_cast<int>(done->pulled);
    out.files = static_cast<int>(done->filesSent);
    QStringList problems;
    for (const auto& problem : done->problems) problems.append(qs(problem));
    out.problems = problems.join(u'\n');
    return out;
}

}  // namespace plumb::mobile
