import QtQuick
import Plumbline

// The heading over a group of questions.
Column {
    id: head

    required property string label
    property string hint: ""

    topPadding: 6
    spacing: 2

    Txt {
        width: parent.width
        text: head.label
        size: Theme.label
        strong: true
        color: Theme.accentInk
        Accessible.role: Accessible.Heading
    }
    Txt {
        width: parent.width
        visible: text !== ""
        text: head.hint
        size: Theme.caption
        color: Theme.ink2
    }
}
