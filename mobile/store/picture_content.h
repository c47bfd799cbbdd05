// Pictures from the bytes of a file, for the eye: JPEG, PNG, WebP, HEIC, the first page of a PDF; turned upright.
// Blocking; any thread but the UI's.
#pragma once

#include <QImage>

#include "shared/store/tablet_store.h"

namespace plumb::mobile {

// A HEIC of twelve megapixels takes a second and 100 MB to decode, however small it is drawn. Whether its JPEG
// (shared/store/judged_picture.h) suffices for a picture whose longer side is `side` pixels; 0: as large as it is.
bool isDrawnByAnother(const Bytes& original, int side);
// What a picture of that size is drawn from: the original, or the JPEG that is kept beside it. Errors of
// FileVault::get. On the store's thread; others ask SealedFiles.
Result<Bytes> pictureContent(const store::TabletStore& store, const Sha256& original, int side);

// At least as large as `wanted` where the original is (the decoder scales: a 12 MP photo never becomes a 12 MP image in
// memory for a thumbnail); an invalid size: as it is. Null where it cannot be decoded.
QImage pictureOf(const Bytes& content, const QSize& wanted);

}  // namespace plumb::mobile
