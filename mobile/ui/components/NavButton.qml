import QtQuick
import QtQuick.Templates as T
import Plumbline

// One place of the app in the navigation: symbol over word.
T.AbstractButton {
    id: button

    required property string symbol
    property bool current: false
    // Of the word; the bar gives all of its words the same. `fits`: the largest at which this one needs no more than a line.
    property int size: Theme.caption
    readonly property int fits: Math.floor(Theme.caption * Math.min(1, (width - 6) / Math.max(1, measure.advanceWidth)))
    property string tone: ""
    readonly property color ink: current ? Theme.chosenInk : tone ? Theme.colorOf(tone) : Theme.ink2

    implicitWidth: 84
    implicitHeight: Math.max(68, column.implicitHeight + 14)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: current

    background: Rectangle {
        radius: Theme.radius
        color: button.current ? Theme.chosen : button.down || button.hovered ? Theme.pressed : "transparent"
        border.width: button.visualFocus ? 3 : 0
        border.color: Theme.accent

        // Seen on a filled ground, too.
        Rectangle {
            anchors.fill: parent
            anchors.margins: 4
            radius: parent.radius - 4
            visible: Theme.sunlight && button.visualFocus && button.current
            color: "transparent"
            border.width: 2
            border.color: Theme.chosenInk
        }
    }
    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: Theme.caption
        font.weight: Theme.strong
        text: button.text
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
                size: Math.min(button.size, Math.max(11, button.fits))
                // A word of the navigation is never broken.
                wrapMode: Text.NoWrap
                strong: button.current
                color: button.ink
                Accessible.ignored: true
            }
        }
    }
}
