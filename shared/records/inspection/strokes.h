// A signature as a hand drew it on glass: the strokes as vectors, with the time of each point, and the digest of the
// content that stood before the person who drew (signed_content.h). RECORDS.md, "Drawn signatures", describes the JSON:
//   {"content":"<sha256>","form":2,"width":1000,"height":320,"lines":[[t,x,y, dt,dx,dy, …], …]}
// Whole numbers: points in a box of width × height, times in milliseconds since the pen first touched. The first point
// of a line is absolute, the others are steps from the one before. Limits are checked on reading; values only, any
// thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/records/body_reader.h"

namespace plumb::records {

// A tap or a dash is no signature, and a hand writes its name in far less than the most.
inline constexpr std::size_t kFewestStrokePoints = 6, kMostStrokePoints = 1000, kMostStrokeLines = 100;
inline constexpr std::int64_t kLargestStrokeBox = 4096;
inline constexpr std::int64_t kLongestStrokeMs = 3'600'000;

struct StrokePoint {
    std::int64_t t = 0, x = 0, y = 0;  // absolute
    friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};
using StrokeLine = std::vector<StrokePoint>;

// What the digest holds (signed_content.h): answers, findings and score, or all that was shown.
enum class StrokesForm : std::uint8_t { content = 1, withFiles = 2 };

struct Strokes {
    Sha256 content = {};  // of what was shown
    std::int64_t width = 0, height = 0;
    std::vector<StrokeLine> lines = {};
    StrokesForm form = StrokesForm::withFiles;

    friend bool operator==(const Strokes&, const Strokes&) = default;
};

// Faults go to the reader, which stands at the object.
Strokes strokesFrom(BodyReader& read);
json::object toJson(const Strokes& strokes);
// Of the text of that object; "bad_payload" where it is none.
Result<Strokes> readStrokes(std::string_view text);

}  // namespace plumb::records
