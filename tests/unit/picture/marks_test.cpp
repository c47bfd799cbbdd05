#include "shared/picture/marks.h"

#include <catch2/catch.hpp>
#include <random>

using namespace plumb;
using namespace plumb::picture;

namespace {

const Sha256 kOriginal{{0x4b, 0xe1}};

MarkLayer sample() {
    return {kOriginal,
            {{MarkKind::arrow, MarkColor::red, {{3900, 8800}, {2600, 6700}}, {}},
             {MarkKind::ellipse, MarkColor::blue, {{4800, 3400}, {7500, 5800}}, {}},
             {MarkKind::line, MarkColor::yellow, {{0, 0}, {5, 5}, {10000, 10000}}, {}},
             {MarkKind::text, MarkColor::red, {{5000, 9000}}, "到场时未上锁 \"A\""},
             {MarkKind::mosaic, MarkColor::red, {{8600, 4000}, {10000, 6600}}, {}}}};
}

std::string layerOf(const std::string& mark) {
    return R"({"v":1,"of":")" + kOriginal.hex() + R"(","marks":[)" + mark + "]}";
}

}  // namespace

TEST_CASE("a layer is written in one way and read back as it was") {
    const auto text = writeMarks(sample());
    const auto read = readMarks(text);
    REQUIRE(read);
    CHECK(*read == sample());
    CHECK(writeMarks(*read) == text);
}

TEST_CASE("a mosaic has no colour, whatever its line says") {
    const auto read = readMarks(layerOf(R"({"kind":"mosaic","color":"blue","points":[[1,1],[9,9]]})")).value();
    CHECK(readMarks(writeMarks(read)).value() == read);
}

TEST_CASE("what is no layer is refused, with where") {
    const std::pair<std::string, const char*> table[] = {
        {"", ""},
        {"[]", "object"},
        {R"({"v":2,"of":")" + kOriginal.hex() + R"(","marks":[]})", "\"v\""},
        {R"({"v":1,"of":"4b","marks":[]})", "\"of\""},
        {R"({"v":1,"of":")" + kOriginal.hex() + R"("})", "marks"},
        {layerOf("5"), "marks[0]"},
        {layerOf(R"({"kind":"skull","points":[[0,0],[1,1]]})"), "marks[0].kind"},
        {layerOf(R"({"kind":"arrow","color":"pink","points":[[0,0],[1,1]]})"), "marks[0].color"},
        {layerOf(R"({"kind":"arrow","points":[[0,0]]})"), "two points"},
        {layerOf(R"({"kind":"arrow","points":[[7,7],[7,7]]})"), "differ"},
        {layerOf(R"({"kind":"arrow","points":[[0,0],[1,10001]]})"), "marks[0].points[1]"},
        {layerOf(R"({"kind":"arrow","points":[[0,0],[1,-1]]})"), "marks[0].points[1]"},
        {layerOf(R"({"kind":"arrow","points":[[0,0],[1,1.5]]})"), "whole"},
        {layerOf(R"({"kind":"ellipse","points":[[5,5],[5,9]]})"), "corner"},
        {layerOf(R"({"kind":"mosaic","points":[[9,9],[5,5]]})"), "corner"},
        {layerOf(R"({"kind":"line","points":[[9,9]]})"), "2 to 500"},
        {layerOf(R"({"kind":"text","points":[[9,9]]})"), "letters"},
        {layerOf(R"({"kind":"text","points":[[9,9]],"text":"a\u0007"})"), "control"},
        {layerOf(R"({"kind":"text","points":[[9,9]],"text":")" + std::string(241, 'x') + "\"}"), "240"},
        {layerOf(R"({"kind":"arrow","points":[[0,0],[1,1]],"text":"x"})"), "no text"},
    };
    for (const auto& [text, where] : table) {
        const auto read = readMarks(text);
        INFO(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_marks");
        CHECK(read.error().detail.find(where) != std::string::npos);
    }
    std::string many;
    for (std::size_t i = 0; i <= kMostMarks; ++i)
        many += std::string(i ? "," : "") + R"({"kind":"arrow","points":[[0,0],[1,1]]})";
    CHECK_FALSE(readMarks(layerOf(many)));
    CHECK_FALSE(readMarks(std::string(kMostMarksBytes + 1, ' ')));
}

TEST_CASE("every layer of good marks comes back, and a changed byte is refused or another good layer") {
    std::mt19937 random(20261122);
    const auto number = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
    for (int round = 0; round < 300; ++round) {
        MarkLayer layer{Sha256{{static_cast<std::uint8_t>(round)}}, {}};
        for (int i = number(0, 12); i > 0; --i) {
            Mark mark{static_cast<MarkKind>(number(0, 4)), static_cast<MarkColor>(number(0, 2)), {}, {}};
            const MarkPoint upper{number(0, 9999), number(0, 9999)},
                lower{number(upper.x + 1, 10000), number(upper.y + 1, 10000)};
            mark.points = {upper, lower};
            if (mark.kind == MarkKind::text) mark.points = {upper}, mark.text = "字" + std::to_string(i);
            if (mark.kind == MarkKind::mosaic) mark.color = MarkColor::red;
            if (mark.kind == MarkKind::line)
                for (int more = number(0, 400); more > 0; --more)
                    mark.points.push_back({number(0, 10000), number(0, 10000)});
            REQUIRE(checkMark(mark));
            layer.marks.push_back(std::move(mark));
        }
        const auto text = writeMarks(layer);
        REQUIRE(readMarks(text).value() == layer);
        auto changed = text;
        changed[static_cast<std::size_t>(number(0, static_cast<int>(text.size()) - 1))] =
            static_cast<char>(number(0, 255));
        if (const auto read = readMarks(changed))
            for (const auto& mark : read->marks) CHECK(checkMark(mark));
    }
}
