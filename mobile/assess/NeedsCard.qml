import QtQuick
import Plumbline

// What the enterprise has to do now beside the self-assessment.
Card {
    id: card

    required property RowModel needs

    signal picked(string id)

    implicitHeight: column.implicitHeight + 24

    Column {
        id: column

        x: 14
        y: 12
        width: parent.width - 28

        Txt {
            x: 6
            bottomPadding: 4
            text: qsTr("要办的事")
            size: Theme.sub
            color: Theme.ink2
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.needs

            NeedLine {
                required property string id
                required property int index

                objectName: "need" + index
                width: column.width
                onClicked: card.picked(id)
            }
        }
    }
}
