#include "mobile/assess/plan_chart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace plumb::mobile {

PlanChart::PlanChart(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &PlanChart::changed, this, [this] { update(); });
}

void PlanChart::paint(QPainter* painter) {
    if (m_span <= 0 || m_total <= 0) return;
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font(m_family);
    font.setPixelSize(m_textSize);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    // Room above for a bar's figure, at the right for the total's, below for the days.
    const qreal right = metrics.horizontalAdvance(QString::number(m_total)) + 8;
    const QRectF field(0, metrics.height() * 1.1, width() - right, height() - metrics.height() * 2.4);
    if (field.width() < 40 || field.height() < 20) return;
    paintDays(*painter, field);
    paintWords(*painter, field);
}

void PlanChart::paintDays(QPainter& painter, const QRectF& field) const {
    const qreal day = field.width() / m_span;
    painter.setRenderHint(QPainter::Antialiasing, false);  // no seam between Saturday and Sunday
    for (const int weekend : m_weekends)
        painter.fillRect(QRectF(field.left() + weekend * day, field.top() - 6, day, field.height() + 6), m_shade);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_ground, 1));
    painter.drawLine(field.topLeft(), field.topRight());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_bar);
    const qreal wide = std::clamp(day * 0.56, 2.0, 28.0);
    for (qsizetype n = 0; n < m_bars.size(); ++n) {
        const qreal high = field.height() * std::min(m_bars[n], m_total) / m_total;
        painter.drawRect(
            QRectF(field.left() + (static_cast<qreal>(n) + 0.5) * day - wide / 2, field.bottom() - high, wide, high));
    }
    painter.setPen(QPen(m_line, 1));
    painter.drawLine(field.bottomLeft(), field.bottomRight());
    // By the end of the first day one day's share is planned, by the end of the last everything.
    QPen plan(m_line, 2);
    plan.setDashPattern({2.5, 2.5});
    painter.setPen(plan);
    const qreal share = field.height() / m_span;
    painter.drawLine(QPointF(field.left() + day / 2, field.bottom() - share),
                     QPointF(field.right() - day / 2, field.top()));
}

void PlanChart::paintWords(QPainter& painter, const QRectF& field) const {
    const QFontMetricsF metrics(painter.font());
    const qreal day = field.width() / m_span;
    const qreal below = field.bottom() + metrics.ascent() + 6;
    QFont strong = painter.font();
    strong.setBold(true);
    const QFontMetricsF bold(strong);

    painter.setPen(m_ink);
    painter.drawText(QPointF(field.right() + 6, field.top() + metrics.ascent() / 2), QString::number(m_total));
    if (m_bars.isEmpty()) {
        painter.drawText(QPointF(field.left(), below), m_first);
        painter.drawText(QPointF(field.right() - metrics.horizontalAdvance(m_last), below), m_last);
        return;
    }
    const qreal middle = field.left() + (static_cast<qreal>(m_bars.size()) - 0.5) * day;
    const qreal todayWide = bold.horizontalAdvance(m_today);
    const qreal todayAt = std::clamp(middle - todayWide / 2, field.left(), field.right() - todayWide);
    // The ends of the round give way to today.
    if (todayAt > field.left() + metrics.horizontalAdvance(m_first) + 8)
        painter.drawText(QPointF(field.left(), below), m_first);
    const qreal lastAt = field.right() - metrics.horizontalAdvance(m_last);
    if (todayAt + todayWide + 8 < lastAt) painter.drawText(QPointF(lastAt, below), m_last);
    painter.setFont(strong);
    painter.setPen(m_figure);
    painter.drawText(QPointF(todayAt, below), m_today);
    const QString figure = QString::number(m_bars.back());
    const qreal high = field.height() * std::min(m_bars.back(), m_total) / m_total;
    painter.drawText(QPointF(middle - bold.horizontalAdvance(figure) / 2, field.bottom() - high - 5), figure);
}

}  // namespace plumb::mobile
