#include "mobile/rectify/report_draft.h"

#include <QFileInfo>
#include <algorithm>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/act_draft.h"

namespace plumb::mobile {

namespace {

const std::string kReported(records::typeOf(records::ActKind::reported));

template <class File>
std::vector<File> ofItem(const std::vector<File>& files, const std::string& item) {
    std::vector<File> out;
    std::ranges::copy_if(files, std::back_inserter(out), [&](const auto& file) { return file.item == item; });
    return out;
}

bool isSame(const store::Photo& a, const store::Photo& b) {
    return store::samePhoto(a, b) && a.caption == b.caption && a.origin == b.origin && a.marks == b.marks;
}

// The order's draft of reports; none where nothing was written yet.
std::optional<store::ActDraft> draftOf(const store::TabletStore& tablet, const std::string& order) {
    for (const auto& row : tablet.actDrafts()) {
        if (row.act != kReported) continue;
        auto draft = store::loadActDraft(tablet, row.id);
        if (draft && draft->act.order == order) return std::move(*draft);
    }
    return std::nullopt;
}

Result<void> putFiles(store::TabletStore& tablet, const ReportDraft& draft, const store::ActDraft& kept) {
    const auto shown = ofItem(kept.photos, ss(draft.item));
    for (const auto& photo : shown) {
        const auto same = [&](const auto& other) { return store::samePhoto(photo, other); };
        if (std::ranges::any_of(draft.photos, same)) continue;
        if (auto gone = store::detachPhoto(tablet, kept.row.id, photo); !gone) return fail(gone.error());
    }
    for (const auto& photo : draft.photos) {
        const auto same = [&](const auto& other) { return isSame(photo, other); };
        if (std::ranges::any_of(shown, same)) continue;
        if (auto put = store::attachPhoto(tablet, kept.row.id, photo); !put) return fail(put.error());
    }
    const auto before = ofItem(kept.files, ss(draft.item));
    for (const auto& file : before) {
        if (std::ranges::find(draft.files, file) != draft.files.end()) continue;
        if (auto gone = store::detach(tablet, kept.row.id, file); !gone) return fail(gone.error());
    }
    for (const auto& file : draft.files) {
        if (std::ranges::find(before, file) != before.end()) continue;
        if (auto put = store::attach(tablet, kept.row.id, file); !put) return fail(put.error());
    }
    return {};
}

}  // namespace

Result<ReportDraft> loadReport(LocalStore& store, const QString& of, const QString& order, const QString& item) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    ReportDraft out{of, order, item, {}, {}, {}, {}, {}, 0};
    if (const auto who = (*tablet)->profile()) out.signer = qs(who->personName);
    const auto kept = draftOf(**tablet, ss(order));
    if (!kept) return out;
    out.id = qs(kept->row.id);
    if (const auto* entry = kept->entry(ss(item))) {
        out.done = qs(entry->text);
        out.late = qs(entry->late);
        out.savedMs = msOf(kept->row.updated);
    }
    out.photos = ofItem(kept->photos, ss(item));
    out.files = ofItem(kept->files, ss(item));
    return out;
}

Result<ReportDraft> saveReport(LocalStore& store, const ReportDraft& draft) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    records::Act act;
    act.kind = records::ActKind::reported;
    act.of = ss(draft.of);
    act.order = ss(draft.order);
    const auto row = store::beginAct(**tablet, act);
    if (!row) return fail(row.error());
    const auto kept = store::loadActDraft(**tablet, row->id);
    if (!kept) return fail(kept.error());
    records::ActEntry entry;
    entry.item = ss(draft.item);
    entry.text = ss(draft.done);
    entry.late = ss(draft.late);
    if (auto put = store::putFinding(**tablet, row->id, entry); !put) return fail(put.error());
    if (auto files = putFiles(**tablet, draft, *kept); !files) return fail(files.error());
    auto out = draft;
    out.id = qs(row->id);
    out.savedMs = msOf(store.now().utc);
    return out;
}

Result<QString> signReport(LocalStore& store, const records::Act& act, const ReportDraft& draft, const QString& pin) {
    const auto tablet = openedToSign(store, pin);
    if (!tablet) return fail(tablet.error());
    const auto kept = draftOf(**tablet, ss(draft.order));
    const std::string item = ss(draft.item);
    // The last one of the order takes the draft with it. With others in it, a crash between the two leaves a draft of
    // what was reported: the line is there all the same, and says so.
    const bool last = kept && std::ranges::all_of(kept->act.entries, [&](const auto& one) { return one.item == item; });
    // Whoever composed it read the device's clock; the line is signed by the corrected one, which may be a day behind.
    auto said = act;
    const Day today = dayOf((*tablet)->now());
    for (auto& entry : said.entries)
        if (entry.day && *entry.day > today) entry.day = today;
    const auto line = store::signAct(**tablet, said, draft.files, last ? kept->row.id : std::string(), draft.photos);
    if (!line) return fail(line.error());
    if (kept && !last) {
        if (auto gone = store::removeFinding(**tablet, kept->row.id, item); !gone) return fail(gone.error());
    }
    const auto row = (*tablet)->recordByHash(line->hash());
    return row ? qs(row->id) : QString();
}

Result<ReportFile> addReportFile(LocalStore& store, const QString& item, const PickedFile& file,
                                 const store::PhotoMoment& moment) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (file.picture) {
        const auto name = ss(QFileInfo(file.name).completeBaseName());
        auto photo = store::sealPhoto(**tablet, ss(item), *file.picture, name, moment);
        if (!photo) return fail(photo.error());
        return ReportFile{std::move(*photo), {}};
    }
    auto document = attachPicked(**tablet, ss(item), file);
    if (!document) return fail(document.error());
    return ReportFile{{}, std::move(*document)};
}

Result<store::Photo> sealReportShot(LocalStore& store, const ReportDraft& of, const TakenPhoto& shot) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const store::PhotoMoment moment{record::PhotoOrigin::Way::camera, shot.where, shot.at};
    auto photo = store::sealPhoto(**tablet, ss(of.item), *shot.picture, "", moment);
    if (!photo) return photo;
    auto kept = loadReport(store, of.of, of.order, of.item);
    if (!kept) return fail(kept.error());
    if (std::ranges::any_of(kept->photos, [&](const auto& one) { return store::samePhoto(one, *photo); })) return photo;
    kept->photos.push_back(*photo);
    if (const auto saved = saveReport(store, *kept); !saved) return fail(saved.error());
    return photo;
}

}  // namespace plumb::mobile
