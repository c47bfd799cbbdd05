import QtQuick
import Plumbline

// The questions of the open item: measured values side by side, choices across the whole width, what stands in groups
// and copies a step further in, and "not applicable". Positioners, not layouts: heights follow widths at once, however often a text wraps anew.
Flow {
    id: grid

    required property CheckModel check
    required property CheckItem item
    readonly property real indent: width < 520 * Theme.textScale ? 10 : 20

    signal naAsked
    signal pickAsked(string question, string label, string chosen, bool several)
    signal fileAsked(string question, bool pictures)

    // The field of an answer, or the head of a copy; null where it is not shown.
    function fieldOf(key: string): Item {
        for (let i = 0; i < fields.count; ++i)
            if (fields.itemAt(i) && fields.itemAt(i).id === key)
                return fields.itemAt(i);
        return null;
    }

    spacing: 12

    Repeater {
        id: fields

        model: grid.item.questions

        QuestionField {
            required property int depth
            required property int run
            required property bool whole
            required property bool runEnds
            readonly property real inset: Math.min(depth, 4) * grid.indent
            readonly property int columns: Math.max(1, Math.floor((grid.width - inset + grid.spacing) / (214 * Theme.textScale)))
            readonly property real cell: Math.floor((grid.width - inset - (columns - 1) * grid.spacing) / columns)
            readonly property int column: run % columns

            // The first of a line stands in; the last of those side by side takes what is left, so that the next begins a
            // line of its own.
            lead: whole || column === 0 ? inset : 0
            inner: whole ? grid.width - inset : cell
            width: whole ? grid.width : runEnds ? grid.width - (column === 0 ? 0 : inset + column * (cell + grid.spacing)) : lead + cell
            check: grid.check
            item: grid.item
            onNaAsked: grid.naAsked()
            onPickAsked: (question, label, chosen, several) => grid.pickAsked(question, label, chosen, several)
            onFileAsked: (question, pictures) => grid.fileAsked(question, pictures)
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
            onClicked: grid.item.na ? grid.check.editor.setNotApplicable("") : grid.naAsked()
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
