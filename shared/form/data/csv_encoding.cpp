#include "shared/form/data/csv_encoding.h"

#include <iconv.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "shared/form/data/csv_rows.h"
#include "shared/form/data/tuning.h"

namespace plumb::form {
namespace {

Error refused(std::string why) {
    return {ErrorKind::malformed, "bad_csv", std::move(why)};
}

Error unknownEncoding() {
    return refused("its text is neither UTF-8 nor GBK (GB18030); save it as CSV UTF-8");
}

// Follows UTF-8 and GB18030 through a file, block by block.
class Detector {
  public:
    void take(std::string_view bytes) {
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            m_zero = m_zero || byte == 0;
            if (m_utf8) utf8(byte);
            if (m_chinese) chinese(byte);
        }
    }

    [[nodiscard]] Result<CsvEncoding> result(bool whole) const {
        if (m_zero) return fail(refused("it is no text, or UTF-16 without its mark; save it as CSV UTF-8"));
        if (m_utf8 && (!whole || m_more == 0)) return CsvEncoding::utf8;
        // Other encodings may form pairs, too, but not those that nearly all Chinese text is made of.
        const bool ended = !whole || m_place == 0;
        if (m_chinese && ended && m_common > 0 && m_rare * 2 <= m_common) return CsvEncoding::gb18030;
        return fail(unknownEncoding());
    }

  private:
    void utf8(unsigned char byte) {
        if (m_more > 0) {
            m_utf8 = byte >= m_low && byte <= m_high;
            m_low = 0x80;
            m_high = 0xBF;
            --m_more;
            return;
        }
        if (byte < 0x80) return;
        m_more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        m_utf8 = byte >= 0xC2 && byte <= 0xF4;
        m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
        m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    }

    void chinese(unsigned char byte) {
        const bool digit = byte >= 0x30 && byte <= 0x39;
        const bool lead = byte >= 0x81 && byte <= 0xFE;
        switch (m_place) {
            case 0:
                if (byte < 0x80) return;
                m_chinese = lead;
                m_lead = byte;
                m_place = 1;
                return;
            case 1:
                if (digit) {
                    m_place = 2;
                    return;
                }
                m_chinese = byte >= 0x40 && byte != 0x7F && byte <= 0xFE;
                // GB 2312: marks, and the characters that one writes.
                ++(m_lead >= 0xA1 && m_lead <= 0xF7 && byte >= 0xA1 ? m_common : m_rare);
                m_place = 0;
                return;
            case 2:
                m_chinese = lead;
                m_place = 3;
                return;
            default:
                m_chinese = digit;
                m_place = 0;
                return;
        }
    }

