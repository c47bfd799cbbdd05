#include "mobile/ui/signature_pad.h"

#include <QBuffer>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTouchEvent>
#include <algorithm>

namespace plumb::mobile {

namespace {

constexpr qreal kPen = 3.4;
constexpr qreal kWidestImage = 800;
// A tap is not a signature: this many points on the glass are the least that counts.
constexpr int kFewestPoints = 6;

// Quadratic curves through the midpoints: what the hand meant, without the corners of the sampling.
QPainterPath pathOf(const QPolygonF& stroke, qreal scale) {
    QPainterPath path(stroke.first() * scale);
    for (int i = 1; i + 1 < stroke.size(); ++i) path.quadTo(stroke[i] * scale, (stroke[i] + stroke[i + 1]) / 2 * scale);
    path.lineTo(stroke.last() * scale);
    return path;
}

}  // namespace

SignaturePad::SignaturePad(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setKeepMouseGrab(true);
    setKeepTouchGrab(true);
    connect(this, &SignaturePad::inkChanged, this, [this] { update(); });
}

bool SignaturePad::isEmpty() const {
    qsizetype points = 0;
    for (const auto& stroke : m_strokes) points += stroke.size();
    return points < kFewestPoints;
}

void SignaturePad::clear() {
    m_strokes.clear();
    update();
    emit strokesChanged();
}

QByteArray SignaturePad::png() const {
    if (isEmpty() || width() <= 0 || height() <= 0) return {};
    const qreal scale = std::min<qreal>(1, kWidestImage / width());
    QImage image((size() * scale).toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter, Qt::black, scale);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

void SignaturePad::draw(QPainter& painter, const QColor& ink, qreal scale) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, kPen * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const auto& stroke : m_strokes) painter.drawPath(pathOf(stroke, scale));
}

void SignaturePad::paint(QPainter* painter) {
    draw(*painter, m_ink, 1);
}

void SignaturePad::begin(const QPointF& at) {
    m_strokes.append(QPolygonF{at, at});
    update();
    emit strokesChanged();
}

void SignaturePad::go(const QPointF& at) {
    if (m_strokes.isEmpty()) return;
    const QPointF inside(std::clamp<qreal>(at.x(), 0, width()), std::clamp<qreal>(at.y(), 0, height()));
    if (m_strokes.last().last() == inside) return;
    m_strokes.last().append(inside);
    update();
    emit strokesChanged();
}

void SignaturePad::mousePressEvent(QMouseEvent* event) {
    begin(event->position());
    event->accept();
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event) {
    go(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent* event) {
    go(event->position());
}

void SignaturePad::touchEvent(QTouchEvent* event) {
    if (event->points().isEmpty()) return;
    const auto& point = event->points().first();
    if (event->type() == QEvent::TouchBegin)
        begin(point.position());
    else
        go(point.position());
    event->accept();
}

}  // namespace plumb::mobile
