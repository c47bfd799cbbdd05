import QtQuick
import Plumbline

// A fact under its name, as a small card.
Card {
    id: card

    required property string name
    required property string value

    implicitHeight: column.implicitHeight + 28
    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + value

    Column {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 2

        Txt {
            width: parent.width
            text: card.name
            size: Theme.sub
            color: Theme.ink2
            Accessible.ignored: true
        }
        Txt {
            width: parent.width
            text: card.value
            size: Theme.label
            strong: true
            Accessible.ignored: true
        }
    }
}
