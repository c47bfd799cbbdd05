// Speech as Ogg/Opus (RFC 7845, RFC 6716), in memory: 24 kbit/s, some 180 KB a minute (a WAV of the same would be 1.9
// MB), which Qt's player, browsers and phones play by themselves. The same samples give the same bytes. Not
// thread-safe; any thread.
#pragma once

#include <memory>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace plumb::mobile {

inline constexpr const char* kVoiceType = "audio/ogg";

class OpusVoice {
  public:
    // Samples of 16 bits, one channel, `rate` a second.
    explicit OpusVoice(int rate);
    ~OpusVoice();
    OpusVoice(const OpusVoice&) = delete;
    OpusVoice& operator=(const OpusVoice&) = delete;

    // Little-endian; an odd last byte is dropped.
    void add(ByteView samples);
    // The whole file. Broken where the encoder failed or nothing was added. REQUIRES: called once, last.
    Result<Bytes> finish();

  private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace plumb::mobile
