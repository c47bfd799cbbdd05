import QtQuick
import Plumbline

// Nothing here yet, and what to do about it.
Column {
    id: empty

    required property string symbol
    required property string title
    property string text: ""

    width: 420
    spacing: 10
    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + text

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: empty.symbol
        size: 48
        color: Theme.ink3
    }
    Txt {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        strong: true
        color: Theme.ink2
        Accessible.ignored: true
    }
    Txt {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        size: Theme.sub
        color: Theme.ink2
        Accessible.ignored: true
    }
}
