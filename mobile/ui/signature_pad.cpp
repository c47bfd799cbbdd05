#include "mobile/ui/signature_pad.h"

#include <QBuffer>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>
#include <algorithm>
#include <cmath>

#include "mobile/ui/stroke_path.h"
#include "shared/records/inspection/strokes.h"

namespace plumb::mobile {

namespace {

constexpr qreal kPen = 3.4;
constexpr qreal kWidestImage = 800;
// A tap is not a signature: this many points on the glass are the least that counts.
constexpr int kFewestPoints = static_cast<int>(records::kFewestStrokePoints);
// Of the vectors: finer than a hand, and nothing of how many pixels this screen has.
constexpr qreal kBoxWidth = 1000;

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
    for (const auto& stroke : m_strokes) points += stroke.points.size();
    return points < kFewestPoints;
}

void SignaturePad::clear() {
    m_strokes.clear();
    update();
    emit strokesChanged();
}

QByteArray SignaturePad::png() const {
    if (isEmpty()) return {};
    const qreal scale = std::min<qreal>(1, kWidestImage / m_glass.width());
    QImage image((m_glass * scale).toSize(), QImage::Format_Grayscale8);
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
    for (const auto& stroke : m_strokes) painter.drawPath(strokePath(stroke.points, scale));
}

void SignaturePad::paint(QPainter* painter) {
    if (m_strokes.isEmpty()) return;
    painter->translate(shownAt());
    draw(*painter, m_ink, shownScale());
}

QByteArray SignaturePad::strokes() const {
    if (isEmpty()) return {};
    const qreal scale = kBoxWidth / m_glass.width();
    const qreal high = std::clamp<qreal>(std::round(m_glass.height() * scale), 1, records::kLargestStrokeBox);
    qsizetype points = 0;
    for (const auto& stroke : m_strokes) points += stroke.points.size();
    // Of very many points every second, third … says the same; a line's last one always stays.
    const auto room = static_cast<qsizetype>(records::kMostStrokePoints) - m_strokes.size();
    const qsizetype step = std::max<qsizetype>(1, (points + room - 1) / room);
    records::Strokes out{{}, static_cast<std::int64_t>(kBoxWidth), static_cast<std::int64_t>(high), {}};
    for (const auto& stroke : m_strokes) {
        auto& line = out.lines.emplace_back();
        for (qsizetype i = 0; i < stroke.points.size(); ++i) {
            if (i % step != 0 && i + 1 != stroke.points.size()) continue;
            const auto whole = [](qreal value, qreal most) { return std::llround(std::clamp<qreal>(value, 0, most)); };
            line.push_back(
                {std::min<std::int64_t>(stroke.times[static_cast<std::size_t>(i)], records::kLongestStrokeMs),
                 whole(stroke.points[i].x() * scale, kBoxWidth), whole(stroke.points[i].y() * scale, high)});
        }
    }
    auto object = records::toJson(out);
    object.erase("content");
    return QByteArray::fromStdString(toText(object));
}

void SignaturePad::add(Stroke& stroke, const QPointF& at) {
    const QPointF drawn = (at - shownAt()) / shownScale();
    stroke.points.append(
        {std::clamp<qreal>(drawn.x(), 0, m_glass.width()), std::clamp<qreal>(drawn.y(), 0, m_glass.height())});
    stroke.times.push_back(m_since.elapsed());
    m_last = at;
    update();
    emit strokesChanged();
}

void SignaturePad::begin(const QPointF& at) {
    if (m_strokes.size() >= static_cast<qsizetype>(records::kMostStrokeLines)) return;
    if (size().isEmpty()) return;
    if (m_strokes.isEmpty()) {
        m_since.start();
        m_glass = size();
    }
    m_strokes.append(Stroke{});
    add(m_strokes.last(), at);
}

void SignaturePad::go(const QPointF& at) {
    if (m_strokes.isEmpty() || m_last == at || size().isEmpty()) return;
    add(m_strokes.last(), at);
}

void SignaturePad::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) update();
}

qreal SignaturePad::shownScale() const {
    return std::min(width() / m_glass.width(), height() / m_glass.height());
}

QPointF SignaturePad::shownAt() const {
    const QSizeF shown = m_glass * shownScale();
    return {(width() - shown.width()) / 2, (height() - shown.height()) / 2};
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
