#include "mobile/photo/photo_copy.h"

#include <QBuffer>
#include <QPainter>
#include <catch2/catch.hpp>

#include "tests/unit/picture/heic_pictures.h"

using namespace plumb;
using namespace plumb::mobile;

namespace {

// White, with a black square that somebody wants hidden.
Bytes photo(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(width / 2, height / 2, width / 50, height / 50, Qt::black);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return {bytes.begin(), bytes.end()};
}

QImage opened(const Result<PhotoCopy>& copy) {
    return QImage::fromData(copy.value().jpeg, "jpeg");
}

}  // namespace

TEST_CASE("a copy is no longer than it may be, and never larger than the original") {
    const auto original = photo(1200, 800);
    const auto small = makeCopy(original, {600, {}, {}}).value();
    CHECK(small.width == 600);
    CHECK(small.height == 400);
    CHECK(opened(small).size() == QSize(600, 400));
    CHECK(makeCopy(original, {2560, {}, {}}).value().width == 1200);
    CHECK(makeCopy(original, {0, {}, {}}).value().width == 1200);
}

TEST_CASE("what a mosaic hides is not in the copy any more, and an arrow is") {
    const auto original = photo(1000, 1000);
    const picture::MarkLayer marks{
        {},
        {{picture::MarkKind::mosaic, picture::MarkColor::red, {{4500, 4500}, {6000, 6000}}, {}},
         {picture::MarkKind::arrow, picture::MarkColor::red, {{1000, 1000}, {3000, 3000}}, {}}}};
    const auto plain = opened(makeCopy(original, {0, {}, {}})), hidden = opened(makeCopy(original, {0, marks, {}}));
    CHECK(qGray(plain.pixel(510, 510)) < 60);
    CHECK(qGray(hidden.pixel(510, 510)) > 60);
    CHECK(qGray(hidden.pixel(510, 510)) < 250);
    const QColor ink(hidden.pixel(200, 200));
    CHECK(ink.red() > 180);
    CHECK(ink.green() < 110);
}

TEST_CASE("a watermark is burnt into the copy's upper edge and nowhere else") {
    const auto original = photo(1000, 1000);
    const auto marked = opened(makeCopy(original, {0, {}, {"永昌县设施蔬菜 · 1.2", "2026-11-22 08:52:13"}}));
    CHECK(qGray(marked.pixel(500, 2)) < 120);
    CHECK(qGray(marked.pixel(500, 900)) > 240);
}

TEST_CASE("a HEIC is copied like any other; what is no picture is refused") {
    const auto heic = test::heicBytes(320, 240);
    REQUIRE_FALSE(heic.empty());
    const auto bytes = asBytes(heic);
    CHECK(makeCopy({bytes.begin(), bytes.end()}, {160, {}, {}}).value().width == 160);
    CHECK(makeCopy({1, 2, 3}, {}).error().code == "no_image");
}
