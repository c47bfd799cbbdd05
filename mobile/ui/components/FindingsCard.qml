import QtQuick
import Plumbline

// Findings as a list: number, what, where, how grave, until when.
Card {
    id: card

    required property RowModel findings

    function severityWord(name: string): string {
        switch (name) {
        case "critical": return qsTr("严重");
        case "major": return qsTr("较重");
        default: return qsTr("一般");
        }
    }

    implicitHeight: column.implicitHeight + 32

    Column {
        id: column

        x: 20
        y: 16
        width: parent.width - 40
        spacing: 12

        Txt {
            text: qsTr("问题与整改期限")
            size: Theme.label
            strong: true
            color: Theme.ink2
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.findings

            Item {
                id: row

                required property string no
                required property string text
                required property string where
                required property string severity
                required property string due

                width: column.width
                implicitHeight: words.implicitHeight
                Accessible.role: Accessible.ListItem
                Accessible.name: no + " " + text + " " + card.severityWord(severity) + " " + due

                Icon {
                    y: 4
                    name: row.severity === "minor" ? "shape-part" : "shape-fail"
                    size: 16
                    color: row.severity === "minor" ? Theme.part : Theme.fail
                }
                Column {
                    id: words

                    x: 28
                    width: parent.width - x
                    spacing: 2

                    Txt {
                        width: parent.width
                        text: row.no + "  " + row.text
                        size: Theme.label
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        text: card.severityWord(row.severity) + (row.where ? " · " + row.where : "") + " · " + (row.due ? qsTr("期限 %1").arg(row.due) : qsTr("当场改正"))
                        size: Theme.sub
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
