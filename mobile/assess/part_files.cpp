#include "mobile/assess/part_files.h"

#include <QRegularExpression>
#include <algorithm>

#include "mobile/ui/folder_file.h"
#include "mobile/ui/text.h"
#include "shared/store/assessment_draft.h"
#include "shared/store/assessment_items.h"
#include "shared/store/durable_file.h"
#include "shared/sync/contribution_file.h"

namespace plumb::mobile {
namespace {

// As people find it again, on any system, and never longer than a name may be. The head of the id, which begins with
// the time, keeps two of them apart and in their order.
QString partName(const QString& site, const QString& person, const QString& id) {
    constexpr qsizetype kLongest = 20;
    static const QRegularExpression forbidden(QStringLiteral(R"([\\/:*?"<>|\s\x00-\x1f]+)"));
    const auto clean = [](QString name) {
        return name.replace(forbidden, QStringLiteral(" ")).trimmed().left(kLongest);
    };
    return QStringList{clean(site), clean(person), id.left(18)}.join(u'-') + QStringLiteral(".json");
}

}  // namespace

Result<QStringList> writeParts(LocalStore& store, const AssessChoice& chosen, const QString& folder) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    const auto parts = sync::givePart(**tablet, ss(chosen.site), ss(chosen.round));
    if (!parts) return fail(parts.error());
    QStringList out;
    for (const auto& part : *parts) {
        const auto name = partName(chosen.siteName, qs(profile->personName), qs(part.id));
        const auto file = writeIntoFolder(folder, name, part.text);
        if (!file) return fail(file.error());
        out.append(*file);
    }
    return out;
}

Result<std::string> readPartFile(const QString& path) {
    const auto content = store::readWhole(ss(path), sync::kMostPartBytes);
    if (content) return std::string(asText(*content));
    if (content.error().kind != ErrorKind::tooLarge) return fail(content.error());
    return fail(ErrorKind::tooLarge, "part_too_large", content.error().detail);
}

Result<TookPart> takePartFile(LocalStore& store, const AssessChoice& chosen, const std::string& text) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto draft = store::beginAssessment(**tablet, ss(chosen.site), ss(chosen.round));
    if (!draft) return fail(draft.error());
    const auto done = sync::takePart(**tablet, draft->id, text);
    if (!done) return fail(done.error());
    const auto merged = store::takeContributions(**tablet, draft->id);
    if (!merged) return fail(merged.error());
    const auto opened = store::openAssessment(**tablet, draft->id);
    if (!opened) return fail(opened.error());
    TookPart out;
    out.person = qs(done->person);
    out.items = static_cast<int>(done->items.size());
    out.divergent = static_cast<int>(std::ranges::count_if(merged->divergent, [&](const auto& one) {
        return std::ranges::find(done->items, one.item) != done->items.end();
    }));
    out.filesMissing = static_cast<int>(done->filesMissing);
    out.known = done->known;
    if (done->version != opened->checklist->version) out.version = qs(done->version);
    return out;
}

}  // namespace plumb::mobile
