#include "mobile/store/document_page.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <algorithm>
#include <string_view>

namespace plumb::mobile {

namespace {
constexpr int kHeight = 1200;
// A page may claim to be as large as a wall.
constexpr int kMostPixels = 4096;
}  // namespace

bool isPdf(ByteView content) {
    constexpr std::string_view kMark = "%PDF-";
    return content.size() > kMark.size() && std::equal(kMark.begin(), kMark.end(), content.begin());
}

QImage pageOf(ByteView content, int number, const QSize& wanted) {
    if (!isPdf(content)) return {};
    QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(content.data()), static_cast<qsizetype>(content.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || number < 0 || number >= document.pageCount()) return {};
    const QSizeF points = document.pagePointSize(number);
    if (points.width() < 1 || points.height() < 1) return {};
    const QSize box = wanted.isValid() ? wanted : QSize(kMostPixels, kHeight);
    const QSize size = points.toSize().scaled(box.boundedTo({kMostPixels, kMostPixels}), Qt::KeepAspectRatio);
    const QImage drawn = document.render(number, size);
    if (drawn.isNull()) return {};
    // What the page leaves blank is paper.
    QImage page(drawn.size(), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter(&page).drawImage(0, 0, drawn);
    return page;
}

}  // namespace plumb::mobile
