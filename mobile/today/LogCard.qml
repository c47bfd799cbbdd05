import QtQuick
import QtQuick.Templates as T
import Plumbline

// What the log says of this tablet's records; a tap opens the sync page.
T.AbstractButton {
    id: card

    required property TodayModel today
    required property SyncModel sync

    signal tapped

    implicitHeight: column.implicitHeight + 32
    text: heading.text
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: heading.text + ". " + detail.text
    onClicked: tapped()

    background: Card {
        border.width: card.visualFocus ? 3 : Theme.hairline
        border.color: card.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            id: column

            x: 18
            y: 16
            width: parent.width - 36
            spacing: 6

            Row {
                width: parent.width
                spacing: 8

                Icon {
                    id: shield

                    name: card.sync.logForgot ? "shield-alert" : "shield"
                    color: card.sync.logForgot ? Theme.fail : card.today.proved ? Theme.pass : Theme.part
                }
                Txt {
                    id: heading

                    width: parent.width - shield.width - 8
                    text: card.sync.logForgot ? qsTr("服务器的日志不一致") : card.today.proved ? qsTr("全部记录已入日志") : qsTr("%n 条记录待传", "", card.today.waiting)
                    size: Theme.label
                    strong: true
                    color: shield.color
                    Accessible.ignored: true
                }
            }
            Txt {
                id: detail

                width: parent.width
                text: card.today.checkpoint ? qsTr("本机签过 %1 条；核验到第 %2 号检查点。").arg(card.today.records).arg(card.today.checkpoint) : qsTr("本机签过 %1 条；还没有核验过日志。").arg(card.today.records)
                size: Theme.sub
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
