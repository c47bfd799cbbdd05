import QtQuick
import QtQuick.Layouts
import Plumbline

// A titled column of cards. Where there are none, a sentence stands instead.
Column {
    id: column

    required property string title
    required property RowModel model
    required property string cardName
    property string emptyText: ""
    property string remark: ""
    default property alias below: extra.data

    signal picked(string id)

    spacing: 12

    Txt {
        width: parent.width
        text: column.model.count > 0 ? column.title + " " + column.model.count : column.title
        size: Theme.label
        strong: true
        color: Theme.ink2
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: column.model

        ListCard {
            required property int index
            required property string id
            required subtitle
            required leftText
            required rightText
            required rightTone
            required edge
            required progress

            objectName: column.cardName + index
            width: column.width
            onClicked: column.picked(id)
        }
    }
    DashedNote {
        width: parent.width
        visible: column.model.count === 0 && column.emptyText !== ""
        text: column.emptyText
    }
    DashedNote {
        width: parent.width
        visible: column.model.count > 0 && column.remark !== ""
        text: column.remark
    }
    Column {
        id: extra

        width: parent.width
        spacing: 12
    }
}
