import QtQuick
import Plumbline

// The clauses that an item rests on, and how to judge it.
Sheet {
    id: sheet

    required property CheckItem item

    wish: 760
    title: qsTr("条文与判定方法 · 第 %1 项").arg(item.no)

    Repeater {
        model: sheet.item.standards

        Row {
            id: row

            required property string text
            required property bool mandatory

            width: parent ? parent.width : 0
            spacing: 10

            Chip {
                id: force

                tone: row.mandatory ? "must" : ""
                text: row.mandatory ? qsTr("强制") : qsTr("推荐")
            }
            Txt {
                width: row.width - force.width - 10
                text: row.text
                size: Theme.label
                strong: true
            }
        }
    }
    Txt {
        width: parent.width
        text: sheet.item.guidance
        lineHeight: 1.35
    }
}
