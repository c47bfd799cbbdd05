#include "tools/province/photo_roll.h"

#include <QtCore/QBuffer>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <thread>

#include "tools/province/scenes.h"
#include "tools/province/timeline.h"

namespace plumb::province {
namespace {

constexpr int kQuality = 68;  // of JPEG: some 40 KB a photo

std::string encoded(const QImage& image, const char* format) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, kQuality)) throw std::runtime_error(std::string("Qt cannot write ") + format);
    return buffer.data().toStdString();
}

// A TIFF structure of big-endian entries; values of more than four bytes follow behind the last directory.
class Tiff {
  public:
    enum Type : std::uint16_t { byte = 1, ascii = 2, number = 4, rational = 5 };
    struct Entry {
        std::uint16_t tag;
        Type type;
        std::uint32_t count;
        std::string value;
    };
    static std::string big(std::uint32_t value, int bytes = 4) {
        std::string out;
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            out.push_back(static_cast<char>(value >> shift & 0xff));
        return out;
    }
    static Entry text(std::uint16_t tag, std::string value) {
        value.push_back('\0');
        const auto size = static_cast<std::uint32_t>(value.size());
        return {tag, ascii, size, std::move(value)};
    }
    static std::size_t sizeOf(const std::vector<Entry>& directory) { return 2 + 12 * directory.size() + 4; }
    // `at`: where the directory begins; its long values go to `rest`, which begins at `restAt`.
    static std::string directory(const std::vector<Entry>& entries, std::string& rest, std::size_t restAt) {
        std::string out = big(static_cast<std::uint32_t>(entries.size()), 2);
        for (const auto& entry : entries) {
            out += big(entry.tag, 2) + big(entry.type, 2) + big(entry.count);
            if (entry.value.size() <= 4) {
                out += entry.value + std::string(4 - entry.value.size(), '\0');
                continue;
            }
            out += big(static_cast<std::uint32_t>(restAt + rest.size()));
            rest += entry.value;
            if (rest.size() % 2) rest.push_back('\0');
        }
        return out + big(0);
    }
};

// Degrees, minutes, seconds in hundredths, as three rationals.
std::string sexagesimal(double degrees) {
    const auto all = static_cast<std::uint32_t>(std::lround(std::abs(degrees) * 360'000));
    return Tiff::big(all / 360'000) + Tiff::big(1) + Tiff::big(all / 6'000 % 60) + Tiff::big(1) +
           Tiff::big(all % 6'000) + Tiff::big(100);
}

}  // namespace

std::string exifSegment(const Instant& at, double latitude, double longitude, int altitude) {
    const auto day = localDay(at.utc);
    auto date = dayText(day);
    std::replace(date.begin(), date.end(), '-', ':');
    const auto time = formatInstant({at.utc, kZone});  // 2026-11-22T08:15:30.123+08:00
    const auto taken = date + " " + time.substr(11, 8);
    std::vector<Tiff::Entry> photo{Tiff::text(0x9003, taken), Tiff::text(0x9011, "+08:00")};
    std::vector<Tiff::Entry> place{
        {0, Tiff::byte, 4, std::string("\2\3\0\0", 4)},
        Tiff::text(1, latitude < 0 ? "S" : "N"),
        {2, Tiff::rational, 3, sexagesimal(latitude)},
        Tiff::text(3, longitude < 0 ? "W" : "E"),
        {4, Tiff::rational, 3, sexagesimal(longitude)},
        {6, Tiff::rational, 1, Tiff::big(static_cast<std::uint32_t>(altitude)) + Tiff::big(1)}};
    std::vector<Tiff::Entry> main{Tiff::text(0x010f, "Plumbline"),
                                  Tiff::text(0x0110, "sample camera"),
                                  Tiff::text(0x0132, taken),
                                  {0x8769, Tiff::number, 1, ""},
                                  {0x8825, Tiff::number, 1, ""}};
    const std::size_t photoAt = 8 + Tiff::sizeOf(main), placeAt = photoAt + Tiff::sizeOf(photo),
                      restAt = placeAt + Tiff::sizeOf(place);
    main[3].value = Tiff::big(static_cast<std::uint32_t>(photoAt));
    main[4].value = Tiff::big(static_cast<std::uint32_t>(placeAt));
    std::string rest;
    std::string tiff = std::string("MM\0\x2a", 4) + Tiff::big(8) + Tiff::directory(main, rest, restAt);
    tiff += Tiff::directory(photo, rest, restAt);
    tiff += Tiff::directory(place, rest, restAt);
    tiff += rest;
    const std::string body = std::string("Exif\0\0", 6) + tiff;
    return "\xff\xe1" + Tiff::big(static_cast<std::uint32_t>(body.size() + 2), 2) + body;
}

PhotoRoll::PhotoRoll(std::uint64_t seed, std::size_t pictures) {
    std::vector<std::pair<std::string*, std::string>> jobs;
    for (const auto& scene : sceneNames()) {
        m_pictures[scene].resize(pictures);
        for (std::size_t i = 0; i < pictures; ++i)
            jobs.emplace_back(&m_pictures[scene][i], scene + " " + std::to_string(i));
    }
    std::atomic<std::size_t> next{0};
    const auto draw = [&] {
        for (std::size_t job = next++; job < jobs.size(); job = next++) {
            const auto& [out, name] = jobs[job];
            *out = encoded(drawScene(name.substr(0, name.find(' ')), Random(seed, "picture " + name)), "JPG");
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(draw);
    draw();
    for (auto& thread : threads) thread.join();
}

std::string PhotoRoll::take(const std::string& scene, const Instant& at, double latitude, double longitude,
                            int altitude, Random& random) const {
    const auto found = m_pictures.find(scene);
    if (found == m_pictures.end()) throw std::logic_error("no scene is called " + scene);
    const auto& picture = random.pick(found->second);
    // Behind the marker that begins the file.
    return picture.substr(0, 2) + exifSegment(at, latitude, longitude, altitude) + picture.substr(2);
}

std::string PhotoRoll::signature(Random random) {
    return encoded(drawSignature(random), "PNG");
}

}  // namespace plumb::province
