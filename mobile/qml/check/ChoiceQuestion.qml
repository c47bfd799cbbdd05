import QtQuick
import QtQuick.Layouts
import Plumbline

// The answers to a question as large buttons, and "not applicable" beside those that judge the item.
ColumnLayout {
    id: question

    required property string questionId
    required property string label
    required property string hint
    required property string value
    required property RowModel choices
    required property bool multiple
    required property bool judges
    required property bool optional
    required property bool naAllowed
    required property bool na
    readonly property int count: choices.count + (naAllowed ? 1 : 0)
    readonly property int least: (judges ? 118 : 170) * Theme.textScale

    signal picked(string name)
    signal naPicked

    spacing: 8

    Txt {
        Layout.fillWidth: true
        visible: !question.judges
        text: question.optional ? qsTr("%1（可不填）").arg(question.label) : question.label
        size: Theme.sub
        color: Theme.ink2
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Math.max(1, Math.min(question.count, Math.floor((question.width + 10) / (question.least + 10))))
        columnSpacing: 10
        rowSpacing: 10

        Repeater {
            model: question.choices

            AnswerButton {
                required property string id
                required property string label
                required verdict

                objectName: "answer_" + question.questionId + "_" + id
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                text: label
                multiple: question.multiple
                chosen: !question.na && (" " + question.value + " ").includes(" " + id + " ")
                onClicked: question.picked(id)
            }
        }
        AnswerButton {
            objectName: "answer_na"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: question.naAllowed
            verdict: "na"
            text: qsTr("不适用")
            chosen: question.na
            onClicked: question.naPicked()
        }
    }
    Txt {
        Layout.fillWidth: true
        visible: text !== ""
        text: question.hint
        size: Theme.caption
        color: Theme.ink2
    }
}
