#include "mobile/ui/dashed_frame.h"

#include <QPainter>

namespace plumb::mobile {

DashedFrame::DashedFrame(QQuickItem* parent) : QQuickPaintedItem(parent) {
    connect(this, &DashedFrame::changed, this, [this] { update(); });
}

void DashedFrame::paint(QPainter* painter) {
    const qreal half = m_thickness / 2;
    QPen pen(m_color, m_thickness, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 3});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->drawRoundedRect(boundingRect().adjusted(half, half, -half, -half), m_radius - half, m_radius - half);
}

}  // namespace plumb::mobile
