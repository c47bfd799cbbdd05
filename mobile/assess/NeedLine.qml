import QtQuick
import QtQuick.Templates as T
import Plumbline

// One thing that the enterprise has to do: what, about what, by when.
T.AbstractButton {
    id: line

    required property string title
    required property string subtitle
    required property string leftText
    required property string rightText
    required property string edge
    readonly property bool narrow: width < 520 * Theme.textScale

    implicitHeight: Math.max(Theme.touch + 4, words.height + 16)
    text: title
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, subtitle, leftText, rightText].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down ? Theme.pressed : "transparent"
        border.width: line.visualFocus ? 3 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Icon {
            id: mark

            x: 4
            anchors.verticalCenter: parent.verticalCenter
            name: line.edge !== "" ? Theme.shapeOf(line.edge) : "forward"
            size: Math.round(Theme.label * 0.9)
            color: line.edge !== "" ? Theme.colorOf(line.edge) : Theme.ink2
        }
        Column {
            id: words

            x: mark.width + 16
            anchors.verticalCenter: parent.verticalCenter
            width: (line.narrow ? parent.width : due.x) - x - 12

            Txt {
                width: parent.width
                text: line.title
                size: Theme.label
                strong: line.edge !== ""
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: line.narrow && line.leftText !== "" ? [line.leftText, line.subtitle].filter(part => part !== "").join(" · ") : line.subtitle
                size: Theme.sub
                color: Theme.ink2
                maximumLineCount: line.narrow ? 3 : 1
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Txt {
            id: due

            x: go.x - width - 20
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            visible: !line.narrow
            text: line.leftText
            size: Theme.label
            strong: true
            wrapMode: Text.NoWrap
            color: line.edge !== "" ? Theme.colorOf(line.edge) : Theme.ink2
            Accessible.ignored: true
        }
        Txt {
            id: go

            x: parent.width - width - 8
            anchors.verticalCenter: parent.verticalCenter
            width: implicitWidth
            visible: !line.narrow
            text: line.rightText
            size: Theme.label
            wrapMode: Text.NoWrap
            color: Theme.accentInk
            Accessible.ignored: true
        }
    }
}
