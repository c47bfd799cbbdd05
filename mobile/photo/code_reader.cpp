#include "mobile/photo/code_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <vector>

namespace plumb::mobile {

namespace {

// Below this many pixels a picture is not read again at a third of its size, which finds what is blurred.
constexpr int kSmall = 500;
constexpr int kSmaller = 3;

struct Found {
    QString text;
    double top = 0;  // part of the picture's height
};

void read(const QImage& gray, std::vector<Found>& out) {
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(gray.bytesPerLine()));
    // Sizes are ours to try: ZXing 1.4 compares what it finds at two of them, and its comparison of bar codes aborts.
    const auto hints = ZXing::DecodeHints().setTryHarder(true).setTryRotate(true).setTryDownscale(false);
    for (const auto& one : ZXing::ReadBarcodes(view, hints)) {
        const QString text = QString::fromStdString(one.text()).trimmed();
        if (!one.isValid() || text.isEmpty()) continue;
        const auto same = [&text](const Found& before) { return before.text == text; };
        const double top = static_cast<double>(one.position().topLeft().y) / gray.height();
        if (const auto at = std::find_if(out.begin(), out.end(), same); at != out.end())
            at->top = std::min(at->top, top);
        else
            out.push_back({text, top});
    }
}

}  // namespace

QStringList codesIn(const QImage& picture) {
    QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    if (gray.isNull()) return {};
    std::vector<Found> found;
    read(gray, found);
    while (std::max(gray.width(), gray.height()) > kSmall && std::min(gray.width(), gray.height()) >= kSmaller) {
        gray = gray.scaled(gray.size() / kSmaller, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                   .convertToFormat(QImage::Format_Grayscale8);
        read(gray, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.top < b.top; });
    QStringList out;
    for (const auto& one : found) out.append(one.text);
    return out;
}

}  // namespace plumb::mobile
