#include "shared/store/photo_metadata.h"

#include "shared/domain/geodesy.h"
#include "shared/picture/exif.h"

namespace plumb::store {

PhotoMetadata photoFacts(ByteView content) {
    const auto exif = picture::readExif(content);
    PhotoMetadata out{{}, exif.taken, exif.offset, exif.present};
    if (exif.place) out.place = PhotoPlace{exif.place->latitude, exif.place->longitude};
    return out;
}

double metresBetween(const PhotoPlace& a, const PhotoPlace& b) {
    return domain::metresBetween({a.latitude, a.longitude}, {b.latitude, b.longitude});
}

}  // namespace plumb::store
