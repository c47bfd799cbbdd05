#include "mobile/store/sealed_images.h"

#include <QBuffer>
#include <QImageReader>
#include <QRunnable>
#include <QThreadPool>

#include "mobile/store/document_page.h"

namespace plumb::mobile {

namespace {

// Reads the size first and lets the decoder scale: a 12 MP photo never becomes a 12 MP image in memory for a thumbnail.
QImage decode(const Bytes& content, const QSize& wanted) {
    if (isPdf(content)) return firstPage(content, wanted);
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
            response->image = decode(*content, requestedSize);
        else
            response->problem = QString::fromStdString(content.error().detail);
        if (response->image.isNull() && response->problem.isEmpty())
            response->problem = QStringLiteral("the picture cannot be decoded");
        QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
    });
    return response;
}

}  // namespace plumb::mobile
