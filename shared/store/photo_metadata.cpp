#include "shared/store/photo_metadata.h"

#include <libexif/exif-data.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>

#include "shared/domain/geodesy.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

constexpr std::string_view kHead{"Exif\0\0", 6};

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

// The TIFF structure that EXIF is, wherever the format keeps it; empty where there is none.
ByteView exifOf(ByteView content) {
    if (starts(content, "\xFF\xD8")) {
        // Segments up to the picture's data; each states its length.
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
    } else if (starts(content, "\x89PNG\r\n\x1a\n")) {
        for (std::size_t at = 8; at + 12 <= content.size();) {
            const std::size_t size = big(content, at, 4);
            if (size > content.size() - at - 12) break;
            if (starts(content, "eXIf", at + 4)) return content.subspan(at + 8, size);
            at += 12 + size;
        }
    } else if (starts(content, "RIFF") && starts(content, "WEBP", 8)) {
        for (std::size_t at = 12; at + 8 <= content.size();) {
            const std::size_t size = little32(content, at + 4);
            if (size > content.size() - at - 8) break;
            if (starts(content, "EXIF", at)) {
                const auto found = content.subspan(at + 8, size);
                return starts(found, kHead) ? found.subspan(kHead.size()) : found;
            }
            at += 8 + size + size % 2;
        }
    }
    return {};
}

struct Release {
    void operator()(ExifData* data) const { exif_data_unref(data); }
};

ExifEntry* entryOf(ExifData& data, ExifIfd ifd, int tag) {
    return exif_content_get_entry(data.ifd[ifd], static_cast<ExifTag>(tag));
}

std::string textOf(const ExifEntry* entry) {
    if (!entry || entry->format != EXIF_FORMAT_ASCII || !entry->data) return {};
    const auto* text = reinterpret_cast<const char*>(entry->data);
    return {text, std::find(text, text + entry->size, '\0')};
}

// Degrees, minutes and seconds, with the letter of the hemisphere; none where that is no angle up to `most`.
std::optional<double> angleOf(ExifData& data, int tag, int letterTag, const char* letters, double most) {
    const auto* entry = entryOf(data, EXIF_IFD_GPS, tag);
    const std::string letter = textOf(entryOf(data, EXIF_IFD_GPS, letterTag));
    if (!entry || entry->format != EXIF_FORMAT_RATIONAL || entry->components != 3 || entry->size < 24 ||
        letter.size() != 1 || (letter[0] != letters[0] && letter[0] != letters[1]))
        return std::nullopt;
    double degrees = 0, unit = 1;
    for (unsigned i = 0; i < 3; ++i, unit *= 60) {
        const auto part = exif_get_rational(entry->data + 8 * i, exif_data_get_byte_order(&data));
        if (part.denominator == 0) return std::nullopt;
        degrees += static_cast<double>(part.numerator) / static_cast<double>(part.denominator) / unit;
    }
    if (!(degrees <= most)) return std::nullopt;
    return letter[0] == letters[1] ? -degrees : degrees;
}

// "2026:11:22 08:15:30"; anything else is not shown.
std::string takenAt(ExifData& data) {
    std::string text = textOf(entryOf(data, EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL));
    constexpr std::string_view kForm = "dddd:dd:dd dd:dd:dd";
    if (text.size() != kForm.size()) return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kForm[i] == 'd' ? !digit : text[i] != kForm[i]) return {};
    }
    if (text.starts_with("0000")) return {};
    text[4] = text[7] = '-';
    return text;
}

}  // namespace

PhotoMetadata photoFacts(ByteView content) {
    PhotoMetadata out;
    const auto exif = exifOf(content);
    if (exif.empty() || exif.size() > kMostExifBytes) return out;
    Bytes block(kHead.begin(), kHead.end());
    block.insert(block.end(), exif.begin(), exif.end());
    const std::unique_ptr<ExifData, Release> data(exif_data_new());
    if (!data) return out;
    // Only what stands there is read: nothing is added or mended.
    exif_data_unset_option(data.get(), EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_unset_option(data.get(), EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS);
    exif_data_load_data(data.get(), block.data(), static_cast<unsigned>(block.size()));
    const auto latitude = angleOf(*data, EXIF_TAG_GPS_LATITUDE, EXIF_TAG_GPS_LATITUDE_REF, "NS", 90),
               longitude = angleOf(*data, EXIF_TAG_GPS_LONGITUDE, EXIF_TAG_GPS_LONGITUDE_REF, "EW", 180);
    // A camera without a fix writes zeros.
    if (latitude && longitude && (*latitude != 0 || *longitude != 0)) out.place = PhotoPlace{*latitude, *longitude};
    out.taken = takenAt(*data);
    return out;
}

double metresBetween(const PhotoPlace& a, const PhotoPlace& b) {
    return domain::metresBetween({a.latitude, a.longitude}, {b.latitude, b.longitude});
}

}  // namespace plumb::store
