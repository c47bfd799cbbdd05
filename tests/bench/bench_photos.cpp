// Forty photos of 12 megapixels taken in one after the other, as JPEG and as HEIC: from the file's bytes to sealed.
// Usage: bench_photos [--quick]. Prints `bench <name> <value> <unit>`; the limits are 0.3 s a JPEG and 400 MB in all.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "tests/bench/photo_files.h"
#include "tests/unit/picture/heic_pictures.h"
#include "tests/unit/store/pictures.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::bench;
using Steady = std::chrono::steady_clock;

namespace {

double peakMegabytes() {
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_maxrss) / 1024;
}

void measure(const char* name, const std::string& picture, bool heic, int count) {
    test::Tablet tablet;
    const auto draft = store::beginInspection(*tablet.store, "yongchang", tablet.checklistId).value();
    std::vector<double> took;
    for (int i = 0; i < count; ++i) {
        const auto file = numbered(picture, i, heic);
        const auto begun = Steady::now();
        const auto photo = store::addPhoto(*tablet.store, draft.id, "1", asBytes(file));
        took.push_back(std::chrono::duration<double>(Steady::now() - begun).count());
        if (!photo) std::fprintf(stderr, "%s\n", photo.error().detail.c_str());
    }
    std::sort(took.begin(), took.end());
    std::printf("bench photos.%s.bytes %zu bytes\n", name, picture.size());
    std::printf("bench photos.%s.median %.3f s\nbench photos.%s.slowest %.3f s\n", name, took[took.size() / 2], name,
                took.back());
    std::printf("bench photos.%s.peak %.0f MB\nbench photos.%s.peak_ratio %.3f of_limit\n", name, peakMegabytes(), name,
                peakMegabytes() / 400);
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    // Made before: what is measured is taking in.
    const auto jpeg = test::jpegBytes(kPhotoWidth, kPhotoHeight);
    measure("jpeg", jpeg, false, quick ? 4 : 40);
    measure("heic", test::heicBytes(kPhotoWidth, kPhotoHeight), true, quick ? 2 : 40);
    return 0;
}
