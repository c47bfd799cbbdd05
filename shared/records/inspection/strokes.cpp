#include "shared/records/inspection/strokes.h"

#include <optional>

namespace plumb::records {
namespace {

// A number of a line; none where it is no whole one, or larger than any that a line may hold.
std::optional<std::int64_t> wholeOf(const json::value& value) {
    constexpr std::int64_t kMost = kLongestStrokeMs;
    if (!value.is_int64()) return std::nullopt;
    const auto number = value.get_int64();
    if (number < -kMost || number > kMost) return std::nullopt;
    return number;
}

struct Lines {
    const Strokes& box;
    std::int64_t now = 0;  // times never go back, from one line to the next either
    std::size_t points = 0;

    // Why it is no line, or "".
    std::string_view read(const json::value& value, StrokeLine& out) {
        const auto* numbers = value.if_array();
        if (!numbers || numbers->empty() || numbers->size() % 3 != 0)
            return "must be arrays of numbers, three for each point";
        points += numbers->size() / 3;
        if (points > kMostStrokePoints) return "must have at most 1000 points in all";
        StrokePoint at;
        for (std::size_t i = 0; i < numbers->size(); i += 3) {
            const auto t = wholeOf((*numbers)[i]), x = wholeOf((*numbers)[i + 1]), y = wholeOf((*numbers)[i + 2]);
            if (!t || !x || !y) return "must hold whole numbers";
            at = {at.t + *t, at.x + *x, at.y + *y};
            if (at.t < now || at.t > kLongestStrokeMs) return "must go forward in time, for an hour at most";
            if (at.x < 0 || at.x > box.width || at.y < 0 || at.y > box.height) return "must stay within their box";
            now = at.t;
            out.push_back(at);
        }
        return {};
    }
};

}  // namespace

Strokes strokesFrom(BodyReader& read) {
    Strokes out{read.hash("content"), read.integer("width"), read.integer("height"), {}, StrokesForm::content};
    if (read.members().contains("form")) {
        if (read.integer("form") != 2) read.fault("form", "must be 2, or not be there");
        out.form = StrokesForm::withFiles;
    }
    for (const auto& [name, side] : {std::pair{"width", out.width}, std::pair{"height", out.height}})
        if (side < 1 || side > kLargestStrokeBox) read.fault(name, "must be from 1 to 4096");
    const auto* value = read.members().if_contains("lines");
    const auto* lines = value ? value->if_array() : nullptr;
    if (!lines || lines->size() > kMostStrokeLines) {
        read.fault("lines", "must be an array of at most 100 lines");
        return out;
    }
    Lines all{out};
    std::vector<StrokeLine> drawn;
    for (const auto& one : *lines) {
        if (const auto why = all.read(one, drawn.emplace_back()); !why.empty()) {
            read.fault("lines", why);
            return out;
        }
    }
    if (all.points < kFewestStrokePoints) read.fault("lines", "must have 6 points at least: a tap is no signature");
    out.lines = std::move(drawn);
    return out;
}

json::object toJson(const Strokes& strokes) {
    json::array lines;
    for (const auto& line : strokes.lines) {
        json::array numbers;
        StrokePoint before;
        for (const auto& point : line) {
            for (const auto step : {point.t - before.t, point.x - before.x, point.y - before.y})
                numbers.emplace_back(step);
            before = point;
        }
        lines.push_back(std::move(numbers));
    }
    json::object out{{"content", strokes.content.hex()}};
    if (strokes.form == StrokesForm::withFiles) out["form"] = 2;
    out["width"] = strokes.width;
    out["height"] = strokes.height;
    out["lines"] = std::move(lines);
    return out;
}

Result<Strokes> readStrokes(std::string_view text) {
    const auto value = parseJson(text);
    if (!value || !value->is_object())
        return fail(ErrorKind::malformed, "bad_payload", "the drawn signature is no JSON object");
    BodyReader read(value->get_object());
    auto out = strokesFrom(read);
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

}  // namespace plumb::records
