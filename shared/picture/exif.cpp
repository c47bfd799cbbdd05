#include "shared/picture/exif.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <string_view>

#include "shared/picture/heic.h"

namespace plumb::picture {
namespace {

constexpr std::string_view kHead{"Exif\0\0", 6};
constexpr std::size_t kMostBytes = 1u << 20;  // a JPEG's segment holds 64 KiB

bool starts(ByteView content, std::string_view magic, std::size_t at = 0) {
    return content.size() >= at + magic.size() &&
           std::equal(magic.begin(), magic.end(), content.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

std::size_t big(ByteView content, std::size_t at, int bytes) {
    std::size_t value = 0;
    for (int i = 0; i < bytes; ++i) value = value << 8 | content[at + static_cast<std::size_t>(i)];
    return value;
}

std::size_t little32(ByteView content, std::size_t at) {
    return content[at] | content[at + 1] << 8 | content[at + 2] << 16 | static_cast<std::size_t>(content[at + 3]) << 24;
}

// Segments up to the picture's data; each states its length.
ByteView inJpeg(ByteView content) {
    for (std::size_t at = 2; at + 4 <= content.size() && content[at] == 0xFF;) {
        const int marker = content[at + 1];
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) break;
        const std::size_t size = big(content, at + 2, 2);
        if (size < 2 || size > content.size() - at - 2) break;
        if (marker == 0xE1 && size >= 2 + kHead.size() && starts(content, kHead, at + 4))
            return content.subspan(at + 4 + kHead.size(), size - 2 - kHead.size());
        at += 2 + size;
    }
    return {};
}

ByteView inPng(ByteView content) {
    for (std::size_t at = 8; at + 12 <= content.size();) {
        const std::size_t size = big(content, at, 4);
        if (size > content.size() - at - 12) break;
        if (starts(content, "eXIf", at + 4)) return content.subspan(at + 8, size);
        at += 12 + size;
    }
    return {};
}

ByteView inWebp(ByteView content) {
    for (std::size_t at = 12; at + 8 <= content.size();) {
        const std::size_t size = little32(content, at + 4);
        if (size > content.size() - at - 8) break;
        if (starts(content, "EXIF", at)) {
            const auto found = content.subspan(at + 8, size);
            return starts(found, kHead) ? found.subspan(kHead.size()) : found;
        }
        at += 8 + size + size % 2;
    }
    return {};
}

// A HEIC's block begins with how far behind these four bytes the TIFF structure stands.
ByteView inHeic(ByteView block) {
    if (block.size() < 4) return {};
    const std::size_t skip = big(block, 0, 4);
    return skip > block.size() - 4 ? ByteView{} : block.subspan(4 + skip);
}

std::string textAt(const Exiv2::ExifData& data, const char* key) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    if (found == data.end() || found->typeId() != Exiv2::asciiString) return {};
    const std::string text = found->toString();
    return text.substr(0, text.find('\0'));
}

// Degrees, minutes and seconds, with the letter of the hemisphere; none where that is no angle up to `most`.
std::optional<double> angleAt(const Exiv2::ExifData& data, const char* key, const char* letterKey, const char* letters,
                              double most) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    const std::string letter = textAt(data, letterKey);
    if (found == data.end() || found->typeId() != Exiv2::unsignedRational || found->count() != 3 ||
        letter.size() != 1 || (letter[0] != letters[0] && letter[0] != letters[1]))
        return std::nullopt;
    double degrees = 0, unit = 1;
    for (long i = 0; i < 3; ++i, unit *= 60) {
        const auto part = found->toRational(i);
        if (part.second == 0) return std::nullopt;
        // Unsigned in the file, signed in the library's hands.
        degrees += static_cast<double>(static_cast<std::uint32_t>(part.first)) /
                   static_cast<double>(static_cast<std::uint32_t>(part.second)) / unit;
    }
    if (!(degrees <= most)) return std::nullopt;
    return letter[0] == letters[1] ? -degrees : degrees;
}

bool hasForm(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        const bool sign = text[i] == '+' || text[i] == '-';
        if (form[i] == 'd' ? !digit : form[i] == 's' ? !sign : text[i] != form[i]) return false;
    }
    return true;
}

Exif decoded(ByteView block) {
    Exif out;
    Exiv2::ExifData data;
    Exiv2::ExifParser::decode(data, block.data(), static_cast<std::uint32_t>(block.size()));
    out.present = !data.empty();
    const auto latitude = angleAt(data, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", "NS", 90),
               longitude = angleAt(data, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", "EW", 180);
    // A camera without a fix writes zeros.
    if (latitude && longitude && (*latitude != 0 || *longitude != 0)) out.place = ExifPlace{*latitude, *longitude};
    out.taken = textAt(data, "Exif.Photo.DateTimeOriginal");
    if (hasForm(out.taken, "dddd:dd:dd dd:dd:dd") && !out.taken.starts_with("0000"))
        out.taken[4] = out.taken[7] = '-';
    else
        out.taken.clear();
    out.offset = textAt(data, "Exif.Photo.OffsetTimeOriginal");
    if (out.taken.empty() || !hasForm(out.offset, "sdd:dd")) out.offset.clear();
    const auto turn = data.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    if (turn != data.end() && turn->typeId() == Exiv2::unsignedShort && turn->count() > 0) {
        const long said = turn->toLong();
        if (said >= 1 && said <= 8) out.orientation = static_cast<int>(said);
    }
    return out;
}

}  // namespace

Exif readExif(ByteView content) {
    // The library prints what it dislikes; what it dislikes is no news.
    static const bool quiet = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        return true;
    }();
    (void)quiet;
    Bytes own;
    ByteView block;
    const bool heic = isHeic(content);
    if (starts(content, "\xFF\xD8")) {
        block = inJpeg(content);
    } else if (starts(content, "\x89PNG\r\n\x1a\n")) {
        block = inPng(content);
    } else if (starts(content, "RIFF") && starts(content, "WEBP", 8)) {
        block = inWebp(content);
    } else if (heic) {
        own = heicExif(content, kMostBytes);
        block = inHeic(own);
        if (starts(block, kHead)) block = block.subspan(kHead.size());
    }
    if (block.empty() || block.size() > kMostBytes) return {};
    try {
        auto out = decoded(block);
        if (heic) out.orientation = 1;
        return out;
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace plumb::picture
