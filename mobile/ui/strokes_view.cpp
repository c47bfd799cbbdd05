#include "mobile/ui/strokes_view.h"

#include <QPainter>
#include <algorithm>

#include "mobile/ui/stroke_path.h"
#include "mobile/ui/text.h"
#include "shared/records/inspection/strokes.h"

namespace plumb::mobile {

namespace {

constexpr qreal kPen = 3.4;
// Of the box: a pen of one width on the glass is one of this width on whatever it is shown.
constexpr qreal kPenOfWidth = 1.0 / 180;

}  // namespace

StrokesView::StrokesView(QQuickItem* parent) : QQuickPaintedItem(parent) {
    connect(this, &StrokesView::inkChanged, this, [this] { update(); });
}

void StrokesView::setStrokes(const QString& text) {
    if (m_text == text) return;
    m_text = text;
    m_lines.clear();
    if (const auto read = records::readStrokes(ss(text))) {
        m_box = QSizeF(static_cast<qreal>(read->width), static_cast<qreal>(read->height));
        for (const auto& line : read->lines) {
            QPolygonF points;
            for (const auto& point : line) points.append({static_cast<qreal>(point.x), static_cast<qreal>(point.y)});
            m_lines.append(points);
        }
    }
    update();
    emit strokesChanged();
}

void StrokesView::paint(QPainter* painter) {
    if (m_lines.isEmpty() || m_box.isEmpty()) return;
    const qreal scale = std::min(width() / m_box.width(), height() / m_box.height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate((width() - m_box.width() * scale) / 2, (height() - m_box.height() * scale) / 2);
    const qreal pen = std::clamp(m_box.width() * scale * kPenOfWidth, 1.2, kPen);
    painter->setPen(QPen(m_ink, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    for (const auto& line : m_lines) painter->drawPath(strokePath(line, scale));
}

}  // namespace plumb::mobile
