import QtQuick
import Plumbline

// One item as the inspector and the enterprise see it, or as this check and the one before found it, side by side; one
// below the other where it is narrow.
Card {
    id: card

    required property string no
    required property string text
    required property bool differs
    required property string inspectedVerdict
    required property string inspectedPoints
    required property string inspectedWords
    required property string assessedVerdict
    required property string assessedPoints
    required property string assessedWords
    required property string change
    required property string changeTone
    property string inspectedHead: qsTr("检查")
    property string assessedHead: qsTr("自评")
    readonly property real room: width - 36
    readonly property bool paired: width > 480 * Theme.textScale

    component Side: Column {
        id: side

        required property string head
        required property string verdict
        required property string points
        required property string words
        property bool strong: false

        spacing: 2

        Txt {
            width: side.width
            text: side.head
            size: Theme.caption
            color: Theme.ink2
        }
        Flow {
            width: side.width
            spacing: 10

            StatusWord {
                visible: side.verdict !== ""
                verdict: side.verdict
                strong: side.strong
            }
            Txt {
                text: side.verdict !== "" ? side.points : qsTr("没有问到")
                size: Theme.label
                color: Theme.ink2
            }
        }
        Txt {
            width: side.width
            visible: text !== ""
            text: side.words !== "" ? qsTr("“%1”").arg(side.words) : ""
            size: Theme.sub
        }
    }

    implicitHeight: title.height + (changed.visible ? changed.height + 6 : 0) + (paired ? Math.max(inspected.height, assessed.height) : inspected.height + assessed.height + 10) + 38
    border.color: differs ? Theme.partLine : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: [no + " " + text, qsTr("%1：%2 %3").arg(inspectedHead).arg(Theme.wordOf(inspectedVerdict)).arg(inspectedPoints), qsTr("%1：%2 %3").arg(assessedHead).arg(Theme.wordOf(assessedVerdict)).arg(assessedPoints), change].filter(part => part !== "").join(", ")

    Txt {
        id: title

        x: 18
        y: 14
        width: card.room
        text: card.no + "  " + card.text
        size: Theme.label
        strong: card.differs
        Accessible.ignored: true
    }
    StatusWord {
        id: changed

        x: 18
        y: title.y + title.height + 6
        visible: card.change !== ""
        maximumWidth: card.room
        verdict: card.changeTone
        text: card.change
        strong: card.changeTone === "fail"
    }
    Side {
        id: inspected

        x: 18
        y: title.y + title.height + 10 + (changed.visible ? changed.height + 6 : 0)
        width: card.paired ? (card.room - 16) / 2 : card.room
        head: card.inspectedHead
        verdict: card.inspectedVerdict
        points: card.inspectedPoints
        words: card.inspectedWords
        strong: card.differs
    }
    Side {
        id: assessed

        x: card.paired ? 18 + inspected.width + 16 : 18
        y: card.paired ? inspected.y : inspected.y + inspected.height + 10
        width: inspected.width
        head: card.assessedHead
        verdict: card.assessedVerdict
        points: card.assessedPoints
        words: card.assessedWords
        strong: card.differs
    }
}
