import QtQuick
import Plumbline

// The signed lines of a finding's history, the oldest first; one that came out of turn is shown and said to be without
// effect.
Card {
    id: log

    required property RowModel acts

    implicitHeight: column.implicitHeight + 30

    Column {
        id: column

        x: 16
        y: 14
        width: parent.width - 32
        spacing: 12

        Txt {
            text: qsTr("办理经过")
            size: Theme.label
            strong: true
            color: Theme.ink2
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: log.acts

            Column {
                id: entry

                required property int index
                required property string title
                required property string said
                required property string who
                required property string mark
                required property string tone

                objectName: "act" + index
                width: column.width
                spacing: 2
                Accessible.role: Accessible.ListItem
                Accessible.name: [title, said, who, mark].filter(part => part !== "").join(", ")

                Txt {
                    width: parent.width
                    text: entry.title
                    size: Theme.sub
                    strong: true
                    Accessible.ignored: true
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: entry.said
                    size: Theme.sub
                    Accessible.ignored: true
                }
                Txt {
                    width: parent.width
                    text: entry.who
                    size: Theme.caption
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                StatusWord {
                    visible: entry.mark !== ""
                    verdict: entry.tone
                    text: entry.mark
                    size: Theme.caption
                    maximumWidth: parent.width
                }
            }
        }
    }
}
