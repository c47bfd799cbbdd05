// image://paper/<number of the paper>/<page from 0>: the pages of the paper that is shown, drawn by Qt Pdf on threads
// of the pool. The paper stands in memory alone, and goes when another is shown or the person leaves.
#pragma once

#include <QQuickAsyncImageProvider>
#include <memory>
#include <mutex>
#include <string>

namespace plumb::mobile {

// The paper that is shown. Any thread.
class ShownPaper {
  public:
    // Gives its number; null: none is shown.
    int show(std::shared_ptr<const std::string> content);
    // Null for one that is shown no longer.
    [[nodiscard]] std::shared_ptr<const std::string> content(int number) const;

  private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const std::string> m_content;
    int m_number = 0;
};

class PaperPages : public QQuickAsyncImageProvider {
  public:
    explicit PaperPages(std::shared_ptr<const ShownPaper> shown) : m_shown(std::move(shown)) {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

  private:
    std::shared_ptr<const ShownPaper> m_shown;
};

}  // namespace plumb::mobile
