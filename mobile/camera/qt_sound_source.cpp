#include "mobile/camera/qt_sound_source.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSource>
#include <QMediaDevices>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "mobile/media/media_backend.h"

namespace plumb::mobile {

namespace {

constexpr int kSoundWithin = 5000;  // ms; a microphone that gives nothing at all is gone

QAudioFormat wanted() {
    QAudioFormat format;
    format.setSampleRate(kSoundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

}  // namespace

QtSoundSource::QtSoundSource(QObject* parent) : SoundSource(parent) {
    m_silence.setSingleShot(true);
    m_silence.setInterval(kSoundWithin);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        const auto fault = m_heard ? SoundFault::lost : SoundFault::busy;
        stop();
        emit failed(fault);
    });
}

void QtSoundSource::look() {
    if (std::exchange(m_looked, true) || !hasMediaBackend()) return;
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::audioInputsChanged, this, &SoundSource::thereChanged);
}

QtSoundSource::~QtSoundSource() {
    stop();
}

bool QtSoundSource::isThere() {
    look();
    return m_devices && !QMediaDevices::defaultAudioInput().isNull();
}

void QtSoundSource::start() {
    if (m_source) return;
    if (!isThere()) {
        QTimer::singleShot(0, this, [this] { emit failed(SoundFault::missing); });
        return;
    }
    const auto device = QMediaDevices::defaultAudioInput();
    QAudioFormat format = wanted();
    if (!device.isFormatSupported(format)) {
        // Brought to what is wanted by ourselves: the first channel, the nearest sample.
        format = device.preferredFormat();
        if (format.sampleFormat() != QAudioFormat::Float) format.setSampleFormat(QAudioFormat::Int16);
    }
    m_rate = format.sampleRate();
    m_channels = std::max(1, format.channelCount());
    m_float = format.sampleFormat() == QAudioFormat::Float;
    m_heard = false;
    m_phase = 0;
    m_rest.clear();
    m_source = std::make_unique<QAudioSource>(device, format);
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
        if (state != QAudio::StoppedState || !m_source || m_source->error() == QAudio::NoError) return;
        const auto fault = m_heard                                  ? SoundFault::lost
                           : m_source->error() == QAudio::OpenError ? SoundFault::busy
                                                                    : SoundFault::lost;
        QTimer::singleShot(0, this, [this, fault] {
            if (!m_source) return;
            stop();
            emit failed(fault);
        });
    });
    m_from = m_source->start();
    if (!m_from) {
        stop();
        QTimer::singleShot(0, this, [this] { emit failed(SoundFault::denied); });
        return;
    }
    connect(m_from, &QIODevice::readyRead, this, &QtSoundSource::read);
    m_silence.start();
}

void QtSoundSource::read() {
    if (!m_from || m_rate <= 0) return;
    m_rest += m_from->readAll();
    const int sample = m_float ? 4 : 2, frame = sample * m_channels;
    const qsizetype frames = m_rest.size() / frame;
    if (frames == 0) return;
    m_heard = true;
    m_silence.start();
    QByteArray out;
    out.reserve(frames * 2 * kSoundRate / m_rate + 4);
    const double step = static_cast<double>(m_rate) / kSoundRate;
    for (; m_phase < static_cast<double>(frames); m_phase += step) {
        const char* at = m_rest.constData() + static_cast<qsizetype>(m_phase) * frame;
        std::int16_t value = 0;
        if (m_float) {
            float real = 0;
            std::memcpy(&real, at, sizeof real);
            value = static_cast<std::int16_t>(std::lround(std::clamp(real, -1.0F, 1.0F) * 32'767));
        } else {
            std::memcpy(&value, at, sizeof value);
        }
        out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    m_phase -= static_cast<double>(frames);
    m_rest.remove(0, frames * frame);
    if (!out.isEmpty()) emit heard(out);
}

void QtSoundSource::stop() {
    m_silence.stop();
    m_from = nullptr;
    if (!m_source) return;
    // It may be called from within its own signal.
    m_source->disconnect(this);
    m_source->stop();
    m_source.release()->deleteLater();
}

}  // namespace plumb::mobile
