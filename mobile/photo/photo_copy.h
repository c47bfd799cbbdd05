// A copy of a photo to be shown, sent or printed: turned upright, brought to a size, marks drawn and mosaics burnt in,
// a line about time and place over it. The original is never touched. Blocking; off the UI thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/picture/marks.h"

namespace plumb::mobile {

struct CopyWish {
    int longSide = 0;  // pixels; 0: as large as the original
    picture::MarkLayer marks = {};
    QStringList watermark = {};  // lines; none: no watermark
};

struct PhotoCopy {
    QByteArray jpeg;
    int width = 0, height = 0;
};

// malformed "no_image" where the original cannot be decoded.
Result<PhotoCopy> makeCopy(const Bytes& original, const CopyWish& wish);

}  // namespace plumb::mobile
