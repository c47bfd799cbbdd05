import QtQuick
import QtQuick.Templates as T
import Plumbline

// One finding in the list of a case: its number and words, where it stands, how long there is.
T.AbstractButton {
    id: card

    required property string no
    required property string title
    required property string stateWord
    required property string tone
    required property string due
    required property string dueTone
    required property bool closed
    property bool chosen: false

    implicitWidth: 280
    implicitHeight: column.implicitHeight + 30
    text: title
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [no, title, stateWord, due].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: card.chosen ? Theme.accentSoft : card.down ? Theme.pressed : card.closed ? Theme.panel : Theme.card
        border.width: card.chosen ? Theme.chosenBorder : card.visualFocus ? 2.5 : Theme.hairline
        border.color: card.chosen || card.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            id: column

            x: 14
            y: 15
            width: parent.width - 28
            spacing: 8

            Item {
                width: parent.width
                implicitHeight: Math.max(number.implicitHeight, words.implicitHeight)

                Txt {
                    id: number

                    text: card.no
                    size: Theme.label
                    strong: true
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Txt {
                    id: words

                    x: Math.max(42 * Theme.textScale, number.implicitWidth + 12)
                    width: parent.width - x
                    text: card.title
                    size: Theme.label
                    strong: !card.closed
                    Accessible.ignored: true
                }
            }
            Flow {
                x: words.x
                width: parent.width - x
                spacing: 10

                StatusWord {
                    verdict: card.tone
                    text: card.stateWord
                    size: Theme.caption
                    strong: card.tone !== ""
                    maximumWidth: parent.width
                }
                Txt {
                    visible: text !== ""
                    text: card.due
                    size: Theme.caption
                    strong: card.dueTone !== ""
                    color: card.dueTone ? Theme.colorOf(card.dueTone) : Theme.ink2
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
