import QtQuick
import QtQuick.Templates as T
import Plumbline

// What a failed item came to: the finding's words, severity and the day by which to rectify. A tap edits it.
T.AbstractButton {
    id: card

    required property string severity
    required property string where
    required property string due
    property bool corrected: false
    readonly property string tone: severity === "minor" ? "part" : "fail"

    function severityWord(name: string): string {
        switch (name) {
        case "critical": return qsTr("严重");
        case "major": return qsTr("较重");
        default: return qsTr("一般");
        }
    }

    objectName: "findingCard"
    implicitHeight: column.implicitHeight + 28
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("问题：%1，%2，整改期限 %3").arg(text).arg(severityWord(severity)).arg(due)

    background: Rectangle {
        radius: Theme.radius
        color: Theme.softOf(card.tone)
        border.width: card.visualFocus ? 3 : Theme.border
        border.color: Theme.colorOf(card.tone)
    }
    contentItem: Item {
        Column {
            id: column

            x: 14
            y: 14
            width: parent.width - 28
            spacing: 5

            Item {
                width: parent.width
                implicitHeight: head.implicitHeight

                StatusWord {
                    id: head

                    verdict: card.corrected ? "pass" : card.tone
                    text: card.corrected ? qsTr("当场改正") : qsTr("已生成问题")
                    strong: true
                }
                Txt {
                    anchors.right: parent.right
                    text: card.severityWord(card.severity)
                    size: Theme.caption
                    color: Theme.ink2
                }
            }
            Txt {
                width: parent.width
                text: card.text
                size: Theme.sub
            }
            Txt {
                width: parent.width
                text: (card.where ? qsTr("位置 %1 · ").arg(card.where) : "") + (card.due ? qsTr("整改期限 %1").arg(card.due) : card.corrected ? qsTr("已当场改正") : qsTr("当场改正"))
                size: Theme.caption
                color: Theme.ink2
            }
            Txt {
                width: parent.width
                text: qsTr("点按可修改")
                size: Theme.caption
                color: Theme.colorOf(card.tone)
            }
        }
    }
}
