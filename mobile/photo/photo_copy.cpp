#include "mobile/photo/photo_copy.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>

#include "mobile/ui/mark_painter.h"
#include "mobile/store/picture_content.h"

namespace plumb::mobile {

namespace {

constexpr int kQuality = 85;

// White on a dark band at the top, as large as is read on a phone.
void paintWatermark(QImage& image, const QStringList& lines) {
    const int longest = std::max(image.width(), image.height());
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(9, longest / 48));
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int pad = metrics.height() / 2;
    const QRect inner(pad, pad, image.width() - 2 * pad, image.height());
    const QString text = lines.join(u'\n');
    constexpr int kFlags = static_cast<int>(Qt::TextWordWrap) | static_cast<int>(Qt::AlignLeft);
    const QRect needed = painter.boundingRect(inner, kFlags, text);
    painter.fillRect(0, 0, image.width(), needed.height() + 2 * pad, QColor(11, 16, 15, 184));
    painter.setPen(Qt::white);
    painter.drawText(inner, kFlags, text);
}

}  // namespace

Result<PhotoCopy> makeCopy(const Bytes& original, const CopyWish& wish) {
    QImage image = pictureOf(original, wish.longSide > 0 ? QSize(wish.longSide, wish.longSide) : QSize());
    if (image.isNull()) return fail(ErrorKind::malformed, "no_image", "the photo cannot be decoded");
    if (wish.longSide > 0 && std::max(image.width(), image.height()) > wish.longSide)
        image = image.scaled(wish.longSide, wish.longSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image = image.convertToFormat(QImage::Format_RGB32);
    const auto shapes = picture::shapesOf(wish.marks, image.width(), image.height());
    burnMosaics(image, shapes);
    {
        QPainter painter(&image);
        paintMarks(painter, shapes);
    }
    if (!wish.watermark.isEmpty()) paintWatermark(image, wish.watermark);
    PhotoCopy out{{}, image.width(), image.height()};
    QBuffer buffer(&out.jpeg);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kQuality);
    if (!writer.write(image)) return fail(ErrorKind::broken, "no_image", "the copy cannot be written as a JPEG");
    return out;
}

}  // namespace plumb::mobile
