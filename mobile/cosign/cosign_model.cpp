#include "mobile/cosign/cosign_model.h"

namespace plumb::mobile {

CosignModel::CosignModel(StoreThread& store, QObject* parent) : PinSigning(store, parent) {
    connect(&store, &StoreThread::storeChanged, this, &CosignModel::refresh);
}

void CosignModel::show(const QString& record) {
    forget();
    m_info.record = record;
    refresh();
}

void CosignModel::forget() {
    m_info = {};
    m_ready = false;
    m_chosen.clear();
    m_colleagues.set({});
    clearProblem();
    emit changed();
}

void CosignModel::refresh() {
    if (m_info.record.isEmpty()) return;
    store().ask(
        this, [record = m_info.record](LocalStore& local) { return readCosign(local, record); },
        [this, record = m_info.record](Result<CosignInfo> info) {
            if (record != m_info.record) return;
            if (!info) {
                if (info.error().code != "locked") say(info.error());
                return;
            }
            m_info = std::move(*info);
            m_ready = true;
            std::vector<PersonRow> rows;
            for (const auto& person : m_info.colleagues)
                rows.push_back({person.folder, person.name, tr("检查员"), person.device});
            m_colleagues.set(std::move(rows));
            if (m_info.own && m_chosen.isEmpty() && m_info.colleagues.size() == 1)
                m_chosen = m_info.colleagues.front().folder;
            emit changed();
        });
}

QString CosignModel::chosenName() const {
    for (const auto& person : m_info.colleagues)
        if (person.folder == m_chosen) return person.name;
    return {};
}

void CosignModel::choose(const QString& person) {
    if (busy() || person == m_chosen) return;
    m_chosen = person;
    clearProblem();
    emit changed();
}

void CosignModel::sign(const QString& pin) {
    if (busy() || !m_info.waits || (m_info.own && m_chosen.isEmpty())) return;
    const CosignOrder order{m_info.record, m_info.own ? m_chosen : QString(), pin, whereabouts()};
    askPinOf(order.person);
    began();
    store().ask(
        this, [order](LocalStore& local) { return mobile::cosign(local, order); },
        [this, record = order.record](Result<void> signedNow) {
            if (!signedNow) return failed(signedNow.error());
            done();
            emit store().storeChanged();
            emit sealed(record);
        });
}

}  // namespace plumb::mobile
