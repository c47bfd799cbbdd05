#include "mobile/people/credential_model.h"

#include "mobile/ui/sentences.h"
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
            m_problem = made ? QString() : sentenceFor(made.error());
            m_code = made ? std::move(*made) : CredentialCode{};
            emit changed();
        });
}

}  // namespace plumb::mobile
