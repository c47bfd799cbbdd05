import QtQuick
import Plumbline

// One line of the open item, by its kind: a question, or the head of a group or copy. What it holds comes from the
// model; what a person enters goes to `check`. It begins `lead` from the left and is `inner` wide.
Item {
    id: question

    required property CheckModel check
    required property CheckItem item
    required property string id
    required property string kind
    required property string label
    required property string hint
    required property string guidance
    required property string picture
    required property string sound
    required property string film
    required property string unit
    required property string value
    required property string words
    required property string problem
    required property string tone
    required property string last
    required property string said
    required property bool optional
    required property bool judges
    required property bool fixed
    required property bool foldable
    required property bool folded
    required property bool pictures
    required property bool sounds
    required property bool films
    required property real from
    required property real to
    required property real step
    required property int decimals
    required property RowModel choices
    property real lead: 0
    property real inner: width

    signal naAsked
    signal pickAsked(string question, string label, string chosen, bool several)
    signal fileAsked(string question, bool pictures)

    objectName: "field_" + id
    implicitHeight: column.implicitHeight
    implicitWidth: 200

    Column {
        id: column

        x: question.lead
        width: question.inner
        spacing: 4

        // What comes with the label.
        Column {
            id: beside

            width: parent.width
            visible: question.picture !== "" || question.film !== "" || question.sound !== ""
            spacing: 8
            bottomPadding: 4

            Image {
                objectName: "picture_" + question.id
                width: Math.min(beside.width, 480)
                visible: question.picture !== ""
                source: question.picture ? "image://sealed/" + question.picture : ""
                sourceSize.width: 960
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                Accessible.role: Accessible.Graphic
                Accessible.name: question.label
            }
            Loader {
                width: Math.min(beside.width, 480)
                active: question.film !== ""
                visible: active
                sourceComponent: FilmBox {
                    objectName: "film_" + question.id
                    file: question.film
                    label: question.label
                }
            }
            Loader {
                width: Math.min(beside.width, 480)
                active: question.sound !== ""
                visible: active
                sourceComponent: SoundBar {
                    objectName: "sound_" + question.id
                    file: question.sound
                    label: question.label
                }
            }
        }
        Loader {
            width: parent.width
            sourceComponent: {
                switch (question.kind) {
                case "one":
                case "many": return choice;
                case "integer":
                case "decimal": return number;
                case "date": return day;
                case "long": return area;
                case "note": return note;
                case "shown": return shown;
                case "told": return told;
                case "barcode": return code;
                case "group": return group;
                case "copy": return copy;
                case "add": return add;
                case "digits":
                case "text":
                case "place":
                case "places": return line;
                default: return other;
                }
            }
        }
        Guidance {
            width: parent.width
            text: question.guidance
        }
        LastTime {
            objectName: "last_" + question.id
            width: parent.width
            last: question.last
        }
        SelfSaid {
            objectName: "self_" + question.id
            width: parent.width
            said: question.said
        }
    }
    Component {
        id: choice

        ChoiceQuestion {
            label: question.label
            hint: question.problem ? question.problem : question.hint
            value: question.value
            choices: question.choices
            multiple: question.kind === "many"
            judges: question.judges
            optional: question.optional
            naAllowed: question.judges && question.item.naAllowed
            na: question.item.na
            questionId: question.id
            onPicked: name => question.kind === "many" ? question.check.editor.toggle(question.id, name) : question.check.editor.answer(question.id, name === question.value ? "" : name)
            onNaPicked: question.item.na ? question.check.editor.setNotApplicable("") : question.naAsked()
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
                if (!/^[+－-]$/.test(plain))
                    question.check.editor.answer(question.id, plain);
            }
            onFinished: text => {
                const plain = text.trim().replace(/[.．]$/, "");
                if (plain !== question.value)
                    question.check.editor.answer(question.id, plain);
            }
        }
    }
    Component {
        id: line

        Field {
            // Half a place is not an answer yet: it is taken when the person is done.
            readonly property bool place: question.kind === "place" || question.kind === "places"

            inputName: "q_" + question.id
            label: question.label
            unit: question.unit
            hint: question.hint ? question.hint : question.kind === "place" ? qsTr("纬度 经度，后面可再写海拔和精度（米），用空格隔开") : place ? qsTr("每个点写“纬度 经度”，点与点之间用分号隔开") : ""
            placeholder: question.kind === "place" ? "38.2471 101.9683" : place ? "38.2471 101.9683; 38.2475 101.9690" : ""
            problem: question.problem
            optional: question.optional
            text: question.value
            follows: !place
            inputHints: place ? Qt.ImhPreferNumbers : question.kind === "digits" ? Qt.ImhDigitsOnly : Qt.ImhNone
            onEdited: text => { if (!place) question.check.editor.answer(question.id, text); }
            onFinished: text => { if (place && text.trim() !== question.value) question.check.editor.answer(question.id, text.trim().replace(/[，,、]\s*/g, " ").replace(/；/g, ";")); }
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
            onPicked: value => question.check.editor.answer(question.id, value)
        }
    }
    Component {
        id: area

        AreaField {
            inputName: "q_" + question.id
            label: question.label
            hint: question.hint
            problem: question.problem
            text: question.value
            onEdited: text => question.check.editor.answer(question.id, text)
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
        id: code

        Item {
            implicitHeight: typed.implicitHeight

            Field {
                id: typed

                width: parent.width - scan.width - 8
                inputName: "q_" + question.id
                label: question.label
                hint: question.hint
                problem: question.problem
                tone: question.tone
                optional: question.optional
                text: question.value
                follows: true
                onEdited: text => question.check.editor.answer(question.id, text)
            }
            IconButton {
                id: scan

                objectName: "q_" + question.id + "_scan"
                anchors.right: parent.right
                side: Theme.row
                outlined: true
                symbol: "barcode"
                text: question.check.camera.there ? qsTr("扫码：%1").arg(question.label) : qsTr("从照片读码：%1").arg(question.label)
                onClicked: question.fileAsked(question.id, true)
            }
        }
    }
    Component {
        id: told

        ToldField {
            inputName: "q_" + question.id
            label: question.label
            text: question.value
            hint: question.hint
        }
    }
    Component {
        id: note

        Txt {
            objectName: "q_" + question.id
            text: question.label
            size: Theme.label
            color: Theme.ink2
        }
    }
    Component {
        id: group

        GroupHead {
            label: question.label
            hint: question.hint
        }
    }
    Component {
        id: copy

        CopyHead {
            copy: question.id
            label: question.label
            words: question.words
            problem: question.problem
            fixed: question.fixed
            foldable: question.foldable
            folded: question.folded
            onToggled: question.check.repeats.toggle(question.id)
            onCopied: question.check.repeats.duplicate(question.id)
            onRemoved: question.check.repeats.remove(question.id, question.label)
        }
    }
    Component {
        id: add

        Item {
            implicitHeight: button.implicitHeight

            ActionButton {
                id: button

                objectName: "add_" + question.id
                width: Math.min(implicitWidth, parent.width)
                symbol: "plus"
                font.pixelSize: Theme.label
                text: question.label
                onClicked: question.check.repeats.add(question.id)
            }
        }
    }
    Component {
        id: other

        FormField {
            asked: question
        }
    }
}
