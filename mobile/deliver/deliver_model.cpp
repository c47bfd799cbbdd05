#include "mobile/deliver/deliver_model.h"

#include "mobile/deliver/delivering.h"

namespace plumb::mobile {

void DeliverModel::show(const QString& record) {
    m_record = record;
    clearProblem();
    emit changed();
}

void DeliverModel::sign(const QString& pin, const QString& way, const QString& to, const QString& name,
                        const QString& note) {
    if (busy() || m_record.isEmpty()) return;
    began();
    store().ask(
        this,
        [order = DeliverOrder{m_record, pin, way, to, name.trimmed(), note.trimmed()}](LocalStore& local) {
            return mobile::deliver(local, order);
        },
        [this, record = m_record](Result<void> said) {
            if (!said) return failed(said.error());
            done();
            emit store().storeChanged();
            emit sealed(record);
        });
}

}  // namespace plumb::mobile
