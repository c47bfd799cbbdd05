import QtQuick
import QtQuick.Templates as T
import Plumbline

// What is known of the site, asked before the items: open while something required is blank, one line once the person went
// on. A tap on its head opens it again.
Card {
    id: card

    required property CheckModel check
    readonly property CheckFacts facts: check.facts
    property bool unfolded: false

    // Taken as it is typed, so that nothing is called saved that is not; the digits of a number are one step of undo.
    function take(fact: string, text: string) {
        check.editor.setFact(fact, text.trim());
    }

    Component.onCompleted: unfolded = facts.lacking > 0
    Connections {
        target: card.check.place

        function onChanged() {
            if (card.facts.lacking === 0)
                card.unfolded = false;
        }
    }

    implicitHeight: column.implicitHeight
    border.width: facts.lacking > 0 ? Theme.border : Theme.hairline
    border.color: facts.lacking > 0 ? Theme.partLine : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("现场情况")

    Column {
        id: column

        width: parent.width
        bottomPadding: card.unfolded ? 18 : 0

        T.AbstractButton {
            id: head

            objectName: "factsHead"
            width: parent.width
            implicitHeight: Math.max(Theme.row, words.implicitHeight + 24)
            text: qsTr("现场情况")
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: text + ", " + stateText.text
            onClicked: card.unfolded = !card.unfolded

            background: Rectangle {
                radius: Theme.radius
                color: head.down ? Theme.pressed : "transparent"
                border.width: head.visualFocus ? 3 : 0
                border.color: Theme.accent
            }
            contentItem: Item {
                Icon {
                    x: 18
                    anchors.verticalCenter: parent.verticalCenter
                    name: card.facts.lacking > 0 ? "info" : "check"
                    size: Theme.icon - 2
                    color: card.facts.lacking > 0 ? Theme.part : Theme.pass
                }
                Column {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.icon + 32
                    width: parent.width - x - 56
                    spacing: 2

                    Txt {
                        width: parent.width
                        text: head.text
                        size: Theme.label
                        strong: true
                        Accessible.ignored: true
                    }
                    Txt {
                        id: stateText

                        objectName: "factsState"
                        width: parent.width
                        visible: text !== ""
                        text: card.facts.lacking > 0 ? qsTr("还差 %1 项，写明后才能签名").arg(card.facts.lacking) : card.unfolded ? "" : card.facts.summary
                        size: Theme.sub
                        color: card.facts.lacking > 0 ? Theme.part : Theme.ink2
                        Accessible.ignored: true
                    }
                }
                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: 18
                    anchors.verticalCenter: parent.verticalCenter
                    name: "down"
                    rotation: card.unfolded ? 180 : 0
                    size: 20
                    color: Theme.ink3
                }
            }
        }
        Flow {
            id: fields

            readonly property int columns: Math.max(1, Math.floor((width + spacing) / (260 * Theme.textScale)))
            readonly property real cell: Math.floor((width - (columns - 1) * spacing) / columns)

            x: 20
            width: parent.width - 40
            visible: card.unfolded
            spacing: 14

            Repeater {
                model: card.facts.fields

                Column {
                    id: field

                    required property string id
                    required property string kind
                    required property string label
                    required property string unit
                    required property string value
                    required property string problem
                    required property string last
                    required property bool optional
                    required property RowModel choices
                    readonly property bool chosen: kind === "one" || kind === "many"

                    width: chosen ? fields.width : fields.cell
                    spacing: 4

                    Loader {
                        width: parent.width
                        sourceComponent: field.chosen ? choice : line
                    }
                    LastTime {
                        width: parent.width
                        last: field.last
                    }

                    Component {
                        id: choice

                        ChoiceQuestion {
                            questionId: "fact_" + field.id
                            label: field.label
                            hint: field.problem
                            value: field.value
                            choices: field.choices
                            multiple: field.kind === "many"
                            judges: false
                            optional: field.optional
                            naAllowed: false
                            na: false
                            onPicked: name => field.kind === "many" ? card.check.editor.toggleFact(field.id, name) : card.check.editor.setFact(field.id, name === field.value ? "" : name)
                        }
                    }
                    Component {
                        id: line

                        Field {
                            inputName: "fact_" + field.id
                            label: field.label
                            unit: field.unit
                            problem: field.problem
                            optional: field.optional
                            text: field.value
                            follows: true
                            inputHints: field.kind === "decimal" ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
                            // Half a number ("-", "5.") is not an answer yet.
                            onEdited: text => { if (field.kind !== "decimal" || !/^[+－-]?$|[.．]$/.test(text.trim()) || text.trim() === "") card.take(field.id, text); }
                            onFinished: text => { if (text.trim() !== field.value) card.take(field.id, text); }
                        }
                    }
                }
            }
        }
    }
}
