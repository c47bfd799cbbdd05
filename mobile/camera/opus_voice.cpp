#include "mobile/camera/opus_voice.h"

#include <opus/opusenc.h>

#include <vector>

namespace plumb::mobile {

namespace {
constexpr int kBitsASecond = 24'000;
constexpr int kSerial = 0x706c756d;  // of the stream, the same in each file: equal sounds are equal files
}  // namespace

struct OpusVoice::Inside {
    Bytes out;
    OggOpusComments* comments = nullptr;
    OggOpusEnc* encoder = nullptr;
    std::vector<std::int16_t> buffer;
    bool failed = false, fed = false;
};

OpusVoice::OpusVoice(int rate) : m_inside(std::make_unique<Inside>()) {
    static const OpusEncCallbacks callbacks{[](void* to, const unsigned char* bytes, opus_int32 size) {
                                                auto& out = static_cast<Inside*>(to)->out;
                                                out.insert(out.end(), bytes, bytes + size);
                                                return 0;
                                            },
                                            [](void*) { return 0; }};
    int error = OPE_OK;
    m_inside->comments = ope_comments_create();
    if (m_inside->comments)
        m_inside->encoder =
            ope_encoder_create_callbacks(&callbacks, m_inside.get(), m_inside->comments, rate, 1, 0, &error);
    m_inside->failed = !m_inside->encoder || error != OPE_OK ||
                       ope_encoder_ctl(m_inside->encoder, OPUS_SET_BITRATE(kBitsASecond)) != OPE_OK ||
                       ope_encoder_ctl(m_inside->encoder, OPE_SET_SERIALNO(kSerial)) != OPE_OK;
}

OpusVoice::~OpusVoice() {
    if (m_inside->encoder) ope_encoder_destroy(m_inside->encoder);
    if (m_inside->comments) ope_comments_destroy(m_inside->comments);
}

void OpusVoice::add(ByteView samples) {
    if (m_inside->failed || samples.size() < 2) return;
    auto& buffer = m_inside->buffer;
    buffer.clear();
    for (std::size_t i = 0; i + 1 < samples.size(); i += 2)
        buffer.push_back(static_cast<std::int16_t>(samples[i] | samples[i + 1] << 8));
    m_inside->fed = true;
    m_inside->failed = ope_encoder_write(m_inside->encoder, buffer.data(), static_cast<int>(buffer.size())) != OPE_OK;
}

Result<Bytes> OpusVoice::finish() {
    if (m_inside->failed || !m_inside->fed || ope_encoder_drain(m_inside->encoder) != OPE_OK)
        return fail(ErrorKind::broken, "no_sound", "the sound cannot be written");
    return std::move(m_inside->out);
}

}  // namespace plumb::mobile
