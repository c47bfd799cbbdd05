// Barcodes and QR codes in a picture, read by ZXing. Blocking, some hundred milliseconds for a photo; any thread.
#pragma once

#include <QImage>
#include <QStringList>

namespace plumb::mobile {

// What stands in them, each once, from top to bottom; empty where there is none that can be read whole.
QStringList codesIn(const QImage& picture);

}  // namespace plumb::mobile