    bool m_utf8 = true, m_chinese = true, m_zero = false;
    int m_more = 0, m_place = 0;
    unsigned char m_low = 0x80, m_high = 0xBF, m_lead = 0;
    std::uint64_t m_common = 0, m_rare = 0;
};

Result<CsvEncoding> markOf(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
        bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return fail(refused("it is UTF-32 text; save it as CSV UTF-8"));
    if (bytes.starts_with("\xFF\xFE")) return CsvEncoding::utf16le;
    if (bytes.starts_with("\xFE\xFF")) return CsvEncoding::utf16be;
    return CsvEncoding::utf8;
}

class Converter {
  public:
    explicit Converter(CsvEncoding encoding)
        : m_id(::iconv_open("UTF-8", encoding == CsvEncoding::utf16le   ? "UTF-16LE"
                                     : encoding == CsvEncoding::utf16be ? "UTF-16BE"
                                                                        : "GB18030")) {
        if (m_id == reinterpret_cast<iconv_t>(-1))
            throw std::system_error(errno, std::generic_category(), "converting a CSV file");
    }
    ~Converter() { ::iconv_close(m_id); }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // Appends to `out`; what `bytes` has at its end of a character that is cut in two stays in `rest`.
    Result<void> convert(std::string_view bytes, std::string& out, std::string& rest) {
        std::string input = rest;
        input += bytes;
        char* from = input.data();
        std::size_t left = input.size();
        std::string block(4 * 4096, '\0');
        while (left > 0) {
            char* to = block.data();
            std::size_t room = block.size();
            const bool failed = ::iconv(m_id, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
            out.append(block.data(), block.size() - room);
            if (!failed || errno == E2BIG) continue;
            if (errno == EINVAL) break;
            return fail(unknownEncoding());
        }
        rest.assign(from, left);
        return {};
    }

  private:
    iconv_t m_id;
};

std::size_t readAt(int file, std::string& block, std::uint64_t from) {
    std::size_t got = 0;
    while (got < block.size()) {
        const ssize_t n = ::pread(file, block.data() + got, block.size() - got, static_cast<off_t>(from + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw std::system_error(errno, std::generic_category(), "reading a CSV file");
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

void writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(file, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw std::system_error(errno, std::generic_category(), "converting a CSV file");
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

struct Owned {
    int id = -1;
    ~Owned() {
        if (id >= 0) ::close(id);
    }
};

}  // namespace

std::string_view encodingName(CsvEncoding encoding) {
    switch (encoding) {
        case CsvEncoding::utf8:
            return "UTF-8";
        case CsvEncoding::utf16le:
        case CsvEncoding::utf16be:
            return "UTF-16";
        case CsvEncoding::gb18030:
            return "GB18030";
    }
    return {};
}

Result<CsvEncoding> encodingOf(std::string_view bytes, bool whole) {
    auto mark = markOf(bytes);
    if (!mark || *mark != CsvEncoding::utf8) return mark;
    Detector detector;
    detector.take(bytes);
    return detector.result(whole);
}

Result<std::string> toUtf8(std::string_view bytes, CsvEncoding encoding) {
    if (encoding == CsvEncoding::utf8) return std::string(bytes);
    if (encoding != CsvEncoding::gb18030) bytes.remove_prefix(std::min<std::size_t>(2, bytes.size()));
    std::string out, rest;
    Converter converter(encoding);
    if (auto done = converter.convert(bytes, out, rest); !done) return fail(std::move(done.error()));
    return out;
}

Result<Utf8File> utf8FileOf(int file) {
    std::string block(kConvertBlock, '\0');
    std::size_t got = readAt(file, block, 0);
    auto encoding = markOf(std::string_view(block).substr(0, got));
    if (!encoding) return fail(std::move(encoding.error()));
    if (*encoding == CsvEncoding::utf8) {
        Detector detector;
        std::uint64_t at = 0;
        for (; got > 0; got = readAt(file, block, at)) {
            detector.take(std::string_view(block).substr(0, got));
            at += got;
        }
        encoding = detector.result(true);
        if (!encoding) return fail(std::move(encoding.error()));
        if (*encoding == CsvEncoding::utf8) return Utf8File{file, CsvEncoding::utf8};
    }
    Owned copy{::memfd_create("plumb-csv", MFD_CLOEXEC)};
    if (copy.id < 0) throw std::system_error(errno, std::generic_category(), "converting a CSV file");
    Converter converter(*encoding);
    std::string out, rest;
    std::uint64_t written = 0;
    for (std::uint64_t at = *encoding == CsvEncoding::gb18030 ? 0 : 2; (got = readAt(file, block, at)) > 0; at += got) {
        out.clear();
        if (auto done = converter.convert(std::string_view(block).substr(0, got), out, rest); !done)
            return fail(std::move(done.error()));
        written += out.size();
        if (written > kMostConverted)
            return fail(
                ErrorKind::tooLarge, "csv_too_large",
                "it is too large for text in " + std::string(encodingName(*encoding)) + "; save it as CSV UTF-8");
        writeAll(copy.id, out);
    }
    if (!rest.empty()) return fail(unknownEncoding());
    return Utf8File{std::exchange(copy.id, -1), *encoding};
}

}  // namespace plumb::form
