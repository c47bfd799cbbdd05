#include "mobile/rectify/report_draft.h"

#include <algorithm>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/act_draft.h"

namespace plumb::mobile {

namespace {

const std::string kReported(records::typeOf(records::ActKind::reported));

std::vector<store::AttachedFile> filesOf(const store::ActDraft& draft, const std::string& item) {
    std::vector<store::AttachedFile> out;
    std::ranges::copy_if(draft.files, std::back_inserter(out), [&](const auto& file) { return file.item == item; });
    return out;
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
    const auto before = filesOf(kept, ss(draft.item));
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
    ReportDraft out{of, order, item, {}, {}, {}, {}, 0};
    const auto kept = draftOf(**tablet, ss(order));
    if (!kept) return out;
    out.id = qs(kept->row.id);
    if (const auto* entry = kept->entry(ss(item))) {
        out.done = qs(entry->text);
        out.late = qs(entry->late);
        out.savedMs = msOf(kept->row.updated);
    }
    out.files = filesOf(*kept, ss(item));
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
    const auto line = store::signAct(**tablet, act, draft.files, last ? kept->row.id : std::string());
    if (!line) return fail(line.error());
    if (kept && !last) {
        if (auto gone = store::removeFinding(**tablet, kept->row.id, item); !gone) return fail(gone.error());
    }
    const auto row = (*tablet)->recordByHash(line->hash());
    return row ? qs(row->id) : QString();
}

Result<store::AttachedFile> addReportFile(LocalStore& store, const QString& item, const PickedFile& file) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return attachPicked(**tablet, ss(item), file);
}

}  // namespace plumb::mobile
