import QtQuick
import Plumbline

// Questions of the kinds that forms ask beside the plain ones: times, ranges, orders, long lists, files.
Loader {
    id: field

    required property Item asked  // the QuestionField that it is part of

    sourceComponent: {
        switch (asked.kind) {
        case "pick":
        case "picks": return pick;
        case "time": return time;
        case "moment": return moment;
        case "range": return range;
        case "rank": return rank;
        case "tick": return tick;
        case "files": return files;
        default: return null;
        }
    }

    Component {
        id: pick

        PickField {
            objectName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.hint
            problem: field.asked.problem
            optional: field.asked.optional
            chosen: field.asked.words
            onClicked: field.asked.pickAsked(field.asked.id, field.asked.label, field.asked.value, field.asked.kind === "picks")
        }
    }
    Component {
        id: time

        TimeField {
            inputName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.hint
            problem: field.asked.problem
            tone: field.asked.tone
            optional: field.asked.optional
            value: field.asked.value
            onPicked: value => field.asked.check.editor.answer(field.asked.id, value)
        }
    }
    Component {
        id: moment

        MomentField {
            inputName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.hint
            problem: field.asked.problem
            tone: field.asked.tone
            optional: field.asked.optional
            value: field.asked.value
            onPicked: value => field.asked.check.editor.answer(field.asked.id, value)
        }
    }
    Component {
        id: range

        RangeField {
            inputName: "q_" + field.asked.id
            label: field.asked.label
            unit: field.asked.unit
            hint: field.asked.hint
            problem: field.asked.problem
            optional: field.asked.optional
            value: field.asked.value
            from: field.asked.from
            to: field.asked.to
            step: field.asked.step
            decimals: field.asked.decimals
            onPicked: value => field.asked.check.editor.answer(field.asked.id, value)
        }
    }
    Component {
        id: rank

        RankField {
            inputName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.hint
            problem: field.asked.problem
            optional: field.asked.optional
            value: field.asked.value
            choices: field.asked.choices
            onMoved: (name, by) => field.asked.check.choices.rank(field.asked.id, name, by)
        }
    }
    Component {
        id: tick

        TickField {
            objectName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.problem ? field.asked.problem : field.asked.hint
            optional: field.asked.optional
            ticked: field.asked.value === "OK"
            onClicked: field.asked.check.editor.answer(field.asked.id, ticked ? "" : "OK")
        }
    }
    Component {
        id: files

        FilesField {
            inputName: "q_" + field.asked.id
            label: field.asked.label
            hint: field.asked.hint
            problem: field.asked.problem
            optional: field.asked.optional
            pictures: field.asked.pictures
            sounds: field.asked.sounds
            films: field.asked.films
            note: field.asked.check.sound
            draft: field.asked.check.draft
            question: field.asked.id
            value: field.asked.value
            onAsked: field.asked.fileAsked(field.asked.id, field.asked.pictures)
            onRemoved: hash => field.asked.check.evidence.removeFile(field.asked.id, hash)
        }
    }
}
