import QtQuick
import QtQuick.Templates as T
import Plumbline

// A standard in a list: number, title, what holds on the day, and the clause in which it was found.
T.AbstractButton {
    id: card

    required property string id
    required property string title
    required property string status
    required property string tone
    required property string found
    required property string cited
    required property int index

    implicitHeight: Math.max(Theme.row, column.implicitHeight + 28)
    text: card.id
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [id, title, status, found, cited].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.pressed : Theme.card
        border.width: card.visualFocus ? 2.5 : Theme.hairline
        border.color: card.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            x: 20
            width: parent.width - 40
            spacing: 4

            Item {
                readonly property bool stacked: measure.advanceWidth + state.implicitWidth + 26 > width

                width: parent.width
                implicitHeight: stacked ? number.height + state.height + 4 : Math.max(number.height, state.height)

                TextMetrics {
                    id: measure

                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    font.weight: Theme.strong
                    text: card.id
                }
                Txt {
                    id: number

                    width: parent.stacked ? parent.width : parent.width - state.implicitWidth - 20
                    text: card.id
                    strong: true
                    Accessible.ignored: true
                }
                StatusWord {
                    id: state

                    x: parent.stacked ? 0 : parent.width - implicitWidth
                    y: parent.stacked ? number.height + 4 : 0
                    verdict: card.tone
                    text: card.status
                    maximumWidth: card.width - 40
                    Accessible.ignored: true
                }
            }
            Txt {
                width: parent.width
                visible: text !== "" && text !== card.id
                text: card.title
                size: Theme.label
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: card.found
                size: Theme.sub
                color: Theme.accentInk
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: card.cited
                size: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
