#include "mobile/ui/qr_code.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>
#include <algorithm>
#include <exception>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr int kQuiet = 4;  // modules on each side, as the standard wants

QImage modulesOf(const QString& text) {
    if (text.isEmpty()) return {};
    try {
        const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                .setEncoding(ZXing::CharacterSet::ISO8859_1)
                                .setMargin(kQuiet)
                                .setEccLevel(2)
                                .encode(ss(text), 0, 0);
        QImage out(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < matrix.height(); ++y)
            for (int x = 0; x < matrix.width(); ++x) out.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
        return out;
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void QrCode::setText(const QString& text) {
    if (m_text == text) return;
    m_text = text;
    m_modules = modulesOf(text);
    update();
    emit changed();
}

// Each module is the same whole number of pixels: half ones blur what a camera reads.
void QrCode::paint(QPainter* painter) {
    painter->fillRect(boundingRect(), Qt::white);
    if (m_modules.isNull()) return;
    const int side = static_cast<int>(std::min(width(), height()));
    const int module = std::max(1, side / m_modules.width());
    const int drawn = module * m_modules.width();
    painter->drawImage(
        QRect((static_cast<int>(width()) - drawn) / 2, (static_cast<int>(height()) - drawn) / 2, drawn, drawn),
        m_modules);
}

}  // namespace plumb::mobile
