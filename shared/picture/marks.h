// Marks over a photo (MARKS.md): a layer of vectors beside the untouched original, as the small JSON file that a record
// names with the role "marks". This is the model and its strict reader and writer; mark_shapes.h says how it is drawn.
// Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/sha256.h"

namespace plumb::picture {

inline constexpr const char* kMarksType = "application/vnd.plumb.marks+json";
inline constexpr const char* kMarksRole = "marks";
// The picture of which another file is the original, made to be shown.
inline constexpr const char* kShownRole = "shown";

// Coordinates are ten-thousandths of the picture's width and height, whole numbers: every reader has the same.
inline constexpr int kMarkGrid = 10'000;
inline constexpr std::size_t kMostMarks = 100;
inline constexpr std::size_t kMostLinePoints = 500;
inline constexpr std::size_t kMostLabelBytes = 240;
inline constexpr std::size_t kMostMarksBytes = 256 * 1024;

enum class MarkKind { arrow, ellipse, line, text, mosaic };
enum class MarkColor { red, yellow, blue };

struct MarkPoint {
    int x = 0, y = 0;  // 0 … kMarkGrid, from the left and from the top of the upright picture

    friend bool operator==(const MarkPoint&, const MarkPoint&) = default;
};

// `points`: of an arrow its tail and its tip; of an ellipse and a mosaic the upper left and the lower right corner; of
// a text the middle of its label; of a line two and more.
struct Mark {
    MarkKind kind = MarkKind::arrow;
    MarkColor color = MarkColor::red;  // of a mosaic it says nothing
    std::vector<MarkPoint> points = {};
    std::string text = {};  // of a text alone, and never empty there

    friend bool operator==(const Mark&, const Mark&) = default;
};

struct MarkLayer {
    Sha256 of = {};                // the original
    std::vector<Mark> marks = {};  // the first at the bottom

    friend bool operator==(const MarkLayer&, const MarkLayer&) = default;
};

std::string_view markKindName(MarkKind kind);
std::string_view markColorName(MarkColor color);
// malformed "bad_marks" with why: it is the writer's rule, too.
Result<void> checkMark(const Mark& mark);
// malformed "bad_marks" with the member's path and what is wanted. Unknown members are left alone; an unknown kind of
// mark is refused, since a layer that shows less than was drawn would say something else.
Result<MarkLayer> readMarks(std::string_view text);
// One way to write each layer. REQUIRES: every mark keeps checkMark().
std::string writeMarks(const MarkLayer& layer);

}  // namespace plumb::picture
