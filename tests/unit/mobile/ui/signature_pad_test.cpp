#include <QCoreApplication>
#include <QImage>
#include <QMouseEvent>
#include <catch2/catch.hpp>

#include "mobile/ui/signature_pad.h"
#include "shared/store/image_type.h"

using plumb::mobile::SignaturePad;

namespace {

// The pad's own handlers, as the window would call them.
struct Glass : SignaturePad {
    void stroke(int points) {
        for (int i = 0; i < points; ++i) {
            const QPointF at(20 + i * 8, 40 + (i % 5) * 10);
            QMouseEvent event(i == 0 ? QEvent::MouseButtonPress : QEvent::MouseMove, at, at, Qt::LeftButton,
                              Qt::LeftButton, Qt::NoModifier);
            if (i == 0)
                mousePressEvent(&event);
            else
                mouseMoveEvent(&event);
        }
    }
};

}  // namespace

TEST_CASE("a tap is not a signature, a stroke is, and it can be taken back") {
    Glass glass;
    glass.setSize({620, 196});
    CHECK(glass.isEmpty());
    glass.stroke(1);
    CHECK(glass.isEmpty());
    CHECK(glass.png().isEmpty());
    glass.stroke(30);
    CHECK_FALSE(glass.isEmpty());
    glass.clear();
    CHECK(glass.isEmpty());
}

TEST_CASE("a signature is a whole PNG, black on white, that the store takes") {
    Glass glass;
    glass.setSize({620, 196});
    glass.setProperty("ink", QColor(Qt::red));
    glass.stroke(30);
    const QByteArray png = glass.png();
    const auto info = plumb::store::imageInfo(
        {reinterpret_cast<const std::uint8_t*>(png.constData()), static_cast<std::size_t>(png.size())});
    REQUIRE(info);
    CHECK(info->type == "image/png");
    CHECK(info->width == 620);
    const QImage image = QImage::fromData(png);
    CHECK(image.isGrayscale());
    CHECK(image.pixelColor(0, 0) == QColor(Qt::white));
}

TEST_CASE("a screen that is turned, and turned back, changes nothing of what was drawn") {
    Glass glass;
    glass.setSize({620, 196});
    glass.stroke(30);
    const QByteArray drawn = glass.strokes(), png = glass.png();
    for (const QSizeF& size : {QSizeF(300, 196), QSizeF(80, 30), QSizeF(0, 0), QSizeF(900, 196), QSizeF(620, 196)})
        glass.setSize(size);
    // Times are of each point; the drawing is the same.
    CHECK(glass.strokes() == drawn);
    CHECK(glass.png() == png);
    glass.setSize({310, 98});
    CHECK(glass.strokes() == drawn);
    // What is added on the smaller glass stands where it was put.
    glass.stroke(2);
    const QByteArray more = glass.strokes();
    CHECK(more.contains("\"width\":"));
    CHECK(more.size() > drawn.size());
    CHECK(glass.png().size() > 0);
}
