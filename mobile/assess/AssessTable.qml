import QtQuick
import Plumbline

// The sections: how far, who fills them, what is attached, what they come to. A tap goes on with one.
Card {
    id: table

    required property RowModel sections
    property bool wide: true
    property bool inspected: false
    readonly property AssessColumns columns: AssessColumns {
        width: table.width - 40
        inspected: table.inspected
    }

    signal picked(string item)
    signal whoAsked(string section)

    implicitHeight: rows.implicitHeight + 2

    Column {
        id: rows

        x: 1
        y: 1
        width: parent.width - 2

        Item {
            width: parent.width
            height: heads.implicitHeight + 18
            visible: table.wide

            Row {
                id: heads

                x: 19
                y: 9

                Txt { width: table.columns.title; text: qsTr("章节"); size: Theme.caption; color: Theme.ink2 }
                Txt { width: table.columns.progress; text: qsTr("进度"); size: Theme.caption; color: Theme.ink2 }
                Txt { width: table.columns.who; text: qsTr("谁在填"); size: Theme.caption; color: Theme.ink2 }
                Txt { width: table.columns.files; text: qsTr("附件"); size: Theme.caption; color: Theme.ink2 }
                Txt { width: table.columns.own; text: qsTr("自评分"); size: Theme.caption; color: Theme.ink2; horizontalAlignment: Text.AlignRight }
                Txt { width: table.columns.last; visible: table.inspected; text: qsTr("上次检查"); size: Theme.caption; color: Theme.ink2; horizontalAlignment: Text.AlignRight }
            }
        }
        Repeater {
            model: table.sections

            AssessSectionButton {
                required property string next
                required property int index

                objectName: "assessSection_" + id
                width: rows.width
                wide: table.wide
                first: index === 0 && !table.wide
                columns: table.columns
                onClicked: table.picked(next)
                onWhoAsked: table.whoAsked(id)
            }
        }
    }
}
