#include "mobile/propose/outline_view.h"

#include <QPainter>
#include <cmath>
#include <numbers>

#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

constexpr double kMetresPerDegree = 111'319.5;
constexpr double kLeastSpan = 40;  // metres: a single corner is not blown up to the whole drawing
constexpr int kMostNumbered = 40;

}  // namespace

OutlineView::OutlineView(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &OutlineView::lookChanged, this, [this] { update(); });
}

void OutlineView::setModel(ProposeModel* model) {
    if (model == m_model) return;
    if (m_model) disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model) connect(m_model, &ProposeModel::changed, this, [this] { update(); });
    emit lookChanged();
}

void OutlineView::paint(QPainter* out) {
    if (!m_model || width() < 40 || height() < 40) return;
    auto& painter = *out;
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& walk = m_model->walk()->walk();
    const auto published = m_model->publishedRing();
    const auto& position = m_model->walk()->position();
    const auto& last = position.last();
    std::vector<domain::GeoPoint> all = walk.corners();
    all.insert(all.end(), published.begin(), published.end());
    // Who stands far away does not make the outline a dot.
    if (last && (all.empty() || domain::metresBetween(all.front(), last->point()) < 5'000))
        all.push_back(last->point());
    if (all.empty()) return;
    const auto origin = all.front();
    const double narrow = std::cos(origin.latitude * std::numbers::pi / 180);
    const auto flat = [&](const domain::GeoPoint& at) {
        return QPointF(std::remainder(at.longitude - origin.longitude, 360.0) * kMetresPerDegree * narrow,
                       -(at.latitude - origin.latitude) * kMetresPerDegree);
    };
    QRectF bounds(flat(all.front()), QSizeF(0, 0));
    for (const auto& at : all) {
        const QPointF p = flat(at);
        bounds.setLeft(std::min(bounds.left(), p.x()));
        bounds.setRight(std::max(bounds.right(), p.x()));
        bounds.setTop(std::min(bounds.top(), p.y()));
        bounds.setBottom(std::max(bounds.bottom(), p.y()));
    }
    const double margin = 34 * std::min(1.5, m_textScale);
    const double scale = std::min((width() - 2 * margin) / std::max(kLeastSpan, bounds.width()),
                                  (height() - 2 * margin) / std::max(kLeastSpan, bounds.height()));
    if (!(scale > 0)) return;
    const QPointF middle = bounds.center();
    const auto screen = [&](const domain::GeoPoint& at) {
        const QPointF p = flat(at) - middle;
        return QPointF(width() / 2 + p.x() * scale, height() / 2 + p.y() * scale);
    };

    if (!published.empty()) {
        QPolygonF ring;
        for (const auto& at : published) ring.append(screen(at));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_grey, 2.5, Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(ring);
    }
    const auto& corners = walk.corners();
    QPolygonF line;
    for (const auto& at : corners) line.append(screen(at));
    const bool closed = m_model->walk()->closed();
    if (closed || line.size() > 2) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_soft);
        painter.setOpacity(closed ? 0.9 : 0.45);
        painter.drawPolygon(line);
        painter.setOpacity(1);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_accent, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (closed)
        painter.drawPolygon(line);
    else
        painter.drawPolyline(line);
    if (!closed && line.size() > 2) {
        painter.setPen(QPen(m_accent, 2, Qt::DotLine, Qt::RoundCap));
        painter.drawLine(line.last(), line.first());
    }
    if (const auto cross = walk.crossing(line.size() >= 3)) {
        painter.setPen(QPen(m_fail, 6, Qt::SolidLine, Qt::RoundCap));
        for (const auto side : {cross->first, cross->second}) {
            const auto at = static_cast<qsizetype>(side);
            painter.drawLine(line[at], line[(at + 1) % line.size()]);
        }
        painter.setBrush(m_paper);
        painter.drawEllipse(screen(cross->at), 8, 8);
    }
    QFont font(m_family);
    font.setBold(true);
    font.setPixelSize(qRound(14 * std::min(1.5, m_textScale)));
    painter.setFont(font);
    const bool numbered = line.size() <= kMostNumbered;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const double radius = !numbered ? (i == 0 ? 7 : 3) : 12 * std::min(1.5, m_textScale);
        painter.setPen(QPen(m_accent, 2.5));
        painter.setBrush(i == 0 ? m_accent : m_paper);
        painter.drawEllipse(line[i], radius, radius);
        if (!numbered) continue;
        painter.setPen(i == 0 ? m_paper : m_ink);
        painter.drawText(QRectF(line[i].x() - 20, line[i].y() - 20, 40, 40), Qt::AlignCenter, QString::number(i + 1));
    }
    if (last) {
        const QPointF at = screen(last->point());
        QColor veil = m_ink;
        veil.setAlphaF(0.14F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        const double radius = std::max(14.0, last->accuracy * scale);
        if (position.isKnown() && radius < width()) painter.drawEllipse(at, radius, radius);
        painter.setBrush(position.isKnown() ? m_ink : m_paper);
        painter.setPen(QPen(position.isKnown() ? m_paper : m_ink, 3));
        painter.drawEllipse(at, 8, 8);
    }
    paintScale(painter, scale);
}

void OutlineView::paintScale(QPainter& painter, double pixelsPerMetre) const {
    const double length = roundLength(kScaleWish / pixelsPerMetre);
    const double pixels = length * pixelsPerMetre, y = height() - 10;
    painter.setPen(QPen(m_ink, 3, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(14, y), QPointF(14 + pixels, y));
    painter.drawText(QPointF(14, y - 8), distanceText(length));
}

}  // namespace plumb::mobile
