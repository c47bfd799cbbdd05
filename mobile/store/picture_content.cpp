#include "mobile/store/picture_content.h"

#include <QBuffer>
#include <QImageReader>

#include "mobile/store/document_page.h"
#include "shared/picture/heic.h"

namespace plumb::mobile {

QImage pictureOf(const Bytes& content, const QSize& wanted) {
    if (isPdf(content)) return firstPage(content, wanted);
    if (picture::isHeic(content)) {
        constexpr int kWhole = 30'000;
        const auto jpeg =
            picture::jpegOfHeic(content, wanted.isValid() ? std::max(wanted.width(), wanted.height()) : kWhole);
        return jpeg ? QImage::fromData(jpeg->data(), static_cast<int>(jpeg->size()), "jpeg") : QImage();
    }
    QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()), static_cast<qsizetype>(content.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (wanted.isValid() && full.isValid() && (full.width() > wanted.width() || full.height() > wanted.height()))
        reader.setScaledSize(full.scaled(wanted, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

}  // namespace plumb::mobile
