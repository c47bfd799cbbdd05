// Photos of 12 megapixels for benches, as many different ones as are asked for.
#pragma once

#include <string>

namespace plumb::bench {

inline constexpr int kPhotoWidth = 4000, kPhotoHeight = 3000;

// Another file each time: the same content twice is one file. A JPEG's reader leaves what follows its end alone, and
// so does a HEIC's what stands in a box "free".
inline std::string numbered(std::string picture, int number, bool heic) {
    std::string box(heic ? std::string("\0\0\0\x0c", 4) + "free" : std::string());
    for (int shift = 24; shift >= 0; shift -= 8) box += static_cast<char>(number >> shift);
    return picture + box;
}

}  // namespace plumb::bench
