// Photos as a camera writes them: JPEG files with the time and place in their EXIF data (JEITA CP-3451), which no two
// share; the pictures themselves are drawn once a scene (scenes.h) and used again.
// One thread; drawing is spread over as many as the machine has.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "tools/province/random.h"

namespace plumb::province {

class PhotoRoll {
  public:
    // Draws `pictures` of each scene.
    PhotoRoll(std::uint64_t seed, std::size_t pictures);

    // The bytes of a photo of that scene.
    std::string take(const std::string& scene, const Instant& at, double latitude, double longitude, int altitude,
                     Random& random) const;
    // PNG of a drawn signature.
    static std::string signature(Random random);

  private:
    std::map<std::string, std::vector<std::string>> m_pictures;  // JPEG without EXIF
};

// The APP1 segment; `latitude` and `longitude` in degrees north and east.
std::string exifSegment(const Instant& at, double latitude, double longitude, int altitude);

}  // namespace plumb::province
