// A text broken into lines of a width, measured, to be drawn whole or some of its lines. Not thread-safe.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "shared/document/typeset/fonts.h"
#include "shared/document/typeset/paper.h"

namespace plumb::document {

class SetText {
  public:
    struct Manner {
        double size = kBodySize;
        Align align = Align::left;
        double spacing = 0;  // between letters
    };
    // `width`: of the lines; negative: one line as long as it gets.
    SetText(const Fonts& fonts, const Text& text, Manner manner, double width);

    [[nodiscard]] double width() const { return m_width; }  // of its widest line
    [[nodiscard]] double height() const { return heightOf(0, lines()); }
    [[nodiscard]] std::size_t lines() const { return m_lines.size(); }
    [[nodiscard]] double heightOf(std::size_t from, std::size_t to) const;
    // How many lines from `from` on have room in `height`.
    [[nodiscard]] std::size_t fitting(std::size_t from, double height) const;
    // The lines of [from, to), the first one's upper edge at `y`.
    void draw(cairo_t* cairo, double x, double y, std::size_t from, std::size_t to) const;
    // Characters that no font has, each once.
    [[nodiscard]] std::vector<std::string> unknown() const;

  private:
    struct Line {
        PangoLayoutLine* line;  // the layout's
        double x, top, bottom, baseline;
    };
    struct Unref {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    struct Range {
        int from, to;  // bytes
    };
    void drawLine(cairo_t* cairo, const Line& line, double x, double baseline) const;

    std::unique_ptr<PangoLayout, Unref> m_layout;
    std::string m_text;
    std::vector<Range> m_bold, m_grey;
    std::vector<Line> m_lines;
    double m_size, m_width = 0;
};

}  // namespace plumb::document
