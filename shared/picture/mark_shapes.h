// How a layer of marks is drawn over a picture of a given size: lines of points, labels and fields of squares, in
// pixels from the picture's upper left corner. This one description is painted on the tablet (QPainter) and on paper
// (Cairo); the console computes the same from the same rules (src/record/mark_shapes.ts), and a file of cases
// (tests/unit/picture/cases/mark_shapes.json) holds both to it. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/picture/marks.h"

namespace plumb::picture {

struct Spot {
    double x = 0, y = 0;  // pixels

    friend bool operator==(const Spot&, const Spot&) = default;
};

struct MarkShape {
    enum class Kind { stroke, label, mosaic };
    Kind kind = Kind::stroke;
    MarkColor color = MarkColor::red;
    // Of a stroke: each drawn through its points with round ends and corners, first white and `casing` wide, then in
    // its colour and `ink` wide.
    std::vector<std::vector<Spot>> lines = {};
    double casing = 0, ink = 0;
    // Of a label, a white field with round corners and the text in its middle, and of a mosaic, the field.
    double left = 0, top = 0, width = 0, height = 0;
    double textSize = 0;  // height of the letters' em
    std::string text = {};
    // Of a mosaic: squares of this side from the field's upper left corner, each in the mean colour of what it hides.
    double cell = 0;
};

// In the order in which they are drawn: mosaics first, so that no arrow is hidden by one.
std::vector<MarkShape> shapesOf(const MarkLayer& layer, double width, double height);

// "#D63B27" and the like; of a label the darker of the same name, which is read on white.
std::string_view strokeColor(MarkColor color);
std::string_view labelColor(MarkColor color);

}  // namespace plumb::picture
