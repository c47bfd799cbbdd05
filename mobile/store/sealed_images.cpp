#include "mobile/store/sealed_images.h"

#include <QRunnable>
#include <QThreadPool>

#include "mobile/store/picture_content.h"

namespace plumb::mobile {

namespace {

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
        const auto hash = Sha256::fromHex(id.toStdString());
        const auto content = hash ? files->get(*hash)
                                  : Result<Bytes>(fail(ErrorKind::notFound, "no_file", "there is no such file here"));
        if (content)
            response->image = pictureOf(*content, requestedSize);
        else
            response->problem = QString::fromStdString(content.error().detail);
        if (response->image.isNull() && response->problem.isEmpty())
            response->problem = QStringLiteral("the picture cannot be decoded");
        QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
    });
    return response;
}

}  // namespace plumb::mobile
