#include "shared/picture/marks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "shared/base/json.h"

namespace plumb::picture {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"arrow", "ellipse", "line", "text", "mosaic"};
constexpr std::array<std::string_view, 3> kColors{"red", "yellow", "blue"};

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_marks", std::move(why));
}

template <class Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

Result<MarkPoint> pointFrom(const json::value& value, const std::string& path) {
    const auto* pair = value.if_array();
    const auto whole = [](const json::value& number) { return number.is_int64() || number.is_uint64(); };
    if (!pair || pair->size() != 2 || !whole((*pair)[0]) || !whole((*pair)[1]))
        return bad("\"" + path + "\" must be two whole numbers");
    boost::system::error_code trouble;
    const auto x = (*pair)[0].to_number<std::int64_t>(trouble), y = (*pair)[1].to_number<std::int64_t>(trouble);
    if (trouble || x < 0 || y < 0 || x > kMarkGrid || y > kMarkGrid)
        return bad("\"" + path + "\" must lie within 0 and 10000");
    return MarkPoint{static_cast<int>(x), static_cast<int>(y)};
}

Result<Mark> markFrom(const json::value& value, const std::string& path) {
    const auto* object = value.if_object();
    if (!object) return bad("\"" + path + "\" must be an object");
    const auto kind = valueOf<MarkKind>(kKinds, textOr(*object, "kind"));
    if (!kind) return bad("\"" + path + ".kind\" must be arrow, ellipse, line, text or mosaic");
    const auto color = valueOf<MarkColor>(kColors, textOr(*object, "color", "red"));
    if (!color) return bad("\"" + path + ".color\" must be red, yellow or blue");
    const auto points = arrayAt(*object, "points", path);
    if (!points) return bad(points.error().detail);
    if ((*points)->size() > kMostLinePoints) return bad("\"" + path + ".points\" must be at most 500");
    Mark out{*kind, *color, {}, textOr(*object, "text")};
    if (out.kind == MarkKind::mosaic) out.color = MarkColor::red;
    for (const auto& one : **points) {
        auto point = pointFrom(one, path + ".points[" + std::to_string(out.points.size()) + "]");
        if (!point) return fail(point.error());
        out.points.push_back(*point);
    }
    if (auto good = checkMark(out); !good) return bad("\"" + path + "\" " + good.error().detail);
    return out;
}

// What a person can read: no control characters, which UTF-8 has below 0x20 and at 0x7f.
bool readable(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 || code == 0x7f;
    });
}

}  // namespace

std::string_view markKindName(MarkKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

std::string_view markColorName(MarkColor color) {
    return kColors.at(static_cast<std::size_t>(color));
}

Result<void> checkMark(const Mark& mark) {
    for (const auto& point : mark.points) {
        if (point.x < 0 || point.y < 0 || point.x > kMarkGrid || point.y > kMarkGrid)
            return bad("has a point outside the picture");
    }
    const auto count = mark.points.size();
    const bool text = mark.kind == MarkKind::text;
    if (text != !mark.text.empty()) return bad(text ? "is a text without letters" : "has letters and is no text");
    if (mark.text.size() > kMostLabelBytes) return bad("has a text of more than 240 bytes");
    if (!readable(mark.text)) return bad("has a text with control characters");
    switch (mark.kind) {
        case MarkKind::text:
            if (count != 1) return bad("must have one point");
            break;
        case MarkKind::line:
            if (count < 2 || count > kMostLinePoints) return bad("must have 2 to 500 points");
            break;
        case MarkKind::arrow:
            if (count != 2 || mark.points[0] == mark.points[1]) return bad("must have two points that differ");
            break;
        case MarkKind::ellipse:
        case MarkKind::mosaic:
            if (count != 2 || mark.points[0].x >= mark.points[1].x || mark.points[0].y >= mark.points[1].y)
                return bad("must have an upper left and a lower right corner");
            break;
    }
    return {};
}

Result<MarkLayer> readMarks(std::string_view text) {
    constexpr std::size_t kDepth = 8;
    if (text.size() > kMostMarksBytes) return bad("a layer of marks has at most 256 KiB");
    const auto value = parseJson(text, kDepth);
    if (!value) return bad(value.error().detail);
    const auto* object = value->if_object();
    if (!object) return bad("a layer of marks is an object");
    const auto version = integerAt(*object, "v");
    if (!version) return bad(version.error().detail);
    if (*version != 1) return bad("\"v\" must be 1");
    const auto of = Sha256::fromHex(textOr(*object, "of"));
    if (!of) return bad("\"of\" must be 64 lower-case hex digits");
    const auto marks = arrayAt(*object, "marks");
    if (!marks) return bad(marks.error().detail);
    if ((*marks)->size() > kMostMarks) return bad("\"marks\" must be at most 100");
    MarkLayer out{*of, {}};
    for (const auto& one : **marks) {
        auto mark = markFrom(one, "marks[" + std::to_string(out.marks.size()) + "]");
        if (!mark) return fail(mark.error());
        out.marks.push_back(std::move(*mark));
    }
    return out;
}

std::string writeMarks(const MarkLayer& layer) {
    json::array marks;
    for (const auto& mark : layer.marks) {
        json::array points;
        for (const auto& point : mark.points) points.push_back(json::array{point.x, point.y});
        json::object one{{"kind", markKindName(mark.kind)}};
        if (mark.kind != MarkKind::mosaic) one["color"] = markColorName(mark.color);
        one["points"] = std::move(points);
        if (mark.kind == MarkKind::text) one["text"] = mark.text;
        marks.push_back(std::move(one));
    }
    return toText(json::object{{"v", 1}, {"of", layer.of.hex()}, {"marks", std::move(marks)}});
}

}  // namespace plumb::picture
