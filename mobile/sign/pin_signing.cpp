#include "mobile/sign/pin_signing.h"

#include "mobile/people/unlocking.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

PinSigning::PinSigning(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (waitSeconds() == 0) {
            m_tick.stop();
            m_problem.clear();
        }
        emit stateChanged();
    });
}

int PinSigning::waitSeconds() const {
    const qint64 left = m_notBefore - msOf(m_store.tabletClock()().utc);
    return left > 0 ? static_cast<int>((left + 999) / 1000) : 0;
}

void PinSigning::clearProblem() {
    if (waitSeconds() > 0) return;
    m_problem.clear();
    emit stateChanged();
}

QString PinSigning::placeWords() const {
    return signedPlaceWords(whereabouts());
}

void PinSigning::began() {
    m_busy = true;
    m_problem.clear();
    emit stateChanged();
}

void PinSigning::say(Sentence sentence) {
    m_busy = false;
    m_pinWrong = false;
    m_problem = std::move(sentence);
    emit stateChanged();
}

void PinSigning::done() {
    m_busy = false;
    m_pinWrong = false;
    emit stateChanged();
}

void PinSigning::failed(const Error& error) {
    m_busy = false;
    m_problem = error;
    m_pinWrong = error.code == "wrong_pin" || error.code == "pin_wait";
    emit stateChanged();
    if (!m_pinWrong) return;
    m_store.ask(
        this, [person = m_person](LocalStore& local) { return pinWait(local, person); },
        [this](Result<qint64> notBefore) {
            m_notBefore = notBefore.value_or(0);
            if (waitSeconds() > 0) m_tick.start();
            emit stateChanged();
        });
}

}  // namespace plumb::mobile
