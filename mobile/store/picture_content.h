// Pictures from the bytes of a file, for the eye: JPEG, PNG, WebP, HEIC, the first page of a PDF; turned upright.
// Blocking; any thread but the UI's.
#pragma once

#include <QImage>

#include "shared/base/bytes.h"

namespace plumb::mobile {

// At least as large as `wanted` where the original is (the decoder scales: a 12 MP photo never becomes a 12 MP image in
// memory for a thumbnail); an invalid size: as it is. Null where it cannot be decoded.
QImage pictureOf(const Bytes& content, const QSize& wanted);

}  // namespace plumb::mobile
