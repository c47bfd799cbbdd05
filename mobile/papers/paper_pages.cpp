#include "mobile/papers/paper_pages.h"

#include <QRunnable>
#include <QThreadPool>

#include "mobile/store/document_page.h"

namespace plumb::mobile {
namespace {

class PageResponse : public QQuickImageResponse {
  public:
    QImage image;

    [[nodiscard]] QQuickTextureFactory* textureFactory() const override {
        return QQuickTextureFactory::textureFactoryForImage(image);
    }
    [[nodiscard]] QString errorString() const override {
        return image.isNull() ? QStringLiteral("the page cannot be drawn") : QString();
    }
};

}  // namespace

int ShownPaper::show(std::shared_ptr<const std::string> content) {
    const std::lock_guard lock(m_mutex);
    m_content = std::move(content);
    return ++m_number;
}

std::shared_ptr<const std::string> ShownPaper::content(int number) const {
    const std::lock_guard lock(m_mutex);
    return number == m_number ? m_content : nullptr;
}

QQuickImageResponse* PaperPages::requestImageResponse(const QString& id, const QSize& requestedSize) {
    auto* response = new PageResponse;
    QThreadPool::globalInstance()->start([response, shown = m_shown, id, requestedSize] {
        const auto content = shown->content(id.section(QLatin1Char('/'), 0, 0).toInt());
        if (content)
            response->image = pageOf(asBytes(*content), id.section(QLatin1Char('/'), 1, 1).toInt(), requestedSize);
        QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
    });
    return response;
}

}  // namespace plumb::mobile
