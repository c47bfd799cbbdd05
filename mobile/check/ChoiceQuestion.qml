import QtQuick
import Plumbline

// The answers to a question as large buttons, and "not applicable" beside those that judge the item. Where one of them is
// longer than about ten Chinese characters, or has something to be heard, they are rows across the whole width: a column of one word a line is no text.
Column {
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
    readonly property real least: (judges ? 118 : 170) * Theme.textScale
    readonly property bool rows: {
        for (let i = 0; i < buttons.count; ++i)
            if (buttons.itemAt(i) && buttons.itemAt(i).picture)
                return false;
        for (let i = 0; i < buttons.count; ++i)
            if (buttons.itemAt(i) && (buttons.itemAt(i).plays || widthOf(buttons.itemAt(i).text) > 20))
                return true;
        return false;
    }

    // In halves of a Chinese character.
    function widthOf(text: string): int {
        let width = 0;
        for (let i = 0; i < text.length; ++i)
            width += text.charCodeAt(i) >= 0x2e80 ? 2 : 1;
        return width;
    }

    signal picked(string name)
    signal naPicked

    spacing: 8

    Txt {
        width: parent.width
        visible: !question.judges
        text: question.optional ? qsTr("%1（可不填）").arg(question.label) : question.label
        size: Theme.sub
        color: Theme.ink2
    }
    Grid {
        id: grid

        // Buttons of one question are of one height: the tallest one's.
        readonly property real tallest: {
            let height = naButton.visible ? naButton.implicitHeight : 0;
            for (let i = 0; i < buttons.count; ++i)
                height = Math.max(height, buttons.itemAt(i) ? buttons.itemAt(i).implicitHeight : 0);
            return height;
        }
        readonly property real cell: Math.floor((question.width - (columns - 1) * spacing) / columns)

        columns: question.rows ? 1 : Math.max(1, Math.min(question.count, Math.floor((question.width + spacing) / (question.least + spacing))))
        spacing: 10

        Repeater {
            id: buttons

            model: question.choices

            AnswerButton {
                required property string id
                required property string label
                required verdict
                required picture
                required sound
                required film

                objectName: "answer_" + question.questionId + "_" + id
                width: grid.cell
                height: question.rows ? implicitHeight : grid.tallest
                row: question.rows
                text: label
                multiple: question.multiple
                chosen: !question.na && (" " + question.value + " ").includes(" " + id + " ")
                onClicked: question.picked(id)
            }
        }
        AnswerButton {
            id: naButton

            objectName: "answer_na"
            width: grid.cell
            height: question.rows ? implicitHeight : grid.tallest
            row: question.rows
            visible: question.naAllowed
            verdict: "na"
            text: qsTr("不适用")
            chosen: question.na
            onClicked: question.naPicked()
        }
    }
    Txt {
        width: parent.width
        visible: question.count === 0
        text: qsTr("现在没有可选的，先回答前面的问题。")
        size: Theme.label
        color: Theme.ink2
    }
    Txt {
        width: parent.width
        visible: text !== ""
        text: question.hint
        size: Theme.caption
        color: Theme.ink2
    }
}
