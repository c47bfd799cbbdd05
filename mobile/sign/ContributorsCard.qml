import QtQuick
import Plumbline

// Who answered which items of the self-assessment that is about to be signed.
Card {
    id: card

    required property RowModel contributors

    implicitHeight: column.implicitHeight + 36

    Column {
        id: column

        x: 18
        y: 18
        width: parent.width - 36
        spacing: 10

        Txt {
            width: parent.width
            text: qsTr("谁填了哪些项")
            strong: true
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.contributors

            Column {
                id: person

                required property string title
                required property string text
                required property int index

                width: column.width
                spacing: 2

                Txt {
                    objectName: "contributor" + person.index
                    width: parent.width
                    text: person.title
                    size: Theme.label
                }
                Txt {
                    objectName: "contributorItems" + person.index
                    width: parent.width
                    text: person.text
                    size: Theme.sub
                    color: Theme.ink2
                }
            }
        }
    }
}
