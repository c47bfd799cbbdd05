// A sound that a person records beside something: a note to an item, an answer that is to be heard, a refusal to sign.
// While it is recorded each second of it is sealed on disk (store/recording_pieces.h): a killed program loses the last
// second, and the rest comes back by recover(). When it ends, the whole becomes one sealed file (Ogg/Opus,
// opus_voice.h), told by kept(); whoever names it in a draft then calls settle(), and the pieces go. One at a time in
// the app (App.sound); SoundRecorder.qml shows it. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QThreadPool>
#include <memory>

#include "mobile/camera/opus_voice.h"
#include "mobile/camera/sound_source.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"
#include "shared/store/recording_pieces.h"

namespace plumb::mobile {

// What was recorded: a sealed file that nobody names yet.
struct SoundKept {
    QString id{};              // for settle()
    QString draft{}, place{};  // as they were given to begin()
    store::FileRow file{};
    int length = 0;          // ms
    bool recovered = false;  // the program had ended in the middle of it
    int lost = 0;            // seconds of it that could not be read back
};

class SoundNote : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sound")
    Q_PROPERTY(bool there READ isThere NOTIFY thereChanged)  // there is a microphone
    // idle, recording, paused, keeping (it becomes a file), stuck (that failed, see problem)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString draft READ draft NOTIFY changed)  // what it is recorded for
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(double level READ level NOTIFY heard)  // 0 … 1, of the last tenth of a second
    Q_PROPERTY(int length READ length NOTIFY heard)   // ms
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY heard)
    Q_PROPERTY(QString mostText READ mostText CONSTANT)

  public:
    // `store` outlives this.
    SoundNote(std::unique_ptr<SoundSource> source, StoreThread& store, QObject* parent = nullptr);
    ~SoundNote() override;

    // Longer than this it ends by itself: what a person says on the spot, and a file that also a weak network carries.
    static constexpr int kMostSeconds = 20 * 60;

    // `place`: what in the draft it is for: "item:b3", "question:plots[2]/said", or a word of another page's own.
    Q_INVOKABLE void begin(const QString& draft, const QString& place);
    Q_INVOKABLE void pause();
    Q_INVOKABLE void goOn();
    // Ends it; it becomes a file. From stuck: tries that again.
    Q_INVOKABLE void stop();
    // What was recorded goes.
    Q_INVOKABLE void discard();

    // A draft was opened: what was left of recordings for it comes by kept(). What is left of drafts that are no more
    // goes.
    void recover(const QString& draft);
    // The sealed file is named by a draft that is on disk.
    void settle(const QString& id);
    // Nobody is signed in any more: what was recorded so far stays on disk, and comes back by recover().
    void forget();

    [[nodiscard]] bool isThere() const { return m_source->isThere(); }
    [[nodiscard]] QString state() const;
    [[nodiscard]] bool isBusy() const { return m_state != State::idle; }
    [[nodiscard]] const QString& draft() const { return m_draft; }
    [[nodiscard]] const QString& place() const { return m_place; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] double level() const { return m_level; }
    [[nodiscard]] int length() const;
    [[nodiscard]] QString lengthText() const;
    [[nodiscard]] QString mostText() const;

  signals:
    void changed();
    void heard();
    void thereChanged();
    void kept(const plumb::mobile::SoundKept& sound);

  private:
    enum class State { idle, recording, paused, keeping, stuck };

    void take(const QByteArray& samples);
    void putPiece();
    void failed(SoundFault fault);
    void keep();
    void recoverOne(store::Recorded recorded);
    void notRecovered(const Error& error);
    void reset();

    std::unique_ptr<SoundSource> m_source;
    StoreThread& m_store;
    std::unique_ptr<OpusVoice> m_voice;
    QThreadPool m_pool;
    QString m_id, m_draft, m_place;
    Sentence m_problem;
    QByteArray m_piece;  // what is not on disk yet
    Bytes m_whole;       // the file, once it is finished
    State m_state = State::idle;
    double m_level = 0;
    qint64 m_samples = 0;
    int m_pieces = 0, m_round = 0;
};

}  // namespace plumb::mobile
