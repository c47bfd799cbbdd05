import QtQuick
import QtQuick.Templates as T
import Plumbline

// A card in a list that can be tapped: title, a line under it, and a foot of two facts. `edge` colours its left side. A
// long list uses its cards again (reuseItems): making and dropping them on the way keeps the engine's garbage collector
// busy, which takes a frame of some 20 ms now and then.
T.AbstractButton {
    id: card

    required property string title
    property string subtitle: ""
    property string leftText: ""
    property string rightText: ""
    property string rightTone: ""
    property string edge: ""
    property real progress: -1
    property bool chosen: false
    // Waits for its next row: for the eye, the keyboard and a reader it is not there.
    property bool pooled: false

    visible: !pooled
    implicitWidth: 320
    implicitHeight: Math.max(Theme.row, column.implicitHeight + 32)
    text: title
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, subtitle, leftText, rightText].filter(part => part !== "").join(", ")
    ListView.onPooled: {
        focus = false;
        pooled = true;
    }
    ListView.onReused: pooled = false

    background: Rectangle {
        radius: Theme.radius
        color: card.chosen ? Theme.accentSoft : card.down ? Theme.pressed : Theme.card
        border.width: card.chosen ? Theme.chosenBorder : card.visualFocus ? 2.5 : Theme.hairline
        border.color: card.chosen || card.visualFocus ? Theme.accent : Theme.line

        Rectangle {
            visible: card.edge !== ""
            x: 5
            y: 10
            width: 5
            height: parent.height - 20
            radius: 2.5
            color: Theme.colorOf(card.edge)
        }
    }
    contentItem: Item {
        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            x: 20
            width: parent.width - 38
            spacing: 3

            Txt {
                width: parent.width
                text: card.title
                size: Theme.body
                strong: true
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: card.subtitle
                size: Theme.sub
                color: Theme.ink2
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: 12
                visible: card.progress >= 0

                ProgressLine {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    value: Math.max(0, card.progress)
                }
            }
            Item {
                id: foot

                // Measured apart from the texts, whose own widths follow from it.
                readonly property bool together: leftMeasure.advanceWidth + rightMeasure.advanceWidth + 24 <= width

                width: parent.width
                visible: card.leftText !== "" || card.rightText !== ""
                implicitHeight: together ? Math.max(leftWords.height, rightWords.height) + 4 : leftWords.height + rightWords.height + 6

                TextMetrics {
                    id: leftMeasure

                    font: leftWords.font
                    text: card.leftText
                }
                TextMetrics {
                    id: rightMeasure

                    font: rightWords.font
                    text: card.rightText
                }
                Txt {
                    id: leftWords

                    y: 4
                    width: foot.together ? leftMeasure.advanceWidth + 4 : parent.width
                    text: card.leftText
                    size: Theme.sub
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Txt {
                    id: rightWords

                    y: foot.together ? 4 : leftWords.height + 4
                    anchors.right: parent.right
                    width: foot.together ? rightMeasure.advanceWidth + 4 : parent.width
                    horizontalAlignment: foot.together ? Text.AlignRight : Text.AlignLeft
                    text: card.rightText
                    size: Theme.sub
                    strong: card.rightTone !== ""
                    color: card.rightTone ? Theme.colorOf(card.rightTone) : Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
