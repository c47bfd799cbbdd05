import QtQuick
import QtQuick.Layouts
import Plumbline

// The questions of the open item: measured values side by side, choices across the whole width, and "not applicable".
GridLayout {
    id: grid

    required property CheckModel check
    required property CheckItem item

    signal naAsked

    columns: Math.max(1, Math.floor((width + columnSpacing) / (214 * Theme.textScale)))
    columnSpacing: 12
    rowSpacing: 12

    Repeater {
        model: grid.item.questions

        QuestionField {
            readonly property bool whole: ["one", "many", "long", "note"].includes(kind)

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.columnSpan: whole ? grid.columns : 1
            Layout.alignment: Qt.AlignTop
            check: grid.check
            item: grid.item
            onNaAsked: grid.naAsked()
        }
    }
    // Measured items are judged by their values: only "not applicable" is left to say.
    RowLayout {
        Layout.fillWidth: true
        Layout.columnSpan: grid.columns
        visible: !grid.item.judgedByChoice
        spacing: 12

        StatusWord {
            objectName: "measuredVerdict"
            Layout.fillWidth: true
            maximumWidth: grid.width - 190 * Theme.textScale
            verdict: grid.item.verdict
            size: Theme.body
            strong: true
        }
        AnswerButton {
            objectName: "answer_na"
            Layout.preferredWidth: 160 * Theme.textScale
            visible: grid.item.naAllowed
            verdict: "na"
            text: qsTr("不适用")
            chosen: grid.item.na
            onClicked: grid.item.na ? grid.check.setNotApplicable("") : grid.naAsked()
        }
    }
    Txt {
        objectName: "naReasonText"
        Layout.fillWidth: true
        Layout.columnSpan: grid.columns
        visible: grid.item.na
        text: qsTr("不适用的理由：%1").arg(grid.item.naReason)
        size: Theme.sub
        color: Theme.ink2
    }
}
