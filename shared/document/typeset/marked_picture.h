// The marks of a photo as they stand on paper: the shapes of shared/picture over the place of the picture, labels set
// in the papers' fonts. Made for one size of picture; not thread-safe.
#pragma once

#include <memory>
#include <vector>

#include "shared/document/typeset/set_text.h"
#include "shared/picture/mark_shapes.h"

namespace plumb::document {

class MarkedPicture {
  public:
    // For a picture of this many points. Mosaics are none of its work: they are burnt into the pixels.
    MarkedPicture(const Fonts& fonts, const picture::MarkLayer& layer, double width, double height);

    // The picture's upper left corner at (x, y).
    void draw(cairo_t* cairo, double x, double y) const;
    // The path of a stroke, in the picture's own points.
    static void addPath(cairo_t* cairo, const picture::MarkShape& stroke);

  private:
    struct Label {
        picture::MarkShape shape;
        std::shared_ptr<const SetText> text;
    };
    std::vector<picture::MarkShape> m_strokes;
    std::vector<Label> m_labels;
};

}  // namespace plumb::document
