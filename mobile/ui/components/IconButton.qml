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
        color: button.down ? Theme.line2 : button.outlined ? Theme.card : button.hovered ? Theme.line2 : "transparent"
        border.width: button.visualFocus ? 3 : button.outlined ? Theme.border : 0
        border.color: button.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.symbol
            size: Theme.icon + 2
            // In the sun what is pressed is black: its symbol is white then.
            color: !button.enabled ? Theme.ink3 : Theme.sunlight && (button.down || button.hovered && !button.outlined) ? Theme.card : button.ink
        }
    }
}
