import QtQuick
import QtQuick.Shapes
import Plumbline

// A quiet sentence in a dashed frame.
Item {
    id: note

    required property string text

    implicitHeight: words.implicitHeight + 32
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: Theme.border
            strokeStyle: ShapePath.DashLine
            dashPattern: [4, 3]
            fillColor: "transparent"
            startX: 12
            startY: 1

            PathLine { x: note.width - 12; y: 1 }
            PathArc { x: note.width - 1; y: 12; radiusX: 11; radiusY: 11 }
            PathLine { x: note.width - 1; y: note.height - 12 }
            PathArc { x: note.width - 12; y: note.height - 1; radiusX: 11; radiusY: 11 }
            PathLine { x: 12; y: note.height - 1 }
            PathArc { x: 1; y: note.height - 12; radiusX: 11; radiusY: 11 }
            PathLine { x: 1; y: 12 }
            PathArc { x: 12; y: 1; radiusX: 11; radiusY: 11 }
        }
    }
    Txt {
        id: words

        x: 18
        y: 16
        width: parent.width - 36
        text: note.text
        size: Theme.sub
        color: Theme.ink2
        Accessible.ignored: true
    }
}
