import QtQuick
import Plumbline

// One question, by its kind. What it holds comes from the model; what a person enters goes to `check`.
Item {
    id: question

    required property CheckModel check
    required property CheckItem item
    required property string id
    required property string kind
    required property string label
    required property string hint
    required property string unit
    required property string value
    required property string problem
    required property string tone
    required property string last
    required property bool optional
    required property bool judges
    required property RowModel choices

    signal naAsked

    implicitHeight: loader.height + (before.visible ? before.height + 4 : 0)
    implicitWidth: 200

    Loader {
        id: loader

        width: parent.width
        sourceComponent: {
            switch (question.kind) {
            case "one":
            case "many": return choice;
            case "integer":
            case "decimal": return number;
            case "date": return day;
            case "long": return area;
            case "note": return words;
            case "shown": return shown;
            default: return line;
            }
        }
    }
    LastTime {
        id: before

        objectName: "last_" + question.id
        y: loader.height + 4
        width: parent.width
        last: question.last
    }
    Component {
        id: choice

        ChoiceQuestion {
            label: question.label
            hint: question.hint
            value: question.value
            choices: question.choices
            multiple: question.kind === "many"
            judges: question.judges
            optional: question.optional
            naAllowed: question.judges && question.item.naAllowed
            na: question.item.na
            questionId: question.id
            onPicked: name => question.kind === "many" ? question.check.toggle(question.id, name) : question.check.answer(question.id, name === question.value ? "" : name)
            onNaPicked: question.item.na ? question.check.setNotApplicable("") : question.naAsked()
        }
    }
    Component {
        id: number

        Field {
            inputName: "q_" + question.id
            label: question.label
            unit: question.unit
            hint: question.hint
            problem: question.problem
            tone: question.tone
            optional: question.optional
            text: question.value
            follows: true
            inputHints: question.kind === "integer" ? Qt.ImhDigitsOnly : Qt.ImhFormattedNumbersOnly
            // Half a number ("-", "5.") is not an answer yet.
            onEdited: text => {
                const plain = text.trim().replace(/[.．]$/, "");
                if (plain === "" || /^[+－-]?[0-9０-９]*[.．]?[0-9０-９]+$/.test(plain))
                    question.check.answer(question.id, plain);
            }
            onFinished: text => { if (text.trim() !== question.value) question.check.answer(question.id, text.trim()); }
        }
    }
    Component {
        id: line

        Field {
            inputName: "q_" + question.id
            label: question.label
            unit: question.unit
            hint: question.hint
            problem: question.problem
            optional: question.optional
            text: question.value
            follows: true
            onEdited: text => question.check.answer(question.id, text)
        }
    }
    Component {
        id: day

        DateField {
            inputName: "q_" + question.id
            label: question.label
            hint: question.hint
            problem: question.problem
            tone: question.tone
            value: question.value
            onPicked: value => question.check.answer(question.id, value)
        }
    }
    Component {
        id: area

        AreaField {
            inputName: "q_" + question.id
            label: question.label
            problem: question.problem
            text: question.value
            onEdited: text => question.check.answer(question.id, text)
        }
    }
    Component {
        id: shown

        Field {
            inputName: "q_" + question.id
            label: question.label
            unit: question.value ? question.unit : ""
            hint: question.hint
            tone: question.tone
            text: question.value ? question.value : "—"
            readOnly: true
        }
    }
    Component {
        id: words

        Txt {
            text: question.label
            size: Theme.label
            color: Theme.ink2
        }
    }
}
