#include "mobile/check/check_notice.h"

namespace plumb::mobile {

void CheckNotice::say(const QString& text) {
    m_text = text;
    m_inField = false;
    emit changed();
}

void CheckNotice::sayInField(const QString& text) {
    m_text = text;
    m_inField = true;
    emit changed();
}

void CheckNotice::tell(const QString& text) {
    say(text);
    emit told(text);
}

void CheckNotice::clear() {
    if (!m_held) say({});
}

void CheckNotice::setBusy(bool busy) {
    m_busy = busy;
    emit changed();
}

}  // namespace plumb::mobile
