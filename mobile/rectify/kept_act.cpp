#include "mobile/rectify/kept_act.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/rectify/case_words.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

using records::ActKind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rectify)
  public:
    static QString about(const QString& act, const QString& no) { return tr("%1（%2）").arg(act, no); }
};

// Which report or request an act answers differs by finding, and the act of a draft has room for one.
std::string aboutName(const std::string& item) {
    return "about/" + item;
}

// As the draft holds one finding of it.
records::Act actOf(const store::ActDraft& draft, const records::ActEntry& entry) {
    auto out = draft.act;
    out.entries = {entry};
    const auto about = draft.form.find(aboutName(entry.item));
    out.about = about == draft.form.end() ? std::string() : about->second;
    return out;
}

bool isOvertaken(const CaseInfo& info, const store::ActDraft& draft, const records::ActEntry& entry,
                 const Instant& now) {
    const auto* finding = info.row.finding(entry.item);
    if (!finding || !isNext(info, draft.act.kind, *finding, now)) return true;
    const auto basis = actAbout(info, draft.act.kind, *finding);
    // Reports are written over days, about whatever stands when they are signed.
    if (draft.act.kind == ActKind::reported) return basis.order != draft.act.order;
    return basis.order != draft.act.order || basis.about != actOf(draft, entry).about;
}

QString numberOf(const CaseInfo& info, const std::string& item) {
    const auto* known = info.document ? info.document->item(item) : nullptr;
    return known ? qs(known->no) : qs(item);
}

Result<void> removeEntry(store::TabletStore& tablet, const store::ActDraft& draft, const std::string& item) {
    const bool last = std::ranges::all_of(draft.act.entries, [&](const auto& one) { return one.item == item; });
    if (last) return tablet.deleteDraft(draft.row.id);
    if (auto gone = store::removeFinding(tablet, draft.row.id, item); !gone) return gone;
    return store::putForm(tablet, draft.row.id, {{aboutName(item), {}}});
}

Result<void> dropOlderOrder(store::TabletStore& tablet, const CaseInfo& info, const store::ActDraft& draft,
                            QStringList& dropped) {
    const bool any = std::ranges::any_of(info.row.findings, [](const auto& finding) {
        return finding.state == records::FindingState::found && finding.stated;
    });
    if (any && draft.act.hash == info.row.standing.newest) return {};
    dropped.append(actWord(ActKind::ordered));
    return tablet.deleteDraft(draft.row.id);
}

}  // namespace

std::optional<store::ActDraft> keptDraft(const store::TabletStore& tablet, const records::Act& act) {
    const std::string type(records::typeOf(act.kind));
    for (const auto& row : tablet.actDrafts()) {
        if (row.act != type || row.amends != act.of) continue;
        auto draft = store::loadActDraft(tablet, row.id);
        if (draft && draft->act.order == act.order) return std::move(*draft);
    }
    return std::nullopt;
}

Result<std::optional<KeptAct>> loadKept(LocalStore& store, const records::Act& act) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    std::optional<KeptAct> out;
    const auto draft = keptDraft(**tablet, act);
    const auto* entry = draft ? draft->entry(act.entries.front().item) : nullptr;
    if (entry) out = KeptAct{actOf(*draft, *entry), msOf(draft->row.updated)};
    return out;
}

Result<qint64> keepAct(LocalStore& store, const records::Act& act) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto& entry = act.entries.front();
    auto head = act;
    head.about.clear();
    const auto row = store::beginAct(**tablet, head);
    if (!row) return fail(row.error());
    if (auto put = store::putAct(**tablet, row->id, head); !put) return fail(put.error());
    if (auto put = store::putFinding(**tablet, row->id, entry); !put) return fail(put.error());
    if (auto put = store::putForm(**tablet, row->id, {{aboutName(entry.item), act.about}}); !put)
        return fail(put.error());
    return msOf((*tablet)->now().utc);
}

Result<void> dropKept(LocalStore& store, const records::Act& act, const std::string& item) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto draft = keptDraft(**tablet, act);
    return draft && draft->entry(item) ? removeEntry(**tablet, *draft, item) : Result<void>();
}

Result<qint64> keepOrder(LocalStore& store, const records::Act& order, const std::map<std::string, std::string>& form) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto row = store::beginAct(**tablet, order);
    if (!row) return fail(row.error());
    if (auto put = store::putWhole(**tablet, row->id, order, form); !put) return fail(put.error());
    return msOf((*tablet)->now().utc);
}

Result<void> dropOrder(LocalStore& store, const records::Act& order) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto draft = keptDraft(**tablet, order);
    return draft ? (*tablet)->deleteDraft(draft->row.id) : Result<void>();
}

Result<QStringList> dropOvertaken(LocalStore& store, const CaseInfo& info) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    QStringList out;
    for (const auto& row : (*tablet)->actDrafts()) {
        if (row.amends != info.row.standing.id) continue;
        auto draft = store::loadActDraft(**tablet, row.id);
        if (!draft) return fail(draft.error());
        if (draft->act.kind == ActKind::ordered) {
            if (auto done = dropOlderOrder(**tablet, info, *draft, out); !done) return fail(done.error());
            continue;
        }
        const auto entries = draft->act.entries;
        for (const auto& entry : entries) {
            if (!isOvertaken(info, *draft, entry, (*tablet)->now())) continue;
            out.append(Words::about(actWord(draft->act.kind), numberOf(info, entry.item)));
            if (auto done = removeEntry(**tablet, *draft, entry.item); !done) return fail(done.error());
            std::erase_if(draft->act.entries, [&](const auto& one) { return one.item == entry.item; });
        }
    }
    return out;
}

}  // namespace plumb::mobile
