// image://sealed/<sha256>: photos as they lie sealed in the file vault, opened and decoded on a thread of the pool,
// never on the UI thread. Only while somebody is signed in; nothing is written unsealed.
#pragma once

#include <QQuickAsyncImageProvider>
#include <memory>
#include <mutex>

#include "shared/store/file_vault.h"

namespace plumb::mobile {

class SealedImages : public QQuickAsyncImageProvider {
  public:
    // Any thread. Null: nobody is signed in.
    void use(std::shared_ptr<const store::FileVault> vault);

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

  private:
    std::mutex m_guard;
    std::shared_ptr<const store::FileVault> m_vault;
};

}  // namespace plumb::mobile
