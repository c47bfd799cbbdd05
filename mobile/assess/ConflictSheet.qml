import QtQuick
import QtQuick.Layouts
import Plumbline

// Items that two people answered differently: both answers, and which of them stands.
Sheet {
    id: sheet

    required property AssessModel assess

    wish: 920
    title: qsTr("两边填得不同")

    Connections {
        target: sheet.assess.conflicts

        function onCountChanged() {
            if (sheet.assess.conflicts.count === 0)
                sheet.close();
        }
    }
    Txt {
        width: parent.width
        text: qsTr("选定一边。没有选上的一边仍留在日志里，谁、什么时候填的都查得到。")
        size: Theme.label
        color: Theme.ink2
    }
    Repeater {
        model: sheet.assess.conflicts

        Column {
            id: conflict

            required property string id
            required property string no
            required property string text
            required property string mine
            required property string theirs
            required property string theirHead

            width: sheet.availableWidth - 2 * Theme.edge
            spacing: 8

            Txt {
                width: parent.width
                text: conflict.no + "　" + conflict.text
                strong: true
            }
            GridLayout {
                width: parent.width
                columns: width > 520 * Theme.textScale ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                ConflictSide {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    head: qsTr("本机")
                    words: conflict.mine
                    action: qsTr("用本机的")
                    actionName: "keepMine_" + conflict.id
                    onChosen: sheet.assess.decide(conflict.id, true)
                }
                ConflictSide {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    head: conflict.theirHead
                    words: conflict.theirs
                    action: qsTr("用对方的")
                    actionName: "takeTheirs_" + conflict.id
                    onChosen: sheet.assess.decide(conflict.id, false)
                }
            }
        }
    }
}
