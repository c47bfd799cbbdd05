#include "mobile/store/picture_content.h"

#include <QBuffer>
#include <QImageReader>
#include <utility>

#include "mobile/store/document_page.h"
#include "shared/picture/heic.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

bool isDrawnByAnother(const Bytes& original, int side) {
    return side > 0 && side <= store::kShownSide && picture::isHeic(original);
}

Result<Bytes> pictureContent(const store::TabletStore& store, const Sha256& original, int side) {
    auto content = store.vault().get(original);
    if (!content || !isDrawnByAnother(*content, side)) return content;
    const auto shown = store.shownOf(original);
    auto easier = shown ? store.vault().get(shown->sha256) : fail(ErrorKind::notFound, "no_file", "it has no other");
    return easier ? std::move(easier) : std::move(content);
}

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
