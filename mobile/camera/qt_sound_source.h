// The microphone by Qt Multimedia. UI thread.
#pragma once

#include <QTimer>
#include <memory>

#include "mobile/camera/sound_source.h"

QT_BEGIN_NAMESPACE
class QAudioSource;
class QIODevice;
class QMediaDevices;
QT_END_NAMESPACE

namespace plumb::mobile {

class QtSoundSource : public SoundSource {
    Q_OBJECT

  public:
    explicit QtSoundSource(QObject* parent = nullptr);
    ~QtSoundSource() override;

    [[nodiscard]] bool isThere() override;
    void start() override;
    void stop() override;

  private:
    void look();
    void read();

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QAudioSource> m_source;
    QIODevice* m_from = nullptr;  // owned by m_source
    QTimer m_silence;
    QByteArray m_rest;
    int m_rate = 0, m_channels = 1;
    bool m_looked = false, m_float = false, m_heard = false;
    double m_phase = 0;
};

}  // namespace plumb::mobile
