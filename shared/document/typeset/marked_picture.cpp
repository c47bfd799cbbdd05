#include "shared/document/typeset/marked_picture.h"

#include <charconv>
#include <cmath>

namespace plumb::document {
namespace {

void setColor(cairo_t* cairo, std::string_view color) {
    unsigned value = 0;
    std::from_chars(color.data() + 1, color.data() + color.size(), value, 16);
    cairo_set_source_rgb(cairo, (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0);
}

void roundedField(cairo_t* cairo, const picture::MarkShape& shape) {
    const double radius = shape.height / 6, right = shape.left + shape.width, bottom = shape.top + shape.height;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - radius, shape.top + radius, radius, -M_PI / 2, 0);
    cairo_arc(cairo, right - radius, bottom - radius, radius, 0, M_PI / 2);
    cairo_arc(cairo, shape.left + radius, bottom - radius, radius, M_PI / 2, M_PI);
    cairo_arc(cairo, shape.left + radius, shape.top + radius, radius, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo);
}

}  // namespace

MarkedPicture::MarkedPicture(const Fonts& fonts, const picture::MarkLayer& layer, double width, double height) {
    for (auto& shape : picture::shapesOf(layer, width, height)) {
        if (shape.kind == picture::MarkShape::Kind::stroke)
            m_strokes.push_back(std::move(shape));
        else if (shape.kind == picture::MarkShape::Kind::label) {
            auto text =
                std::make_shared<const SetText>(fonts, Text{{shape.text, true}}, SetText::Manner{shape.textSize}, -1);
            m_labels.push_back({std::move(shape), std::move(text)});
        }
    }
}

void MarkedPicture::addPath(cairo_t* cairo, const picture::MarkShape& stroke) {
    for (const auto& line : stroke.lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            i == 0 ? cairo_move_to(cairo, line[i].x, line[i].y) : cairo_line_to(cairo, line[i].x, line[i].y);
    }
}

void MarkedPicture::draw(cairo_t* cairo, double x, double y) const {
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (const auto& stroke : m_strokes) {
        addPath(cairo, stroke);
        cairo_set_line_width(cairo, stroke.casing);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_stroke_preserve(cairo);
        cairo_set_line_width(cairo, stroke.ink);
        setColor(cairo, picture::strokeColor(stroke.color));
        cairo_stroke(cairo);
    }
    for (const auto& [shape, text] : m_labels) {
        roundedField(cairo, shape);
        cairo_set_source_rgb(cairo, 1, 1, 1);
        cairo_fill_preserve(cairo);
        setColor(cairo, picture::labelColor(shape.color));
        cairo_set_line_width(cairo, shape.textSize / 12);
        cairo_stroke(cairo);
        // What a font sets wider than was reckoned is drawn narrower, so that it stays within its field.
        const double room = shape.width - 0.4 * shape.textSize;
        const double narrow = std::min(1.0, room / std::max(1.0, text->width()));
        cairo_save(cairo);
        cairo_translate(cairo, shape.left + (shape.width - narrow * text->width()) / 2,
                        shape.top + (shape.height - text->height()) / 2);
        cairo_scale(cairo, narrow, 1);
        text->draw(cairo, 0, 0, 0, text->lines());
        cairo_restore(cairo);
    }
    cairo_restore(cairo);
}

}  // namespace plumb::document
