#include "mobile/people/credential_model.h"

#include "mobile/people/region_words.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

// Well within the five minutes for which the public page calls a code fresh.
constexpr int kRenewMs = 60'000;

}  // namespace

CredentialModel::CredentialModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    m_tick.setInterval(kRenewMs);
    connect(&m_tick, &QTimer::timeout, this, &CredentialModel::renew);
}

QString CredentialModel::madeAt() const {
    return m_code.atMs > 0 ? dayText(m_code.atMs) + u' ' + secondsText(m_code.atMs) : QString();
}

QString CredentialModel::regions() const {
    return regionWords(m_code.regions, Settings::instance().language());
}

QString CredentialModel::certificate() const {
    if (m_code.certificate.isEmpty() || m_code.certificateUntil.isEmpty()) return m_code.certificate;
    return tr("%1（有效期至 %2）").arg(m_code.certificate, m_code.certificateUntil);
}

void CredentialModel::open() {
    m_tick.start();
    renew();
}

void CredentialModel::close() {
    m_tick.stop();
    m_code = {};
    m_problem.clear();
    emit changed();
}

void CredentialModel::renew() {
    m_store.ask(
        this, [](LocalStore& store) { return makeCredentialCode(store); },
        [this](Result<CredentialCode> made) {
            if (!m_tick.isActive()) return;
            m_problem = made ? Sentence() : Sentence(made.error());
            m_code = made ? std::move(*made) : CredentialCode{};
            emit changed();
        });
}

}  // namespace plumb::mobile
