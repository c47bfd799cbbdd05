#include "mobile/media/media_glance.h"

namespace plumb::mobile {

MediaGlance::MediaGlance(QObject* parent) : QObject(parent) {
    auto* glancer = Glancer::instance();
    if (!glancer) return;
    connect(glancer, &Glancer::seen, this, [this](const QString& file) {
        if (file == m_file) emit changed();
    });
}

void MediaGlance::setFile(const QString& file) {
    if (file == m_file) return;
    m_file = file;
    look();
}

void MediaGlance::setFilm(bool film) {
    if (film == m_film) return;
    m_film = film;
    look();
}

void MediaGlance::look() {
    if (!m_asked && Glancer::instance()) {
        m_asked = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_asked = false;
                if (Glancer::instance() && !m_file.isEmpty()) Glancer::instance()->look(m_file, m_film);
            },
            Qt::QueuedConnection);
    }
    emit changed();
}

const Glance* MediaGlance::glance() const {
    return Glancer::instance() ? Glancer::instance()->of(m_file) : nullptr;
}

QString MediaGlance::lengthText() const {
    const auto* known = glance();
    return known && known->length > 0 ? mobile::lengthText(known->length) : QString();
}

QImage MediaGlance::poster() const {
    const auto* known = glance();
    return known ? known->poster : QImage();
}

QString MediaGlance::problem() const {
    const auto* known = glance();
    return known ? mediaSentence(known->fault) : QString();
}

}  // namespace plumb::mobile
