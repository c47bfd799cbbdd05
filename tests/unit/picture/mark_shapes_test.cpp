// The cases that every end which draws marks is held to. "[.write]" writes them anew: read the difference.
#include "shared/picture/mark_shapes.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "shared/base/json.h"

using namespace plumb;
using namespace plumb::picture;

namespace {

const std::string kCases = std::string(PLUMB_SOURCE_DIR) + "/tests/unit/picture/cases/mark_shapes.json";

double rounded(double value) {
    return std::round(value * 1000) / 1000;
}

json::array shapesJson(const std::vector<MarkShape>& shapes) {
    json::array out;
    for (const auto& shape : shapes) {
        json::array lines;
        for (const auto& line : shape.lines) {
            json::array points;
            for (const auto& point : line) points.push_back(json::array{rounded(point.x), rounded(point.y)});
            lines.push_back(std::move(points));
        }
        static constexpr const char* kNames[] = {"stroke", "label", "mosaic"};
        out.push_back(json::object{{"kind", kNames[static_cast<int>(shape.kind)]},
                                   {"color", markColorName(shape.color)},
                                   {"lines", std::move(lines)},
                                   {"casing", rounded(shape.casing)},
                                   {"ink", rounded(shape.ink)},
                                   {"left", rounded(shape.left)},
                                   {"top", rounded(shape.top)},
                                   {"width", rounded(shape.width)},
                                   {"height", rounded(shape.height)},
                                   {"textSize", rounded(shape.textSize)},
                                   {"text", shape.text},
                                   {"cell", rounded(shape.cell)}});
    }
    return out;
}

struct Case {
    std::string marks;
    int width, height;
};

std::vector<Case> casesHere() {
    const std::string of = std::string(64, 'a');
    const auto layer = [&](const std::string& marks) {
        return R"({"v":1,"of":")" + of + R"(","marks":[)" + marks + "]}";
    };
    const std::string arrow = R"({"kind":"arrow","color":"red","points":[[3900,8800],[2600,6700]]})",
                      ellipse = R"({"kind":"ellipse","color":"blue","points":[[4800,3400],[7500,5800]]})",
                      text = R"({"kind":"text","color":"yellow","points":[[5000,9990]],"text":"到场时未上锁 A1"})",
                      mosaic = R"({"kind":"mosaic","points":[[8600,4000],[10000,6600]]})",
                      line = R"({"kind":"line","color":"red","points":[[0,0],[333,777],[10000,10000]]})";
    const std::string all = arrow + "," + ellipse + "," + text + "," + mosaic + "," + line;
    return {
        {layer(""), 100, 100},
        {layer(arrow), 852, 639},
        {layer(R"({"kind":"arrow","color":"red","points":[[5000,5000],[5010,5000]]})"), 4032, 3024},
        {layer(
             R"({"kind":"text","color":"red","points":[[0,0]],"text":"这一行字很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长"})"),
         412, 915},
        {layer(all), 852, 639},
        {layer(all), 3024, 4032}};
}

}  // namespace

TEST_CASE("the cases of how marks are drawn are written", "[.write]") {
    json::array out;
    for (const auto& one : casesHere()) {
        const auto layer = readMarks(one.marks).value();
        out.push_back(json::object{{"marks", one.marks},
                                   {"width", one.width},
                                   {"height", one.height},
                                   {"shapes", shapesJson(shapesOf(layer, one.width, one.height))}});
    }
    std::ofstream(kCases) << toText(out) << "\n";
}

TEST_CASE("marks are drawn as the cases say that every end draws them") {
    std::stringstream text;
    text << std::ifstream(kCases).rdbuf();
    const auto cases = parseJson(text.str()).value();
    REQUIRE(cases.get_array().size() == casesHere().size());
    std::size_t number = 0;
    for (const auto& value : cases.get_array()) {
        const auto& one = value.get_object();
        const auto here = casesHere()[number++];
        REQUIRE(textOr(one, "marks") == here.marks);
        const auto layer = readMarks(textOr(one, "marks")).value();
        CHECK(toText(shapesJson(shapesOf(layer, here.width, here.height))) == toText(one.at("shapes")));
    }
}

TEST_CASE("marks keep their place in the picture whatever its size, and mosaics lie under what points at them") {
    const auto layer = readMarks(casesHere().back().marks).value();
    const auto small = shapesOf(layer, 400, 300), large = shapesOf(layer, 4000, 3000);
    REQUIRE(small.size() == large.size());
    CHECK(small[0].kind == MarkShape::Kind::mosaic);
    for (std::size_t i = 0; i < small.size(); ++i) {
        CHECK(large[i].ink == Approx(10 * small[i].ink));
        CHECK(large[i].left == Approx(10 * small[i].left));
        for (std::size_t l = 0; l < small[i].lines.size(); ++l)
            for (std::size_t p = 0; p < small[i].lines[l].size(); ++p)
                CHECK(large[i].lines[l][p].x == Approx(10 * small[i].lines[l][p].x));
    }
}

TEST_CASE("a label lies within the picture, wherever it was put") {
    for (const int x : {0, 5000, 10000}) {
        const auto shape =
            shapesOf({{}, {{MarkKind::text, MarkColor::red, {{x, x}}, "很长的一句说明文字在这里"}}}, 300, 200)[0];
        CHECK(shape.left >= 0);
        CHECK(shape.top >= 0);
        CHECK(shape.left + shape.width <= 300.001);
        CHECK(shape.top + shape.height <= 200.001);
    }
}
