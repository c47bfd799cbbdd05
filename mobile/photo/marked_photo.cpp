#include "mobile/photo/marked_photo.h"

#include <QPainter>

#include "mobile/ui/mark_painter.h"

namespace plumb::mobile {

MarkedPhoto::MarkedPhoto(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
}

void MarkedPhoto::setMarks(MarkEditor* marks) {
    if (m_marks) m_marks->disconnect(this);
    m_marks = marks;
    if (m_marks) {
        connect(m_marks, &MarkEditor::changed, this, [this] { update(); });
        connect(m_marks, &MarkEditor::photoChanged, this, [this] {
            m_fitted = {};
            update();
        });
    }
    update();
    emit changed();
}

void MarkedPhoto::paint(QPainter* painter) {
    const QSize size = QSizeF(width(), height()).toSize();
    if (!m_marks || m_marks->photo().isNull() || size.isEmpty()) return;
    if (m_fitted.size() != size)
        m_fitted = m_marks->photo()
                       .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_RGB32);
    const auto shapes = picture::shapesOf(m_marks->layer(), size.width(), size.height());
    QImage shown = m_fitted;
    if (m_marks->mosaics() > 0) burnMosaics(shown, shapes);
    painter->drawImage(0, 0, shown);
    paintMarks(*painter, shapes);
    if (m_marks->selected() >= 0) paintSelection(*painter);
}

void MarkedPhoto::paintSelection(QPainter& painter) const {
    constexpr qreal kRadius = 11;
    const auto bounds = m_marks->boundsOf(m_marks->selected());
    const QRectF frame(bounds.x() * width(), bounds.y() * height(), bounds.width() * width(),
                       bounds.height() * height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const bool dark : {true, false}) {
        painter.setPen(dark ? QPen(QColor(0, 0, 0, 140), 3) : QPen(Qt::white, 2, Qt::DashLine));
        painter.drawRect(frame);
    }
    painter.setPen(QPen(QColor(0x18, 0x21, 0x1f), 2));
    painter.setBrush(Qt::white);
    for (const auto& handle : m_marks->handles())
        painter.drawEllipse(QPointF(handle.x() * width(), handle.y() * height()), kRadius, kRadius);
}

}  // namespace plumb::mobile
