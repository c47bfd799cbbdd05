#include "mobile/photo/mark_editor.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::mobile;
using picture::MarkKind;

namespace {

void drag(MarkEditor& marks, QPointF from, QPointF to) {
    marks.press(from.x(), from.y(), 0.03, 0.03);
    marks.move((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    marks.move(to.x(), to.y());
    marks.release();
}

struct Desk {
    MarkEditor marks;
    int settled = 0;
    Desk() {
        QObject::connect(&marks, &MarkEditor::settled, [this] { ++settled; });
        marks.load(Sha256{{1}}, "");
    }
};

}  // namespace

TEST_CASE("each tool draws its mark by one drag, and each drag is one step") {
    Desk desk;
    const std::pair<const char*, MarkKind> tools[] = {{"ellipse", MarkKind::ellipse},
                                                      {"mosaic", MarkKind::mosaic},
                                                      {"arrow", MarkKind::arrow},
                                                      {"line", MarkKind::line}};
    double y = 0.1;
    if (desk.marks.tool() == "arrow") desk.marks.setTool("arrow");  // put away
    int steps = 0;
    for (const auto& [tool, kind] : tools) {
        desk.marks.setTool(tool);
        desk.marks.deselect();
        drag(desk.marks, {0.8, y + 0.1}, {0.2, y});
        REQUIRE(desk.marks.count() == ++steps);
        const auto& mark = desk.marks.layer().marks.back();
        CHECK(mark.kind == kind);
        CHECK(picture::checkMark(mark));
        CHECK(desk.settled == steps);
        y += 0.2;
    }
    CHECK(desk.marks.mosaics() == 1);
    while (desk.marks.canUndo()) desk.marks.undo();
    CHECK(desk.marks.count() == 0);
    while (desk.marks.canRedo()) desk.marks.redo();
    CHECK(desk.marks.count() == 4);
}

TEST_CASE("a tap with a tool in hand draws nothing, and is no step") {
    Desk desk;
    drag(desk.marks, {0.5, 0.5}, {0.501, 0.501});
    CHECK(desk.marks.count() == 0);
    CHECK_FALSE(desk.marks.canUndo());
    CHECK(desk.settled == 0);
}

TEST_CASE("a mark is moved by its body and shaped by its corners, and stays in the picture") {
    Desk desk;
    desk.marks.setTool("ellipse");
    drag(desk.marks, {0.2, 0.2}, {0.4, 0.4});
    drag(desk.marks, {0.4, 0.4}, {0.6, 0.5});  // the corner
    CHECK(desk.marks.layer().marks[0].points[0] == picture::MarkPoint{2000, 2000});
    CHECK(desk.marks.layer().marks[0].points[1] == picture::MarkPoint{6000, 5000});
    drag(desk.marks, {0.4, 0.35}, {1.4, 1.4});  // the body
    CHECK(desk.marks.count() == 1);
    CHECK(desk.marks.layer().marks[0].points[1] == picture::MarkPoint{10000, 10000});
    CHECK(desk.marks.layer().marks[0].points[0] == picture::MarkPoint{6000, 7000});
    desk.marks.undo();
    desk.marks.undo();
    CHECK(desk.marks.layer().marks[0].points[1] == picture::MarkPoint{4000, 4000});
}

TEST_CASE("words are asked for where nothing is, and stand where they were asked for") {
    Desk desk;
    desk.marks.setTool("text");
    QPointF asked;
    QObject::connect(&desk.marks, &MarkEditor::textAsked, [&](qreal x, qreal y) { asked = {x, y}; });
    desk.marks.press(0.3, 0.7, 0.03, 0.03);
    desk.marks.release();
    CHECK(asked == QPointF(0.3, 0.7));
    desk.marks.addText(asked.x(), asked.y(), "  到场时\n未上锁 ");
    REQUIRE(desk.marks.count() == 1);
    CHECK(desk.marks.layer().marks[0].text == "到场时 未上锁");
    desk.marks.addText(0.5, 0.5, "   ");
    CHECK(desk.marks.count() == 1);
}

TEST_CASE("a held mark changes its colour or goes; the press that held it moved nothing") {
    Desk desk;
    desk.marks.setTool("ellipse");
    drag(desk.marks, {0.2, 0.2}, {0.6, 0.6});
    const auto before = desk.marks.layer();
    desk.marks.press(0.4, 0.4, 0.03, 0.03);
    desk.marks.move(0.42, 0.4);
    desk.marks.cancel();
    CHECK(desk.marks.layer() == before);
    REQUIRE(desk.marks.selected() == 0);
    desk.marks.recolorSelected("blue");
    CHECK(desk.marks.layer().marks[0].color == picture::MarkColor::blue);
    desk.marks.removeSelected();
    CHECK(desk.marks.count() == 0);
    desk.marks.undo();
    CHECK(desk.marks.count() == 1);
}

TEST_CASE("what was kept is loaded, and what cannot be read counts as none") {
    Desk desk;
    desk.marks.setTool("ellipse");
    drag(desk.marks, {0.2, 0.2}, {0.6, 0.6});
    const auto text = picture::writeMarks(desk.marks.layer());
    MarkEditor other;
    other.load(Sha256{{1}}, text);
    CHECK(other.layer() == desk.marks.layer());
    other.load(Sha256{{2}}, "rubbish");
    CHECK(other.count() == 0);
    CHECK(other.layer().of == Sha256{{2}});
}
