import QtQuick
import QtQuick.Templates as T
import Plumbline

// Somebody to choose: the sign, the name, what she has already; the one who is chosen is ticked.
T.AbstractButton {
    id: button

    required property string name
    required property string initial
    required property string note
    required property bool chosen

    implicitHeight: Math.max(Theme.touch + 8, mark.implicitHeight + 16)
    text: name
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [name, note, chosen ? qsTr("已选") : ""].filter(one => one !== "").join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: button.chosen ? Theme.accentSoft : button.down ? Theme.pressed : Theme.card
        border.width: Theme.sunlight && button.chosen ? Theme.chosenBorder : button.visualFocus ? 3 : Theme.hairline
        border.color: button.visualFocus || button.chosen ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        PersonMark {
            id: mark

            x: 14
            width: parent.width - 28 - (tick.visible ? tick.width + 8 : 0)
            anchors.verticalCenter: parent.verticalCenter
            name: button.name
            note: button.note
            initial: button.initial
        }
        Icon {
            id: tick

            x: parent.width - width - 14
            anchors.verticalCenter: parent.verticalCenter
            visible: button.chosen
            name: "check"
            size: Math.round(Theme.label * 1.2)
            color: Theme.accentInk
        }
    }
}
