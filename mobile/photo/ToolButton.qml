import QtQuick
import QtQuick.Templates as T
import Plumbline

// A tool on the dark stage of a photo: a symbol over a word, white while it is in hand.
T.AbstractButton {
    id: button

    required property string symbol
    property bool on: false

    implicitWidth: Math.max(72, label.implicitWidth + 12)
    implicitHeight: Math.max(64, label.implicitHeight + Theme.icon + 20)
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    checkable: false
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checked: on

    background: Rectangle {
        radius: Theme.radius
        color: button.on ? Theme.paperWhite : button.down || button.hovered ? Theme.stageLine : "transparent"
        border.width: button.visualFocus ? 3 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 4

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.symbol
                size: Theme.icon
                color: button.on ? Theme.paperInk : Theme.paperWhite
            }
            Txt {
                id: label

                anchors.horizontalCenter: parent.horizontalCenter
                text: button.text
                size: Math.min(Theme.caption, 20)
                strong: button.on
                wrapMode: Text.NoWrap
                color: button.on ? Theme.paperInk : Theme.paperWhite
                Accessible.ignored: true
            }
        }
    }
}
