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
    for (const auto& stroke : m_strokes) painter.drawPath(strokePath(stroke.points, scale));
}

void SignaturePad::paint(QPainter* painter) {
    draw(*painter, m_ink, 1);
}

QByteArray SignaturePad::strokes() const {
    if (isEmpty() || width() <= 0 || height() <= 0) return {};
    const qreal scale = kBoxWidth / width();
    const qreal high = std::clamp<qreal>(std::round(height() * scale), 1, records::kLargestStrokeBox);
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
    stroke.points.append({std::clamp<qreal>(at.x(), 0, width()), std::clamp<qreal>(at.y(), 0, height())});
    stroke.times.push_back(m_since.elapsed());
    update();
    emit strokesChanged();
}

void SignaturePad::begin(const QPointF& at) {
    if (m_strokes.size() >= static_cast<qsizetype>(records::kMostStrokeLines)) return;
    if (m_strokes.isEmpty()) m_since.start();
    m_strokes.append(Stroke{});
    add(m_strokes.last(), at);
}

void SignaturePad::go(const QPointF& at) {
    if (m_strokes.isEmpty() || m_strokes.last().points.last() == at) return;
    add(m_strokes.last(), at);
}

void SignaturePad::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (before.isEmpty() || now.isEmpty() || now.size() == before.size()) return;
    const qreal scale = std::min(now.width() / before.width(), now.height() / before.height());
    for (auto& stroke : m_strokes)
        for (auto& point : stroke.points) point *= scale;
    update();
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
