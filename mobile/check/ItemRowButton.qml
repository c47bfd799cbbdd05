import QtQuick
import QtQuick.Templates as T
import Plumbline

// An item that is not open: its verdict, number, text and score.
T.AbstractButton {
    id: button

    required property string no
    required property string label
    required property string verdict
    required property string score
    required property string remark
    required property string missing

    implicitHeight: Math.max(Theme.row, words.implicitHeight + 26)
    text: no + " " + label
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [no, label, Theme.wordOf(verdict), score, missing].filter(part => part !== "").join(", ")

    background: Card {
        color: button.down ? Theme.pressed : Theme.card
        border.width: button.visualFocus ? 3 : Theme.hairline
        border.color: button.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Icon {
            x: 18
            anchors.verticalCenter: parent.verticalCenter
            name: Theme.shapeOf(button.verdict)
            size: Theme.icon - 5
            color: Theme.colorOf(button.verdict)
        }
        Txt {
            id: number

            x: Theme.icon + 28
            anchors.verticalCenter: parent.verticalCenter
            text: button.no
            size: Theme.label
            strong: true
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: number.x + Math.max(36, number.implicitWidth + 14)
            width: button.width - x - points.implicitWidth - 36

            Txt {
                width: parent.width
                text: (button.remark === "key" ? "★ " : button.remark === "veto" ? "■ " : "") + button.label
                size: Theme.label
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: button.missing
                size: Theme.caption
                color: Theme.part
                Accessible.ignored: true
            }
        }
        Txt {
            id: points

            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            text: button.score
            size: Theme.sub
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
