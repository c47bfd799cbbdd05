import QtQuick
import QtQuick.Templates as T
import Plumbline

// One thing that lacks; a tap goes to its item.
T.AbstractButton {
    id: card

    required property int index
    required property string item
    required property string question
    required property string no
    required text
    required property string sentence
    required property string symbol

    implicitHeight: Math.max(Theme.row, column.implicitHeight + 24)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: no + " " + sentence + ", " + text

    background: Card {
        color: card.down ? Theme.pressed : Theme.card
        border.width: card.visualFocus ? 3 : Theme.hairline
        border.color: card.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Icon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            name: card.symbol
            size: Theme.icon - 2
            color: Theme.part
        }
        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.icon + 30
            width: parent.width - x - 44
            spacing: 2

            Txt {
                width: parent.width
                text: card.sentence
                size: Theme.label
                strong: true
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                text: card.no ? card.no + "  " + card.text : card.text
                size: Theme.sub
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            visible: card.enabled
            name: "forward"
            size: 20
            color: Theme.ink3
        }
    }
}
