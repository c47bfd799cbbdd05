import QtQuick
import Plumbline

// What changes, in groups: each with its kind as a shape and a word, the wording before, the answer and why.
Column {
    id: list

    required property RowModel changes
    property string name: "change"

    function shapeOf(kind: string): string {
        switch (kind) {
        case "added": return "plus";
        case "removed": return "close";
        case "dropped": return "shape-part";
        default: return "pen";
        }
    }

    spacing: 8

    Repeater {
        model: list.changes

        Column {
            id: row

            required property int index
            required property string kind
            required property string heading
            required property string no
            required property string text
            required property string before
            required property string value
            required property string reason
            readonly property color tone: kind === "dropped" || kind === "removed" ? Theme.part : Theme.accentInk

            objectName: list.name + index
            width: list.width
            spacing: 8

            Txt {
                width: parent.width
                visible: row.heading !== ""
                topPadding: row.index > 0 ? 12 : 0
                text: row.heading
                size: Theme.label
                strong: true
                color: row.tone
                Accessible.role: Accessible.Heading
            }
            Card {
                width: parent.width
                implicitHeight: words.implicitHeight + 26
                Accessible.role: Accessible.ListItem
                Accessible.name: [row.heading, row.no, row.text, row.value, row.reason].filter(part => part !== "").join(", ")

                Icon {
                    x: 16
                    y: 15
                    name: list.shapeOf(row.kind)
                    size: Theme.icon - 6
                    color: row.tone
                }
                Column {
                    id: words

                    x: Theme.icon + 26
                    y: 13
                    width: parent.width - x - 16
                    spacing: 3

                    Txt {
                        width: parent.width
                        text: (row.no ? row.no + "  " : "") + row.text
                        size: Theme.label
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        visible: row.before !== ""
                        text: list.name === "aside" ? row.before : qsTr("原为：%1").arg(row.before)
                        size: Theme.sub
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        visible: row.value !== ""
                        text: row.value
                        size: Theme.sub
                        strong: true
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        visible: row.reason !== ""
                        text: row.reason
                        size: Theme.sub
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
