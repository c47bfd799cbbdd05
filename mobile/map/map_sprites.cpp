#include "mobile/map/map_sprites.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace plumb::mobile {

namespace {

constexpr qsizetype kMostSprites = 2000;

}  // namespace

void MapSprites::setLook(const MapLook& look, qreal ratio) {
    if (look == m_look && ratio == m_ratio) return;
    m_look = look;
    m_ratio = ratio;
    m_images.clear();
}

const QImage& MapSprites::mark(const MapMark& mark) {
    const QString key = QString::number(static_cast<int>(mark.state)) + (mark.site.isEmpty() ? u'+' : u'.') +
                        (mark.chosen ? u'!' : u'.') + mark.text;
    const auto known = m_images.constFind(key);
    if (known != m_images.constEnd()) return *known;
    if (m_images.size() > kMostSprites) m_images.clear();
    return *m_images.insert(key, paintMark(mark));
}

const QImage& MapSprites::words(const QString& words, int pixels) {
    const QString key = u'"' + QString::number(pixels) + u' ' + words;
    const auto known = m_images.constFind(key);
    if (known != m_images.constEnd()) return *known;
    if (m_images.size() > kMostSprites) m_images.clear();
    return *m_images.insert(key, paintWords(words, pixels));
}

QImage MapSprites::paintWords(const QString& words, int pixels) const {
    QFont font(m_look.family);
    font.setPixelSize(pixels);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(words) + 8, metrics.height() + 8);
    QImage out((size * m_ratio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(m_ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addText(QPointF(4, size.height() / 2 + metrics.capHeight() / 2), font, words);
    painter.strokePath(path, QPen(m_look.land, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, m_look.ink);
    return out;
}

QImage MapSprites::paintMark(const MapMark& mark) const {
    const bool several = mark.site.isEmpty();
    const double grown = std::min(1.5, m_look.textScale) * (mark.chosen ? 1.35 : 1);
    const double side = (mark.text.size() > 2 ? 44 : mark.text.isEmpty() ? 24 : 38) * grown, middle = side / 2 + 3;
    QImage out(qCeil((side + 6) * m_ratio), qCeil((side + 6) * m_ratio), QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(m_ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF corners;
    QColor fill = m_look.paper, ink = m_look.ink, edge = m_look.paper;
    double lower = 0;
    switch (mark.state) {
        case SiteState::overdue:
            corners << QPointF(middle, middle - side / 2) << QPointF(middle + side / 2, middle + side * 0.42)
                    << QPointF(middle - side / 2, middle + side * 0.42);
            fill = m_look.fail;
            lower = side * 0.14;
            ink = m_look.onMark;
            break;
        case SiteState::today:
            corners << QPointF(middle, middle - side / 2) << QPointF(middle + side / 2, middle)
                    << QPointF(middle, middle + side / 2) << QPointF(middle - side / 2, middle);
            fill = m_look.part;
            ink = m_look.onMark;
            break;
        case SiteState::later:
            fill = m_look.accent;
            ink = m_look.onMark;
            break;
        case SiteState::none:
            edge = m_look.grey;
            break;
    }
    painter.setBrush(fill);
    painter.setPen(QPen(edge, mark.state == SiteState::none ? 3 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (corners.isEmpty())
        painter.drawEllipse(QPointF(middle, middle), side * 0.42, side * 0.42);
    else
        painter.drawPolygon(corners);
    if (several) {  // a second ring says that there is more than one
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mark.state == SiteState::none ? m_look.grey : fill, 1.5));
        if (corners.isEmpty()) painter.drawEllipse(QPointF(middle, middle), side * 0.5, side * 0.5);
    }
    QFont font(m_look.family);
    font.setBold(true);
    font.setPixelSize(qRound((mark.text.size() > 2 ? 13 : 16) * grown * (corners.isEmpty() ? 1 : 0.9)));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, lower, side + 6, side + 6), Qt::AlignCenter, mark.text);
    return out;
}

void laySprite(QPainter& painter, const QImage& sprite, const QPointF& at) {
    const qreal ratio = sprite.devicePixelRatio();
    const QPointF corner = at * ratio - QPointF(sprite.width() / 2.0, sprite.height() / 2.0);
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, sprite);
}

}  // namespace plumb::mobile
