// One sound or film, unsealed into memory and played from there: nothing of it is written to any disk. It loads itself
// at once; loaded() or failed() says how that went, never both, and never neither. UI thread.
//
// A deck plays one file and goes: Qt 6.4's player is not to be trusted with a second source.
#pragma once

#include <QAudioOutput>
#include <QBuffer>
#include <QImage>
#include <QMediaPlayer>
#include <QTimer>
#include <QVideoSink>
#include <functional>
#include <memory>

#include "mobile/media/media_fault.h"
#include "mobile/store/sealed_files.h"

namespace plumb::mobile {

class MediaDeck : public QObject {
    Q_OBJECT

  public:
    // `film`: its picture is wanted, too.
    MediaDeck(Bytes content, bool film);
    ~MediaDeck() override;

    // REQUIRES, all of them: loaded().
    void play() { m_player->play(); }
    void pause() { m_player->pause(); }
    void seek(qint64 ms);
    void mute() { m_sound->setMuted(true); }
    [[nodiscard]] bool hasSound() const { return m_loaded && m_player->hasAudio(); }
    [[nodiscard]] bool hasEnded() const { return m_player->mediaStatus() == QMediaPlayer::EndOfMedia; }
    [[nodiscard]] bool isPlaying() const { return m_player->playbackState() == QMediaPlayer::PlayingState; }

    [[nodiscard]] qint64 position() const { return m_loaded ? m_player->position() : 0; }
    // 0 while unknown: of some files it is only known once a part of them was played.
    [[nodiscard]] qint64 length() const { return m_loaded ? m_player->duration() : 0; }

  signals:
    void loaded();
    void failed(plumb::mobile::MediaFault fault);
    void moved();  // position, length
    void playingChanged();
    void ended();
    void pictured(const QImage& picture);

  private:
    void statusChanged(QMediaPlayer::MediaStatus status);
    void fail(MediaFault fault);

    Bytes m_content;
    QByteArray m_bytes;  // m_content, as Qt reads it
    QBuffer m_buffer;
    // Null where this device has nothing that plays. What the player plays to goes after it.
    std::unique_ptr<QAudioOutput> m_sound;
    std::unique_ptr<QVideoSink> m_picture;
    std::unique_ptr<QMediaPlayer> m_player;
    QTimer m_patience;
    bool m_film, m_loaded = false, m_failed = false;
};

// Whether this device has anything to sound on.
bool hasSoundOutput();

// Unseals a file on a thread of the pool; the answer comes on the UI thread, unless the asker is gone by then.
void unseal(const std::shared_ptr<const SealedFiles>& files, const QString& hash, QObject* asker,
            std::function<void(Result<Bytes>)> then);

}  // namespace plumb::mobile
