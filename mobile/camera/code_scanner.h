// Reads codes from what a camera sees, on a thread of its own and from the latest frame only: while one is looked at,
// those between it and the newest are passed over. UI thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <optional>

#include "mobile/camera/frame_source.h"

namespace plumb::mobile {

class CodeScanner : public QObject {
    Q_OBJECT

  public:
    explicit CodeScanner(QObject* parent = nullptr);
    ~CodeScanner() override;

    void offer(const Frame& frame);
    // What is being looked at now comes too late.
    void forget();
    // How many frames were looked at.
    [[nodiscard]] int looked() const { return m_looked; }

  signals:
    // Never empty; from top to bottom.
    void read(const QStringList& codes);

  private:
    void look(const Frame& frame);

    QThreadPool m_pool;
    std::optional<Frame> m_waiting;
    int m_round = 0, m_looked = 0;
    bool m_busy = false;
};

}  // namespace plumb::mobile
