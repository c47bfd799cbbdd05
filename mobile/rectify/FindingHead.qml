import QtQuick
import QtQuick.Layouts
import Plumbline

// What the finding is about: number, verdict, points, severity and clause of the item; beside it how long there is.
GridLayout {
    id: head

    required property CaseFinding finding
    // From the page, not from the layout: what a layout learns of itself while it lays out makes it begin anew.
    required property real room
    readonly property bool apart: room > 620 * Theme.textScale

    columns: apart ? 2 : 1
    columnSpacing: 20
    rowSpacing: 10

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: 8

        Flow {
            Layout.fillWidth: true
            spacing: 8

            Chip {
                objectName: "findingNo"
                tone: "number"
                text: head.finding.no
            }
            Chip {
                visible: head.finding.verdict !== ""
                tone: head.finding.verdict === "fail" ? "must" : head.finding.verdict === "veto" ? "key" : head.finding.verdict === "part" ? "part" : ""
                shape: Theme.shapeOf(head.finding.verdict)
                text: Theme.wordOf(head.finding.verdict)
            }
            Chip {
                visible: head.finding.score !== ""
                tone: "points"
                text: head.finding.score
            }
            Chip {
                text: head.finding.severity
            }
            Txt {
                width: Math.min(implicitWidth, head.room - 20)
                height: Math.max(28, implicitHeight)
                verticalAlignment: Text.AlignVCenter
                visible: text !== ""
                text: head.finding.clause
                size: Theme.caption
                color: Theme.ink2
            }
        }
        Txt {
            objectName: "findingTitle"
            Layout.fillWidth: true
            text: head.finding.title
            size: Theme.item
            strong: true
            Accessible.role: Accessible.Heading
        }
    }
    Column {
        id: term

        readonly property int side: head.apart ? Text.AlignRight : Text.AlignLeft

        // Never the head's own width: it could not become narrower again.
        Layout.fillWidth: !head.apart
        Layout.preferredWidth: head.apart ? Math.round(Math.min(240 * Theme.textScale, head.room * 0.34)) : 1
        Layout.alignment: Qt.AlignTop
        spacing: 2

        Txt {
            objectName: "findingDue"
            width: parent.width
            visible: head.finding.dueTone === ""
            horizontalAlignment: term.side
            text: head.finding.dueWord
            size: Theme.item
            strong: true
        }
        StatusWord {
            objectName: "findingDue"
            x: head.apart ? parent.width - width : 0
            visible: head.finding.dueTone !== ""
            verdict: head.finding.dueTone
            text: head.finding.dueWord
            size: head.finding.dueTone === "fail" ? Theme.heading : Theme.item
            strong: true
            maximumWidth: parent.width
        }
        Txt {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: term.side
            text: head.finding.due ? qsTr("期限 %1").arg(head.finding.due) : ""
            size: Theme.caption
            color: Theme.ink2
        }
        Txt {
            objectName: "findingState"
            width: parent.width
            visible: head.finding.state !== head.finding.dueWord
            horizontalAlignment: term.side
            text: head.finding.state
            size: Theme.caption
            color: Theme.ink2
        }
    }
}
