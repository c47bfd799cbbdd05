// A PNG or JPEG as a picture to be printed: a JPEG comes down to what its place on paper needs and stays a JPEG in the
// PDF. Blocking; not thread-safe.
#pragma once

#include <cairo.h>

#include <memory>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::document {

class PrintPicture {
  public:
    // `width`: of its place, points. Malformed "bad_picture", with why.
    static Result<PrintPicture> read(std::string_view content, double width);

    [[nodiscard]] int width() const { return cairo_image_surface_get_width(m_surface.get()); }  // pixels
    [[nodiscard]] int height() const { return cairo_image_surface_get_height(m_surface.get()); }
    // As large as it has room, its proportions kept, in the middle.
    void draw(cairo_t* cairo, double x, double y, double width, double height) const;

    using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

  private:
    explicit PrintPicture(Surface surface) : m_surface(std::move(surface)) {}
    Surface m_surface;
};

// One format each; picture.cpp is the rule over them.
Result<PrintPicture::Surface> readPng(std::string_view content);
Result<PrintPicture::Surface> readJpeg(std::string_view content, double width);

}  // namespace plumb::document
