import QtQuick
import QtQuick.Templates as T
import Plumbline

// A round button with only a symbol; its text is its accessible name.
T.AbstractButton {
    id: button

    required property string symbol
    property color ink: Theme.ink2
    property bool outlined: false
    property int side: Theme.touch

    implicitWidth: side
    implicitHeight: side
    opacity: enabled ? 1 : 0.4
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        radius: button.outlined ? Theme.radius : height / 2
        color: button.down ? Theme.pressed : button.outlined ? Theme.card : button.hovered ? Theme.pressed : "transparent"
        border.width: button.visualFocus ? 3 : button.outlined ? Theme.border : 0
        border.color: button.visualFocus ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.symbol
            size: Theme.icon + 2
            color: button.enabled ? button.ink : Theme.ink3
        }
    }
}
