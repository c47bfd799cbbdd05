import QtQuick
import Plumbline

// What stands below is made in test mode and counts for nothing: a bar that nobody overlooks, in the same words wherever
// a test is filled, signed or shown. It takes no room where it is not visible.
Rectangle {
    id: banner

    required property string text

    implicitWidth: 400
    implicitHeight: visible ? words.implicitHeight + 24 : 0
    height: implicitHeight
    color: Theme.part
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        name: "shape-part"
        size: Theme.icon - 4
        color: Theme.paper
    }
    Txt {
        id: words

        x: Theme.space + Theme.icon + 10
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.space
        text: banner.text
        size: Theme.label
        strong: true
        color: Theme.paper
        Accessible.ignored: true
    }
}
