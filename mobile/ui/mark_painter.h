// Marks painted with QPainter, from the one description of their shapes (shared/picture/mark_shapes.h). Any thread that
// may paint.
#pragma once

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "shared/picture/mark_shapes.h"

namespace plumb::mobile {

// The path of a stroke, in the picture's own pixels.
QPainterPath strokePath(const picture::MarkShape& stroke);
// Strokes and labels; mosaics are none of it.
void paintMarks(QPainter& painter, const std::vector<picture::MarkShape>& shapes);
// Mosaics are burnt into this image, of the size for which the shapes are. REQUIRES: a format of 32 bits.
void burnMosaics(QImage& image, const std::vector<picture::MarkShape>& shapes);

}  // namespace plumb::mobile
