import QtQuick
import Plumbline

// One thing that can be set: its name, what is chosen, and a line on what it does.
Column {
    id: block

    required property string name
    property string note: ""
    default property alias control: place.data

    spacing: 8

    Txt {
        width: parent.width
        text: block.name
        size: Theme.label
        strong: true
        color: Theme.ink2
    }
    Column {
        id: place

        width: parent.width
    }
    Txt {
        width: parent.width
        visible: text !== ""
        text: block.note
        size: Theme.caption
        color: Theme.ink2
    }
}
