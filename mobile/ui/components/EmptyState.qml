import QtQuick
import Plumbline

// Nothing here yet, why, and what to do about it; the way to where that is done where there is one.
Column {
    id: empty

    required property string symbol
    required property string title
    property string text: ""
    property string action: ""  // "" where there is nothing to be done from here

    signal acted

    objectName: "empty"
    width: 420
    spacing: 10

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
    }
    Txt {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: empty.text
        size: Theme.sub
        color: Theme.ink2
    }
    Item {
        width: 1
        height: 4
        visible: button.visible
    }
    ActionButton {
        id: button

        objectName: "emptyAction"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width)
        visible: text !== ""
        text: empty.action
        onClicked: empty.acted()
    }
}
