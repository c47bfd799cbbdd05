import QtQuick
import Plumbline

// The head of the Check screen: where, by what, how far, the score so far, vetoes, undo, and whether it is on disk.
TopBar {
    id: bar

    required property CheckModel check
    // Where large text leaves little room: what the form tells elsewhere is left out, and the sections are behind a button.
    property bool lean: false
    readonly property bool failed: check.saving.state === "failed" || check.saving.state === "refused"

    signal sectionsAsked
    signal lockAsked

    title: check.siteName
    subtitle: lean ? "" : check.subtitle
    titleSize: lean ? Theme.sub : Theme.item

    ActionButton {
        objectName: "sectionsOpen"
        visible: bar.lean
        symbol: "records"
        leftPadding: 14
        rightPadding: 14
        text: qsTr("章节")
        onClicked: bar.sectionsAsked()
    }
    Centred {
        visible: !bar.lean

        Chip {
            large: true
            lead: 28
            text: qsTr("已答 %1 / %2").arg(bar.check.totals.answered).arg(bar.check.totals.total)

            ProgressRing {
                x: 11
                anchors.verticalCenter: parent.verticalCenter
                value: bar.check.totals.total > 0 ? bar.check.totals.answered / bar.check.totals.total : 0
                color: Theme.accent
                track: Theme.line
            }
        }
    }
    Centred {
        visible: !bar.lean

        Chip {
            objectName: "scoreChip"
            large: true
            tone: "points"
            bold: true
            text: qsTr("得分 %1 / %2").arg(bar.check.totals.earned).arg(bar.check.totals.judged)
        }
    }
    Centred {
        visible: !bar.lean || bar.check.totals.vetoes > 0

        Chip {
            objectName: "vetoChip"
            large: true
            tone: bar.check.totals.vetoes > 0 ? "key" : ""
            shape: "shape-veto"
            text: qsTr("否决 %1").arg(bar.check.totals.vetoes)
        }
    }
    IconButton {
        objectName: "undo"
        symbol: "undo"
        text: qsTr("撤销")
        enabled: bar.check.editor.canUndo
        onClicked: bar.check.editor.undo()
    }
    IconButton {
        objectName: "checkLock"
        symbol: "lock"
        text: qsTr("锁定，换人")
        onClicked: bar.lockAsked()
    }
    Centred {
        Row {
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: bar.failed ? "warning" : bar.check.saving.state === "saving" ? "clock" : "check"
                size: 18
                color: bar.failed ? Theme.fail : bar.check.saving.state === "saving" ? Theme.ink2 : Theme.pass
            }
            Txt {
                objectName: "saveState"
                anchors.verticalCenter: parent.verticalCenter
                text: bar.check.saving.state === "refused" ? qsTr("%1 处没有存上").arg(bar.check.saving.refusals) : bar.failed ? qsTr("没有存上") : bar.check.saving.state === "saving" ? qsTr("正在存…") : qsTr("已存 %1").arg(bar.check.saving.savedAt)
                size: Theme.caption
                wrapMode: Text.NoWrap
                color: bar.failed ? Theme.fail : bar.check.saving.state === "saving" ? Theme.ink2 : Theme.pass
            }
        }
    }
}
