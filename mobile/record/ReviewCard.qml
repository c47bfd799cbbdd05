import QtQuick
import Plumbline

// A supervisor's decision: accepted or returned, with what was said of single items.
Rectangle {
    id: card

    required property string title
    required property string comment
    required property string items
    required property string tone

    implicitHeight: column.implicitHeight + 32
    radius: Theme.radius
    color: Theme.softOf(tone)
    border.width: Theme.border
    border.color: Theme.colorOf(tone)
    Accessible.role: Accessible.Grouping
    Accessible.name: title + ". " + comment + " " + items

    Column {
        id: column

        x: 18
        y: 16
        width: parent.width - 36
        spacing: 6

        StatusWord {
            verdict: card.tone
            text: card.title
            strong: true
            maximumWidth: parent.width
        }
        Txt {
            objectName: "reviewComment"
            width: parent.width
            visible: text !== ""
            text: card.comment
            size: Theme.label
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: card.items
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
