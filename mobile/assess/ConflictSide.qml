import QtQuick
import Plumbline

// One of two answers to an item.
Card {
    id: side

    required property string head
    required property string words
    required property string action
    required property string actionName

    signal chosen

    implicitHeight: column.implicitHeight + button.implicitHeight + 44

    Column {
        id: column

        x: 16
        y: 14
        width: parent.width - 32
        spacing: 6

        Txt {
            width: parent.width
            text: side.head
            size: Theme.caption
            color: Theme.ink2
        }
        Txt {
            width: parent.width
            text: side.words
            size: Theme.label
        }
    }
    ActionButton {
        id: button

        objectName: side.actionName
        x: 16
        y: parent.height - height - 14
        width: Math.min(implicitWidth, parent.width - 32)
        text: side.action
        font.pixelSize: Theme.label
        onClicked: side.chosen()
    }
}
