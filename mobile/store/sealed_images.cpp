#include "mobile/store/sealed_images.h"

#include <QPainter>
#include <QRunnable>
#include <QThreadPool>
#include <algorithm>

#include "mobile/store/picture_content.h"
#include "mobile/ui/mark_painter.h"

namespace plumb::mobile {

namespace {

Result<Sha256> named(const QString& hex) {
    const auto hash = Sha256::fromHex(hex.toStdString());
    return hash ? Result<Sha256>(*hash) : fail(ErrorKind::notFound, "no_file", "there is no such file here");
}

// Why they cannot be drawn, or "": a photo whose mosaic cannot be read is not shown without it.
QString drawMarks(QImage& image, const Result<Bytes>& content) {
    if (!content) return QString::fromStdString(content.error().detail);
    const auto layer = picture::readMarks(asText(*content));
    if (!layer) return QString::fromStdString(layer.error().detail);
    image = image.convertToFormat(QImage::Format_RGB32);
    const auto shapes = picture::shapesOf(*layer, image.width(), image.height());
    burnMosaics(image, shapes);
    QPainter painter(&image);
    paintMarks(painter, shapes);
    return {};
}

class Response : public QQuickImageResponse {
  public:
    QImage image;
    QString problem;

    [[nodiscard]] QQuickTextureFactory* textureFactory() const override {
        return QQuickTextureFactory::textureFactoryForImage(image);
    }
    [[nodiscard]] QString errorString() const override { return problem; }
};

}  // namespace

QQuickImageResponse* SealedImages::requestImageResponse(const QString& id, const QSize& requestedSize) {
    auto* response = new Response;
    QThreadPool::globalInstance()->start([response, files = m_files, id, requestedSize] {
        const auto content = named(id.section(u'+', 0, 0)).and_then([&](const Sha256& photo) {
            return files->picture(photo, std::max(requestedSize.width(), requestedSize.height()));
        });
        if (content)
            response->image = pictureOf(*content, requestedSize);
        else
            response->problem = QString::fromStdString(content.error().detail);
        const auto marks = id.section(u'+', 1);
        if (!marks.isEmpty() && !response->image.isNull()) {
            response->problem = drawMarks(
                response->image, named(marks).and_then([&](const Sha256& layer) { return files->get(layer); }));
            if (!response->problem.isEmpty()) response->image = {};
        }
        if (response->image.isNull() && response->problem.isEmpty())
            response->problem = QStringLiteral("the picture cannot be decoded");
        QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
    });
    return response;
}

}  // namespace plumb::mobile
