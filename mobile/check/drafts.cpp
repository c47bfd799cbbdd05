#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"
#include "shared/checklist/session.h"

namespace plumb::mobile {

Result<QString> Desk::begin(const QString& site, const QString& checklist) {
    const auto store = opened();
    if (!store) return fail(store.error());
    auto row = store::beginInspection(**store, ss(site), ss(checklist));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<QString> Desk::amend(const QString& record) {
    const auto store = opened();
    if (!store) return fail(store.error());
    auto row = store::beginAmendment(**store, ss(record));
    if (!row) return fail(row.error());
    return qs(row->id);
}

Result<void> Desk::closeDraft() {
    const auto store = opened();
    if (!store) return fail(store.error());
    return (*store)->setSetting(kOpenDraft, "");
}

Result<void> Desk::save(const QString& draft, const std::vector<store::DraftEntry>& entries) {
    const auto store = opened();
    if (!store) return fail(store.error());
    return (*store)->putEntries(ss(draft), entries);
}

namespace {

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.exists() || QFileInfo(path).isDir())
        return fail(ErrorKind::notFound, "no_such_file", "there is no file " + ss(path));
    if (file.size() > static_cast<qint64>(store::kMaxFileBytes))
        return fail(ErrorKind::tooLarge, "file_too_large", "the file is larger than 64 MB");
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorKind::forbidden, "file_unreadable", ss(file.errorString()));
    return file.readAll();
}

ByteView viewOf(const QByteArray& content) {
    return {reinterpret_cast<const std::uint8_t*>(content.constData()), static_cast<std::size_t>(content.size())};
}

}  // namespace

Result<store::Photo> Desk::importPhoto(const QString& item, const QString& path) {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    return store::importPhoto(**store, ss(item), viewOf(*content), ss(QFileInfo(path).completeBaseName()));
}

Result<store::FileRow> Desk::importFile(const QString& path, bool picture) {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto content = contentOf(path);
    if (!content) return fail(content.error());
    if (picture) return (*store)->importPicture(viewOf(*content));
    const auto type = QMimeDatabase().mimeTypeForFileNameAndData(QFileInfo(path).fileName(), *content);
    return (*store)->importFile(viewOf(*content), ss(type.name()));
}

Result<void> Desk::discard(const QString& draft) {
    const auto store = opened();
    if (!store) return fail(store.error());
    return (*store)->deleteDraft(ss(draft));
}

Result<Desk::Sealed> Desk::sign(const SignOrder& order) {
    const auto store = opened();
    if (!store) return fail(store.error());
    if (auto pin = confirmPin(ss(order.pin)); !pin) return fail(pin.error());

    store::SignRequest request;
    request.draft = ss(order.draft);
    for (const auto& name : order.team) request.team.push_back(ss(name));
    request.reason = ss(order.reason);
    request.party.name = ss(order.partyName);
    request.party.role = ss(order.partyRole);
    request.party.refusedReason = ss(order.refusedReason);
    request.party.witness = ss(order.witness);
    if (!order.signature.isEmpty()) {
        // What lacks is told before anything is sealed for it.
        auto unsignedYet = request;
        unsignedYet.party = {};
        unsignedYet.party.absent = "-";
        if (const auto whole = store::composeInspection(**store, unsignedYet); !whole) return fail(whole.error());
        const ByteView image(reinterpret_cast<const std::uint8_t*>(order.signature.constData()),
                             static_cast<std::size_t>(order.signature.size()));
        const auto file = (*store)->importFile(image, "image/png");
        if (!file) return fail(file.error());
        request.party.signature = file->sha256;
    }
    const auto line = store::signInspection(**store, request);
    if (!line) return fail(line.error());
    if (auto closed = closeDraft(); !closed) return fail(closed.error());
    const auto row = (*store)->recordByHash(line->hash());
    return Sealed{qs(row && !row->about.empty() ? row->about : row ? row->id : std::string()), qs(line->hash().hex())};
}

DraftFact Desk::factOf(const store::InspectionDraft& draft, const checklist::Checklist& checklist,
                       const QString& name) const {
    checklist::SessionOptions options;
    options.trail = draft.trail;  // a form whose defaults were cleared is not a form that nobody filled yet
    checklist::Session session(
        std::shared_ptr<const checklist::Checklist>(std::shared_ptr<void>(), &checklist),
        [store = m_store.get()] { return store->now(); }, draft.answers, std::move(options));
    std::map<std::string, int> photos;
    for (const auto& photo : draft.photos) ++photos[photo.item];
    for (const auto& [item, count] : photos) (void)session.setEvidenceCount(item, count);
    const auto totals = session.totals();
    DraftFact out;
    out.id = qs(draft.row.id);
    out.site = qs(draft.row.site);
    out.siteName = name;
    out.title = checklist.title;
    out.answered = totals.answered;
    out.total = totals.total;
    out.missing = totals.missing;
    for (const auto& missing : session.missing()) out.photosMissing += missing.what == checklist::Missing::What::photo;
    out.earned = totals.earned;
    out.judged = totals.judged;
    out.updatedMs = msOf(draft.row.updated);
    out.amends = qs(draft.row.amends);
    return out;
}

}  // namespace plumb::mobile
