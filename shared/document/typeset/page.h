// A page as it is drawn: what stands where. Points from the upper left corner of an A4 page.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "shared/document/typeset/marked_picture.h"
#include "shared/document/typeset/paper.h"
#include "shared/document/typeset/picture.h"
#include "shared/document/typeset/set_text.h"

namespace plumb::document {

inline constexpr double kPageWidth = 595.276, kPageHeight = 841.89;  // ISO 216 A4
inline constexpr double kSide = 45, kTop = 34, kBottom = 766;        // of what papers say; the foot stands below
inline constexpr double kInner = kPageWidth - 2 * kSide;

struct PlacedText {
    std::shared_ptr<const SetText> text;
    double x, y;
    std::size_t from, to;  // lines
};
struct PlacedLine {
    double x1, y1, x2, y2, width;
    double grey = 0;
};
inline constexpr double kOuterLine = 1.1, kInnerLine = 0.5, kInnerGrey = 0.3;  // of tables and boxes
struct PlacedShade {
    double x, y, width, height;
};
struct PlacedPicture {
    std::shared_ptr<const PrintPicture> picture;
    double x, y, width, height;
    std::shared_ptr<const MarkedPicture> marks = {};  // over it; may be null
};
struct PlacedInk {
    Ink ink;
    double x, y, width, height;
};
struct PlacedTick {
    double x, y, size;
    bool on;
};
struct PlacedCode {
    std::string text;
    double x, y, size;
};
// In the order in which they are drawn.
using Placed = std::variant<PlacedShade, PlacedPicture, PlacedInk, PlacedLine, PlacedTick, PlacedCode, PlacedText>;

struct Page {
    std::vector<Placed> placed;
};

}  // namespace plumb::document
