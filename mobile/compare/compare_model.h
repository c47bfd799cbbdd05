// Two devices side by side: this one's state of the log as a code, the other one's read by the camera or from a file,
// and whether both were shown one log, in a sentence. What the store knows comes from the vault thread; comparing may
// ask the server, on a thread of its own. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <memory>

#include "mobile/compare/comparing.h"
#include "mobile/store/store_thread.h"

namespace plumb::mobile {

class CompareModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.compare")
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)    // what the other device reads; "" where there is none
    Q_PROPERTY(QString state READ state NOTIFY changed)  // of this device, in words
    Q_PROPERTY(QString said READ said NOTIFY changed)    // what the last comparison came to; "" before the first
    Q_PROPERTY(QString tone READ tone NOTIFY changed)    // of that: info, part, fail
    Q_PROPERTY(QString evidence READ evidence NOTIFY changed)

  public:
    // `store` outlives this.
    CompareModel(StoreThread& store, QObject* parent);
    ~CompareModel() override;

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString said() const;
    [[nodiscard]] QString tone() const;
    [[nodiscard]] QString evidence() const { return m_done ? m_done->evidence : QString(); }

    // What this device knows now.
    Q_INVOKABLE void show();
    // Codes that the camera sees; those of other things are passed over, and one that was compared is not again.
    Q_INVOKABLE void see(const QStringList& codes);
    Q_INVOKABLE void takeFile(const QString& path);
    // A file with what this device knows, into this folder.
    Q_INVOKABLE void write(const QString& folder);
    // The server is asked where what is here does not decide; not in tests.
    void askServer(bool ask) { m_asks = ask; }
    void forget();

  signals:
    void changed();

  private:
    void take(std::function<Result<std::string>()> theirs);
    void tell(int round, Result<CompareInfo> done);

    StoreThread& m_store;
    QThreadPool m_room;  // of one thread
    std::shared_ptr<sync::HttpClient> m_http;
    std::optional<ComparePlace> m_place;
    std::optional<CompareInfo> m_done;
    std::optional<Error> m_error;
    QString m_written, m_last;
    int m_round = 0;  // what was begun for one person is told to nobody else
    bool m_busy = false, m_asks = true;
};

}  // namespace plumb::mobile
