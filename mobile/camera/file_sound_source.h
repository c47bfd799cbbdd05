// A WAV file (16 bits, one channel, kSoundRate) in place of a microphone, heard from its beginning each time it is
// started, as fast as it was recorded. UI thread.
#pragma once

#include <QTimer>

#include "mobile/camera/sound_source.h"

namespace plumb::mobile {

class FileSoundSource : public SoundSource {
    Q_OBJECT

  public:
    // `path` "": there is none. `quick`: for tests, as fast as the event loop goes round.
    explicit FileSoundSource(const QString& path, bool quick = false, QObject* parent = nullptr);

    [[nodiscard]] bool isThere() override { return !m_samples.isEmpty(); }
    void start() override;
    void stop() override { m_tick.stop(); }

  private:
    QByteArray m_samples;
    QTimer m_tick;
    qsizetype m_at = 0;
};

}  // namespace plumb::mobile
