import QtQuick
import QtQuick.Templates as T
import Plumbline

// One place of the app in the navigation: symbol over word.
T.AbstractButton {
    id: button

    required property string symbol
    property bool current: false
    property string tone: ""
    readonly property color ink: current ? Theme.accentInk : tone ? Theme.colorOf(tone) : Theme.ink2

    implicitWidth: 84
    implicitHeight: Math.max(68, column.implicitHeight + 14)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: current

    background: Rectangle {
        radius: Theme.radius
        color: button.current ? Theme.accentSoft : button.down || button.hovered ? Theme.line2 : "transparent"
        border.width: button.visualFocus ? 3 : Theme.sunlight && button.current ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Column {
            id: column

            anchors.centerIn: parent
            width: parent.width - 4
            spacing: 4

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: button.symbol
                size: Theme.icon
                color: button.ink
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: button.text
                size: Math.min(Theme.caption, 18)
                // A word of the navigation is never broken: where it has no room it is a little smaller.
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                strong: button.current
                color: button.ink
                Accessible.ignored: true
            }
        }
    }
}
