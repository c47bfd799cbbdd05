#include "mobile/ui/progress_ring.h"

#include <QPainter>
#include <algorithm>

namespace plumb::mobile {

ProgressRing::ProgressRing(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setImplicitSize(20, 20);
    connect(this, &ProgressRing::changed, this, [this] { update(); });
}

void ProgressRing::paint(QPainter* painter) {
    const qreal pen = std::max<qreal>(2, width() * 0.18);
    const QRectF ring = boundingRect().adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_track, pen));
    painter->drawEllipse(ring);
    if (m_value <= 0) return;
    painter->setPen(QPen(m_color, pen, Qt::SolidLine, Qt::FlatCap));
    painter->drawArc(ring, 90 * 16, -static_cast<int>(std::min<qreal>(m_value, 1) * 360 * 16));
}

}  // namespace plumb::mobile
