#include "mobile/check/check_notice.h"

namespace plumb::mobile {

void CheckNotice::say(Sentence text) {
    m_text = std::move(text);
    m_inField = false;
    emit changed();
}

void CheckNotice::sayInField(Sentence text) {
    m_text = std::move(text);
    m_inField = true;
    emit changed();
}

void CheckNotice::tell(const Sentence& text) {
    say(text);
    emit told(text.text());
}

void CheckNotice::clear() {
    if (!m_held) say({});
}

void CheckNotice::setBusy(bool busy) {
    m_busy = busy;
    emit changed();
}

}  // namespace plumb::mobile
