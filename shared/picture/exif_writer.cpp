#include "shared/picture/exif_writer.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <exiv2/exiv2.hpp>

namespace plumb::picture {
namespace {

// Degrees, minutes, and seconds in hundredths: some 30 cm.
Exiv2::URationalValue rationalOf(double degrees) {
    const auto hundredths = static_cast<std::uint32_t>(std::lround(std::abs(degrees) * 3600 * 100));
    Exiv2::URationalValue out;
    out.value_ = {{hundredths / 360'000, 1}, {hundredths / 6000 % 60, 1}, {hundredths % 6000, 100}};
    return out;
}

std::string offsetText(std::chrono::minutes offset) {
    const auto minutes = std::abs(offset.count());
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset.count() < 0 ? '-' : '+',
                  static_cast<int>(minutes / 60 % 100), static_cast<int>(minutes % 60));
    return text.data();
}

}  // namespace

Result<Bytes> stampJpeg(ByteView jpeg, const ExifStamp& stamp) {
    const std::string text = formatInstant(stamp.taken);  // "2026-11-22T08:15:30.123+08:00"
    std::string taken = text.substr(0, 19);
    taken[4] = taken[7] = ':';
    taken[10] = ' ';
    const std::string offset = offsetText(stamp.taken.offset);
    try {
        auto image = Exiv2::ImageFactory::open(jpeg.data(), static_cast<long>(jpeg.size()));
        if (!image.get() || image->imageType() != Exiv2::ImageType::jpeg)
            return fail(ErrorKind::malformed, "no_image", "a photo that is stamped is a JPEG");
        Exiv2::ExifData exif;
        exif["Exif.Image.Orientation"] = std::uint16_t{1};
        exif["Exif.Image.DateTime"] = taken;
        exif["Exif.Photo.DateTimeOriginal"] = taken;
        exif["Exif.Photo.DateTimeDigitized"] = taken;
        exif["Exif.Photo.OffsetTimeOriginal"] = offset;
        exif["Exif.Photo.OffsetTime"] = offset;
        if (stamp.place) {
            exif["Exif.GPSInfo.GPSLatitudeRef"] = stamp.place->latitude < 0 ? "S" : "N";
            exif["Exif.GPSInfo.GPSLongitudeRef"] = stamp.place->longitude < 0 ? "W" : "E";
            const auto latitude = rationalOf(stamp.place->latitude), longitude = rationalOf(stamp.place->longitude);
            exif.add(Exiv2::ExifKey("Exif.GPSInfo.GPSLatitude"), &latitude);
            exif.add(Exiv2::ExifKey("Exif.GPSInfo.GPSLongitude"), &longitude);
        }
        image->setExifData(exif);
        image->writeMetadata();
        auto& out = image->io();
        if (out.open() != 0) return fail(ErrorKind::broken, "broken", "the stamped photo cannot be read back");
        Bytes stamped(static_cast<std::size_t>(out.size()));
        const auto got = out.read(stamped.data(), static_cast<long>(stamped.size()));
        if (static_cast<std::size_t>(got) != stamped.size())
            return fail(ErrorKind::broken, "broken", "the stamped photo is cut short");
        return stamped;
    } catch (const Exiv2::AnyError& error) {
        return fail(ErrorKind::malformed, "no_image", std::string("a photo cannot be stamped: ") + error.what());
    }
}

}  // namespace plumb::picture
