#include "sync-server/query/feature_box.h"

#include <array>
#include <charconv>
#include <cmath>

namespace plumb::server {
namespace {

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "bad_query",
                std::string("\"bbox\" must be minlon,minlat,maxlon,maxlat in degrees: ") + why);
}

}  // namespace

bool FeatureBox::holds(double latitude, double longitude) const {
    if (latitude < south || latitude > north) return false;
    return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

Result<FeatureBox> parseFeatureBox(std::string_view text) {
    std::array<double, 6> numbers{};
    std::size_t count = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (;;) {
        if (count == numbers.size()) return bad("more than six numbers");
        const auto read = std::from_chars(at, end, numbers[count], std::chars_format::fixed);
        if (read.ec != std::errc() || !std::isfinite(numbers[count])) return bad("what stands there is no number");
        ++count;
        at = read.ptr;
        if (at == end) break;
        if (*at++ != ',') return bad("numbers stand between commas");
    }
    if (count != 4 && count != 6) return bad("four numbers, or six with heights");
    const std::size_t second = count / 2;
    const FeatureBox out{numbers[0], numbers[1], numbers[second], numbers[second + 1]};
    if (out.west < -180 || out.west > 180 || out.east < -180 || out.east > 180 || out.south < -90 || out.north > 90)
        return bad("beyond the globe");
    if (out.south > out.north) return bad("the first latitude is the lower one");
    return out;
}

}  // namespace plumb::server
