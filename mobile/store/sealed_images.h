// image://sealed/<sha256>, and with "+<sha256>" behind it of a layer of marks with these drawn over it: photos, and the
// first pages of PDFs, as they lie sealed in the file vault, opened and decoded on a thread of the pool, never on the
// UI thread. Only while somebody is signed in; nothing is written unsealed.
#pragma once

#include <QQuickAsyncImageProvider>
#include <memory>

#include "mobile/store/sealed_files.h"

namespace plumb::mobile {

class SealedImages : public QQuickAsyncImageProvider {
  public:
    explicit SealedImages(std::shared_ptr<const SealedFiles> files) : m_files(std::move(files)) {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

  private:
    std::shared_ptr<const SealedFiles> m_files;
};

}  // namespace plumb::mobile
