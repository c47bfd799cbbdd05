#include "mobile/media/media_deck.h"

#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QVideoFrame>

#include "mobile/media/media_backend.h"

namespace plumb::mobile {

namespace {
// From memory a file is loaded within half a second or not at all.
constexpr int kPatienceMs = 10'000;
}  // namespace

MediaDeck::MediaDeck(Bytes content, bool film)
    : m_content(std::move(content)),
      m_bytes(QByteArray::fromRawData(reinterpret_cast<const char*>(m_content.data()),
                                      static_cast<qsizetype>(m_content.size()))),
      m_buffer(&m_bytes),
      m_film(film) {
    m_buffer.open(QIODevice::ReadOnly);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(MediaFault::format); });
    if (hasMediaBackend()) m_player = std::make_unique<QMediaPlayer>();
    // Whoever made it connects first.
    if (!m_player || !m_player->isAvailable()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(MediaFault::player); }, Qt::QueuedConnection);
        return;
    }
    auto* player = m_player.get();
    connect(player, &QMediaPlayer::mediaStatusChanged, this, &MediaDeck::statusChanged, Qt::QueuedConnection);
    connect(
        player, &QMediaPlayer::errorOccurred, this, [this] { fail(MediaFault::format); }, Qt::QueuedConnection);
    connect(player, &QMediaPlayer::positionChanged, this, &MediaDeck::moved);
    connect(player, &QMediaPlayer::durationChanged, this, &MediaDeck::moved);
    connect(player, &QMediaPlayer::playbackStateChanged, this, &MediaDeck::playingChanged);
    if (m_film) {
        m_picture = std::make_unique<QVideoSink>();
        connect(m_picture.get(), &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
            if (const QImage picture = frame.toImage(); !picture.isNull()) emit pictured(picture);
        });
        player->setVideoSink(m_picture.get());
    }
    // Without an output Qt 6.4 loads no sound at all; where there is no device, GStreamer plays it into the void.
    m_sound = std::make_unique<QAudioOutput>();
    player->setAudioOutput(m_sound.get());
    m_patience.start(kPatienceMs);
    // A device is read only where a place is named beside it.
    player->setSourceDevice(&m_buffer, QUrl(QStringLiteral("sealed:file")));
}

MediaDeck::~MediaDeck() {
    if (!m_player) return;
    // It reads the buffer until it is told to stop.
    m_player->disconnect(this);
    m_player->stop();
    m_player->setSource({});
}

void MediaDeck::statusChanged(QMediaPlayer::MediaStatus status) {
    switch (status) {
        case QMediaPlayer::LoadedMedia:
        case QMediaPlayer::BufferedMedia:
            if (m_loaded || m_failed) return;
            if (m_film && !m_player->hasVideo()) return fail(MediaFault::picture);
            if (!m_film && !m_player->hasAudio()) return fail(MediaFault::format);
            m_patience.stop();
            m_loaded = true;
            emit loaded();
            return;
        case QMediaPlayer::EndOfMedia:
            emit ended();
            return;
        case QMediaPlayer::InvalidMedia:
            return fail(MediaFault::format);
        case QMediaPlayer::NoMedia:
        case QMediaPlayer::LoadingMedia:
        case QMediaPlayer::StalledMedia:
        case QMediaPlayer::BufferingMedia:
            return;
    }
}

void MediaDeck::fail(MediaFault fault) {
    m_patience.stop();
    if (m_failed) return;
    m_failed = true;
    emit failed(fault);
}

void MediaDeck::seek(qint64 ms) {
    // What has stopped at its end does not show where it is put.
    if (m_player->playbackState() == QMediaPlayer::StoppedState) m_player->pause();
    m_player->setPosition(ms);
}

bool hasSoundOutput() {
    return hasMediaBackend() && !QMediaDevices::audioOutputs().isEmpty();
}

void unseal(const std::shared_ptr<const SealedFiles>& files, const QString& hash, QObject* asker,
            std::function<void(Result<Bytes>)> then) {
    QThreadPool::globalInstance()->start([files, hash, alive = QPointer<QObject>(asker), then = std::move(then)] {
        const auto known = Sha256::fromHex(hash.toStdString());
        auto content = known ? files->get(*known)
                             : Result<Bytes>(plumb::fail(ErrorKind::notFound, "no_file", "there is no such file here"));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [alive, then, content = std::move(content)]() mutable {
                if (alive) then(std::move(content));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace plumb::mobile
