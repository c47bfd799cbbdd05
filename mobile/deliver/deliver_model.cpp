#include "mobile/deliver/deliver_model.h"

#include <algorithm>

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

DeliverModel::DeliverModel(StoreThread& store, QObject* parent)
    : PinSigning(store, parent), m_photo(store, {m_receipts, m_about}, this) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &DeliverModel::showReceipts);
}

void DeliverModel::show(const QString& record) {
    m_record = record;
    m_about = {};
    m_photo.hide();
    m_receipts.clear();
    showReceipts();
    clearProblem();
    emit changed();
    if (record.isEmpty()) return;
    store().ask(
        this, [record](LocalStore& local) { return readDeliverAbout(local, record); },
        [this, record](Result<DeliverAbout> about) {
            if (about && record == m_record) m_about = std::move(*about);
        });
}

void DeliverModel::attach(const QString& path) {
    if (busy() || m_record.isEmpty()) return;
    ++m_taking;
    clearProblem();
    emit changed();
    // Of the moment at which it was chosen.
    const store::PhotoMoment moment{record::PhotoOrigin::Way::import, whereabouts(), store().clock()()};
    store().askPrepared(
        this, [path] { return readPicked(path, Wanted::anything); },
        [moment](LocalStore& local, const PickedFile& file) { return importReceipt(local, file, moment); },
        [this, record = m_record](Result<Receipt> file) {
            --m_taking;
            emit changed();
            if (record != m_record) return;
            if (!file) return say(file.error());
            put(std::move(*file));
        });
}

void DeliverModel::put(Receipt receipt) {
    const bool known =
        std::ranges::any_of(m_receipts, [&](const Receipt& one) { return one.hash() == receipt.hash(); });
    if (known) return say([] { return tr("这个文件已经附上了。"); });
    m_receipts.push_back(std::move(receipt));
    showReceipts();
}

void DeliverModel::takeShot(const TakenPhoto& shot, std::function<void(Result<QString>)> then) {
    const QString record = shot.owner.section(u'\n', 1, 1);
    ++m_taking;
    emit changed();
    store().ask(
        this,
        [shot, name = tr("照片 %1").arg(clockText(msOf(shot.at.utc)))](LocalStore& local) {
            return sealReceiptShot(local, shot, name);
        },
        [this, record, then = std::move(then)](Result<Receipt> file) {
            --m_taking;
            emit changed();
            if (!file) return then(fail(file.error()));
            // Of a page that was left nothing is kept, as nothing of its words is.
            const QString hash = qs(file->hash().hex());
            if (record == m_record) put(std::move(*file));
            then(hash);
        });
}

void DeliverModel::remove(const QString& id) {
    if (busy()) return;
    std::erase_if(m_receipts, [&](const Receipt& one) { return qs(one.hash().hex()) == id; });
    showReceipts();
}

void DeliverModel::showReceipts() {
    std::vector<NamedValueRow> rows;
    for (const auto& one : m_receipts)
        rows.push_back({qs(one.hash().hex()),
                        one.name,
                        bytesText(static_cast<qint64>(one.size())),
                        {},
                        QString::fromLatin1(one.photo ? "camera" : "clip")});
    m_rows.set(std::move(rows));
}

void DeliverModel::sign(const QString& pin, const QString& way, const QString& to, const QString& name,
                        const QString& note) {
    if (busy() || m_record.isEmpty() || m_taking > 0) return;
    began();
    store().ask(
        this,
        [order = DeliverOrder{m_record, pin, way, to, name.trimmed(), note.trimmed(), m_receipts, whereabouts()}](
            LocalStore& local) { return mobile::deliver(local, order); },
        [this, record = m_record](Result<void> said) {
            if (!said) return failed(said.error());
            done();
            m_receipts.clear();
            showReceipts();
            emit store().storeChanged();
            emit sealed(record);
        });
}

}  // namespace plumb::mobile
