#include "mobile/ui/mark_painter.h"

#include <QFont>
#include <QFontMetricsF>

#include "mobile/ui/text.h"
#include "shared/picture/mosaic.h"

namespace plumb::mobile {

namespace {

void paintLabel(QPainter& painter, const picture::MarkShape& shape) {
    const QRectF field(shape.left, shape.top, shape.width, shape.height);
    const QColor ink(qs(picture::labelColor(shape.color)));
    painter.setPen(QPen(ink, shape.textSize / 12));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(field, shape.height / 6, shape.height / 6);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setBold(true);
    font.setPixelSize(std::max(1, static_cast<int>(shape.textSize)));
    const QFontMetricsF metrics(font);
    const QString text = qs(shape.text);
    // What a font sets wider than was reckoned is drawn narrower, so that it stays within its field.
    const double wide = metrics.horizontalAdvance(text), room = shape.width - 0.4 * shape.textSize;
    const double narrow = std::min(1.0, room / std::max(1.0, wide));
    painter.save();
    painter.setFont(font);
    painter.translate(field.center().x() - narrow * wide / 2,
                      field.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    painter.scale(narrow, 1);
    painter.drawText(QPointF(0, 0), text);
    painter.restore();
}

}  // namespace

QPainterPath strokePath(const picture::MarkShape& stroke) {
    QPainterPath path;
    for (const auto& line : stroke.lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            i == 0 ? path.moveTo(line[i].x, line[i].y) : path.lineTo(line[i].x, line[i].y);
    }
    return path;
}

void paintMarks(QPainter& painter, const std::vector<picture::MarkShape>& shapes) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& shape : shapes) {
        if (shape.kind == picture::MarkShape::Kind::label) paintLabel(painter, shape);
        if (shape.kind != picture::MarkShape::Kind::stroke) continue;
        painter.setBrush(Qt::NoBrush);
        const auto path = strokePath(shape);
        for (const bool casing : {true, false}) {
            painter.setPen(QPen(casing ? QColor(Qt::white) : QColor(qs(picture::strokeColor(shape.color))),
                                casing ? shape.casing : shape.ink, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(path);
        }
    }
    painter.restore();
}

void burnMosaics(QImage& image, const std::vector<picture::MarkShape>& shapes) {
    Q_ASSERT(image.depth() == 32);
    const picture::PixelField field{image.bits(), image.width(), image.height(), static_cast<int>(image.bytesPerLine()),
                                    4};
    for (const auto& shape : shapes)
        if (shape.kind == picture::MarkShape::Kind::mosaic) picture::burnMosaic(field, shape);
}

}  // namespace plumb::mobile
