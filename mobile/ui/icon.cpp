#include "mobile/ui/icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QtQml>

namespace plumb::mobile {

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setImplicitSize(24, 24);
    setAntialiasing(true);
}

void Icon::setName(const QString& name) {
    if (name == m_name) return;
    m_name = name;
    load();
    emit changed();
}

void Icon::setColor(const QColor& color) {
    if (color == m_color) return;
    m_color = color;
    load();
    emit changed();
}

void Icon::setSize(qreal size) {
    if (size == implicitWidth()) return;
    setImplicitSize(size, size);
    update();
    emit changed();
}

void Icon::load() {
    m_svg.clear();
    if (!m_name.isEmpty()) {
        QFile file(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
        if (file.open(QIODevice::ReadOnly)) {
            m_svg = file.readAll();
            m_svg.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
        } else {
            qmlWarning(this) << "there is no icon" << m_name;
        }
    }
    update();
}

void Icon::paint(QPainter* painter) {
    if (m_svg.isEmpty()) return;
    QSvgRenderer renderer(m_svg);
    painter->setRenderHint(QPainter::Antialiasing);
    // Kept in proportion inside whatever place it was given.
    QSizeF fitted =
        QSizeF(renderer.defaultSize()).scaled(size() > 0 ? boundingRect().size() : QSizeF(), Qt::KeepAspectRatio);
    const QRectF place(QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted);
    renderer.render(painter, place);
}

}  // namespace plumb::mobile
