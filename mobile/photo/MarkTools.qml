import QtQuick
import Plumbline

// The tools for marks, one below the other (two by two on a low screen) or, lying, one beside the other; what does not
// fit is scrolled to.
Flickable {
    id: tools

    required property MarkEditor marks
    property bool upright: true

    contentWidth: grid.implicitWidth
    contentHeight: grid.implicitHeight
    implicitWidth: upright ? grid.implicitWidth : 400
    implicitHeight: upright ? 400 : grid.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: upright ? Flickable.VerticalFlick : Flickable.HorizontalFlick

    Grid {
        id: grid

        padding: 8
        spacing: 4
        columns: !tools.upright ? 20 : Window.height > 0 && Window.height < 560 ? 2 : 1
        horizontalItemAlignment: Grid.AlignHCenter

        ToolButton { objectName: "markArrow"; symbol: "arrow"; text: qsTr("箭头"); on: tools.marks.tool === "arrow"; onClicked: tools.marks.tool = "arrow" }
        ToolButton { objectName: "markEllipse"; symbol: "ring"; text: qsTr("圆圈"); on: tools.marks.tool === "ellipse"; onClicked: tools.marks.tool = "ellipse" }
        ToolButton { objectName: "markText"; symbol: "text"; text: qsTr("文字"); on: tools.marks.tool === "text"; onClicked: tools.marks.tool = "text" }
        ToolButton { objectName: "markMosaic"; symbol: "mosaic"; text: qsTr("打码"); on: tools.marks.tool === "mosaic"; onClicked: tools.marks.tool = "mosaic" }
        ToolButton { objectName: "markLine"; symbol: "scribble"; text: qsTr("手绘"); on: tools.marks.tool === "line"; onClicked: tools.marks.tool = "line" }
        ToolButton { objectName: "markUndo"; symbol: "undo"; text: qsTr("撤销"); enabled: tools.marks.canUndo; onClicked: tools.marks.undo() }
        ToolButton { objectName: "markRedo"; symbol: "redo"; text: qsTr("重做"); enabled: tools.marks.canRedo; onClicked: tools.marks.redo() }
    }
}
