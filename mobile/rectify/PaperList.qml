import QtQuick
import Plumbline

// Documents that were attached: their kind or name, and their size; they can be taken out while a draft is written.
Column {
    id: list

    required property RowModel papers
    property bool removable: false

    signal removed(string id)

    spacing: 8

    Repeater {
        model: list.papers

        Card {
            id: paper

            required property string id
            required property string name
            required property string size
            required property int index

            objectName: "paper" + index
            width: list.width
            implicitHeight: Math.max(Theme.touch, words.implicitHeight + 24)
            color: Theme.panel

            Icon {
                x: 14
                anchors.verticalCenter: parent.verticalCenter
                name: "records"
                size: Theme.icon - 4
                color: Theme.ink2
            }
            Txt {
                id: words

                x: 46
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - bytes.implicitWidth - (remove.visible ? remove.width : 0) - 24
                text: paper.name
                size: Theme.label
            }
            Txt {
                id: bytes

                anchors.right: remove.visible ? remove.left : parent.right
                anchors.rightMargin: remove.visible ? 4 : 14
                anchors.verticalCenter: parent.verticalCenter
                text: paper.size
                size: Theme.caption
                color: Theme.ink2
                wrapMode: Text.NoWrap
            }
            IconButton {
                id: remove

                objectName: "paperRemove" + paper.index
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: list.removable
                symbol: "close"
                text: qsTr("移除 %1").arg(paper.name)
                onClicked: list.removed(paper.id)
            }
        }
    }
}
