// The tablet's painter and the papers' draw the same lines: both take the shapes' own points.
#include "mobile/ui/mark_painter.h"

#include <cairo.h>
#include <catch2/catch.hpp>
#include <memory>

#include "shared/document/typeset/marked_picture.h"

using namespace plumb;
using namespace plumb::mobile;

TEST_CASE("QPainter's path and Cairo's have the same points, which are those of the shapes") {
    const picture::MarkLayer layer{
        {},
        {{picture::MarkKind::arrow, picture::MarkColor::red, {{3900, 8800}, {2600, 6700}}, {}},
         {picture::MarkKind::ellipse, picture::MarkColor::blue, {{4800, 3400}, {7500, 5800}}, {}},
         {picture::MarkKind::line, picture::MarkColor::red, {{0, 0}, {333, 777}, {9999, 1}}, {}}}};
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, 8, 8), cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
    for (const auto& shape : picture::shapesOf(layer, 852, 639)) {
        const auto path = strokePath(shape);
        cairo_new_path(cairo.get());
        document::MarkedPicture::addPath(cairo.get(), shape);
        const std::unique_ptr<cairo_path_t, decltype(&cairo_path_destroy)> drawn(cairo_copy_path(cairo.get()),
                                                                                 cairo_path_destroy);
        int number = 0;
        // Cairo closes no line that was not closed, and keeps 1/256 of a pixel.
        for (int i = 0; i < drawn->num_data; i += drawn->data[i].header.length) {
            const auto& point = drawn->data[i + 1].point;
            REQUIRE(number < path.elementCount());
            const auto element = path.elementAt(number++);
            CHECK(element.isMoveTo() == (drawn->data[i].header.type == CAIRO_PATH_MOVE_TO));
            CHECK(element.x == Approx(point.x).margin(0.01));
            CHECK(element.y == Approx(point.y).margin(0.01));
        }
        CHECK(number == path.elementCount());
    }
}
