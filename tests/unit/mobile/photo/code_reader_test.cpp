#include "mobile/photo/code_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QPainter>
#include <catch2/catch.hpp>

using namespace plumb::mobile;

namespace {

QImage codeOf(const std::string& text, ZXing::BarcodeFormat format, int width, int height) {
    ZXing::MultiFormatWriter writer(format);
    writer.setMargin(10);
    const auto bits = writer.encode(text, width, height);
    QImage out(bits.width(), bits.height(), QImage::Format_RGB32);
    for (int y = 0; y < out.height(); ++y)
        for (int x = 0; x < out.width(); ++x)
            out.setPixel(x, y, bits.get(x, y) ? qRgb(20, 20, 20) : qRgb(240, 240, 235));
    return out;
}

}  // namespace

TEST_CASE("an ear tag's bar code and a trace code's QR are read, upright and turned") {
    const auto tag = codeOf("162032100000017", ZXing::BarcodeFormat::Code128, 500, 140);
    CHECK(codesIn(tag) == QStringList{"162032100000017"});
    CHECK(codesIn(tag.transformed(QTransform().rotate(90))) == QStringList{"162032100000017"});
    CHECK(codesIn(codeOf("https://zs.example/q?c=91620321MA0000007K", ZXing::BarcodeFormat::QRCode, 300, 300)) ==
          QStringList{"https://zs.example/q?c=91620321MA0000007K"});
}

TEST_CASE("of several codes in one picture each is given once, from top to bottom") {
    QImage picture(900, 1000, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(40, 40, codeOf("first", ZXing::BarcodeFormat::QRCode, 260, 260));
    painter.drawImage(500, 380, codeOf("second", ZXing::BarcodeFormat::QRCode, 260, 260));
    painter.drawImage(40, 700, codeOf("first", ZXing::BarcodeFormat::QRCode, 260, 260));
    painter.end();
    CHECK(codesIn(picture) == QStringList{"first", "second"});
}

// ZXing 1.4 compares what it found in a picture with what it found in the same one made smaller, and ends the process
// where that was a bar code (Result::operator== asserts a single line).
TEST_CASE("large bar codes, which are read at several sizes of the picture, are given once each") {
    QImage picture(1600, 1200, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(100, 40, codeOf("6901234567892", ZXing::BarcodeFormat::EAN13, 1400, 500));
    painter.drawImage(100, 640, codeOf("6920123456789", ZXing::BarcodeFormat::EAN13, 1400, 500));
    painter.end();
    CHECK(codesIn(picture) == QStringList{"6901234567892", "6920123456789"});
    CHECK(codesIn(picture.scaled(4000, 3000)) == QStringList{"6901234567892", "6920123456789"});
}

TEST_CASE("where there is no code there is none") {
    QImage picture(300, 300, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    CHECK(codesIn(picture).isEmpty());
    CHECK(codesIn(QImage()).isEmpty());
}
