import QtQuick
import Plumbline

// The questions of the open item: measured values side by side, choices across the whole width, and "not applicable".
// Positioners, not layouts: heights follow widths at once, however often a text wraps anew.
Flow {
    id: grid

    required property CheckModel check
    required property CheckItem item
    readonly property int columns: Math.max(1, Math.floor((width + spacing) / (214 * Theme.textScale)))
    readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)

    signal naAsked

    spacing: 12

    Repeater {
        model: grid.item.questions

        QuestionField {
            readonly property bool whole: ["one", "many", "long", "note"].includes(kind)

            width: whole ? grid.width : grid.cell
            check: grid.check
            item: grid.item
            onNaAsked: grid.naAsked()
        }
    }
    // Measured items are judged by their values: only "not applicable" is left to say.
    Item {
        width: grid.width
        height: Math.max(verdict.implicitHeight, na.visible ? na.implicitHeight : 0)
        visible: !grid.item.judgedByChoice

        StatusWord {
            id: verdict

            objectName: "measuredVerdict"
            anchors.verticalCenter: parent.verticalCenter
            maximumWidth: grid.width - (na.visible ? na.width + 12 : 0)
            verdict: grid.item.verdict
            size: Theme.body
            strong: true
        }
        AnswerButton {
            id: na

            objectName: "answer_na"
            anchors.right: parent.right
            width: 160 * Theme.textScale
            visible: grid.item.naAllowed
            verdict: "na"
            text: qsTr("不适用")
            chosen: grid.item.na
            onClicked: grid.item.na ? grid.check.setNotApplicable("") : grid.naAsked()
        }
    }
    Txt {
        objectName: "naReasonText"
        width: grid.width
        visible: grid.item.na
        text: qsTr("不适用的理由：%1").arg(grid.item.naReason)
        size: Theme.sub
        color: Theme.ink2
    }
}
