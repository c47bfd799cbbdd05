#include "shared/picture/mark_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace plumb::picture {
namespace {

// Parts of the picture's longer side.
constexpr double kInk = 0.0094, kCasing = 0.0174, kHead = 0.055, kTextSize = 0.031, kCell = 0.03;
constexpr double kHeadAngle = 0.42;         // between shaft and barb, radians
constexpr double kMostHead = 0.5;           // of the arrow's own length
constexpr int kCorners = 96;                // of what stands for an ellipse
constexpr double kLatin = 0.58;             // ems; everything that is not ASCII takes one
constexpr double kPadX = 0.4, kPadY = 0.3;  // ems, around a label's text
constexpr double kMostLabel = 0.96;         // of the picture's width

constexpr std::array<std::string_view, 3> kStroke{"#D63B27", "#F2B705", "#1F6FD6"};
constexpr std::array<std::string_view, 3> kLabel{"#B02A18", "#7A5200", "#174F99"};

double emsOf(std::string_view text) {
    double ems = 0;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x80)
            ems += kLatin;
        else if (code >= 0xC0)  // the first byte of a character of several
            ems += 1;
    }
    return ems;
}

class Drawing {
  public:
    Drawing(double width, double height) : m_width(width), m_height(height), m_long(std::max(width, height)) {}

    [[nodiscard]] MarkShape of(const Mark& mark) const {
        MarkShape out;
        out.color = mark.color;
        switch (mark.kind) {
            case MarkKind::arrow:
                out.lines = arrow(at(mark.points[0]), at(mark.points[1]));
                break;
            case MarkKind::ellipse:
                out.lines = {ellipse(at(mark.points[0]), at(mark.points[1]))};
                break;
            case MarkKind::line:
                out.lines.emplace_back();
                for (const auto& point : mark.points) out.lines[0].push_back(at(point));
                break;
            case MarkKind::text:
                label(mark, out);
                return out;
            case MarkKind::mosaic:
                field(mark, out);
                return out;
        }
        out.casing = kCasing * m_long;
        out.ink = kInk * m_long;
        return out;
    }

  private:
    [[nodiscard]] Spot at(const MarkPoint& point) const {
        return {point.x * m_width / kMarkGrid, point.y * m_height / kMarkGrid};
    }

    [[nodiscard]] std::vector<std::vector<Spot>> arrow(Spot tail, Spot tip) const {
        const double length = std::hypot(tip.x - tail.x, tip.y - tail.y);
        const double head = std::min(kHead * m_long, kMostHead * length);
        const double back = std::atan2(tail.y - tip.y, tail.x - tip.x);
        const auto barb = [&](double turn) {
            return Spot{tip.x + head * std::cos(back + turn), tip.y + head * std::sin(back + turn)};
        };
        return {{tail, tip}, {barb(kHeadAngle), tip, barb(-kHeadAngle)}};
    }

    static std::vector<Spot> ellipse(Spot upper, Spot lower) {
        const Spot middle{(upper.x + lower.x) / 2, (upper.y + lower.y) / 2};
        std::vector<Spot> out;
        for (int i = 0; i <= kCorners; ++i) {
            const double turn = 2 * std::numbers::pi * (i % kCorners) / kCorners;
            out.push_back({middle.x + (lower.x - upper.x) / 2 * std::cos(turn),
                           middle.y + (lower.y - upper.y) / 2 * std::sin(turn)});
        }
        return out;
    }

    void label(const Mark& mark, MarkShape& out) const {
        out.kind = MarkShape::Kind::label;
        out.text = mark.text;
        const double ems = emsOf(mark.text) + 2 * kPadX;
        out.textSize = std::min(kTextSize * m_long, kMostLabel * m_width / ems);
        out.width = ems * out.textSize;
        out.height = (1.2 + 2 * kPadY) * out.textSize;
        const auto middle = at(mark.points[0]);
        out.left = std::clamp(middle.x - out.width / 2, 0.0, std::max(0.0, m_width - out.width));
        out.top = std::clamp(middle.y - out.height / 2, 0.0, std::max(0.0, m_height - out.height));
    }

    void field(const Mark& mark, MarkShape& out) const {
        out.kind = MarkShape::Kind::mosaic;
        const auto upper = at(mark.points[0]), lower = at(mark.points[1]);
        out.left = upper.x;
        out.top = upper.y;
        out.width = lower.x - upper.x;
        out.height = lower.y - upper.y;
        out.cell = kCell * m_long;
    }

    double m_width, m_height, m_long;
};

}  // namespace

std::vector<MarkShape> shapesOf(const MarkLayer& layer, double width, double height) {
    const Drawing drawing(width, height);
    std::vector<MarkShape> out;
    for (const auto& mark : layer.marks) out.push_back(drawing.of(mark));
    std::stable_partition(out.begin(), out.end(), [](const auto& one) { return one.kind == MarkShape::Kind::mosaic; });
    return out;
}

std::string_view strokeColor(MarkColor color) {
    return kStroke.at(static_cast<std::size_t>(color));
}

std::string_view labelColor(MarkColor color) {
    return kLabel.at(static_cast<std::size_t>(color));
}

}  // namespace plumb::picture
