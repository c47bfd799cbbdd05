// What gives sound as it is heard now: the device's microphone, or a file that is played as if it were heard (what
// tests and trials listen to). Sixteen bits a sample, one channel, kSoundRate samples a second. It is off until it is
// started. UI thread.
#pragma once

#include <QByteArray>
#include <QObject>

namespace plumb::mobile {

// Speech and the sounds of animals and machines are well below 8 kHz.
inline constexpr int kSoundRate = 16'000;

enum class SoundFault {
    none,
    missing,  // there is no microphone
    denied,   // the system does not let this program have it
    busy,     // somebody else has it, or it does not begin
    lost,     // it was running and is gone
    ended,    // a file came to its end
};

class SoundSource : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isThere() = 0;
    virtual void start() = 0;
    virtual void stop() = 0;

  signals:
    void heard(const QByteArray& samples);
    void failed(plumb::mobile::SoundFault fault);
    void thereChanged();
};

}  // namespace plumb::mobile
