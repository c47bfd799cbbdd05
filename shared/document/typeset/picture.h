// A PNG or JPEG as a picture to be printed. Photos come down to what their place on paper needs, and stand in the PDF
// as JPEGs, whatever they came as; a drawing that is a PNG stays one. Blocking; not thread-safe.
#pragma once

#include <cairo.h>

#include <memory>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/picture/marks.h"

namespace plumb::document {

enum class PictureKind { drawing, photo };

class PrintPicture {
  public:
    // `width`: of its place, points. Malformed "bad_picture", with why.
    // `marks` (may be null): its mosaics are burnt into the pixels of a photo.
    static Result<PrintPicture> read(std::string_view content, double width, PictureKind kind,
                                     const picture::MarkLayer* marks = nullptr);

    [[nodiscard]] int width() const { return cairo_image_surface_get_width(m_surface.get()); }  // pixels
    [[nodiscard]] int height() const { return cairo_image_surface_get_height(m_surface.get()); }
    // Where it stands in this room: as large as it has room, its proportions kept, in the middle.
    struct Place {
        double x, y, width, height;
    };
    [[nodiscard]] Place placeIn(double x, double y, double width, double height) const;
    void draw(cairo_t* cairo, double x, double y, double width, double height) const;

    using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

  private:
    explicit PrintPicture(Surface surface) : m_surface(std::move(surface)) {}
    Surface m_surface;
};

// One format each; picture.cpp is the rule over them.
Result<PrintPicture::Surface> readPng(std::string_view content);

inline constexpr double kDotsPerPoint = 150.0 / 72;

// Rows of red, green, blue, one after the other.
struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;
};
Result<Pixels> readJpeg(std::string_view content, double width);
// A surface that stands in the PDF as a JPEG.
Result<PrintPicture::Surface> asJpeg(const Pixels& pixels);

}  // namespace plumb::document
