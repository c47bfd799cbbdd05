import QtQuick
import Plumbline

// A quiet sentence in a dashed frame.
Item {
    id: note

    required property string text

    implicitHeight: words.implicitHeight + 32
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    DashedFrame {
        anchors.fill: parent
        color: Theme.line
        thickness: Theme.border
        radius: Theme.radius
    }
    Txt {
        id: words

        x: 18
        y: 16
        width: parent.width - 36
        text: note.text
        size: Theme.sub
        color: Theme.ink2
        Accessible.ignored: true
    }
}
