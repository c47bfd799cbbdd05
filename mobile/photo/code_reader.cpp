#include "mobile/photo/code_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace plumb::mobile {

QStringList codesIn(const QImage& picture) {
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    if (gray.isNull()) return {};
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(gray.bytesPerLine()));
    auto found = ZXing::ReadBarcodes(view, ZXing::DecodeHints().setTryHarder(true).setTryRotate(true));
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.position().topLeft().y < b.position().topLeft().y; });
    QStringList out;
    for (const auto& one : found) {
        const QString text = QString::fromStdString(one.text()).trimmed();
        if (one.isValid() && !text.isEmpty() && !out.contains(text)) out.append(text);
    }
    return out;
}

}  // namespace plumb::mobile
