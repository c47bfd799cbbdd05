// A page of a PDF as a picture, by Qt Pdf. Any thread: Qt's library of PDF lets one of them in at a time.
#pragma once

#include <QImage>
#include <QSize>

#include "shared/base/bytes.h"

namespace plumb::mobile {

bool isPdf(ByteView content);

// The page with this number, from 0, on white, as large as fits `wanted`; 1,200 pixels high where that is not valid.
// Null where it is no PDF that opens (damaged, or behind a password), or has no such page.
QImage pageOf(ByteView content, int page, const QSize& wanted);
inline QImage firstPage(const Bytes& content, const QSize& wanted) {
    return pageOf(content, 0, wanted);
}

}  // namespace plumb::mobile
