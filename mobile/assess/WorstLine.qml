import QtQuick
import QtQuick.Templates as T
import Plumbline

// An item that lost points when it was inspected, how many, and what it says now.
T.AbstractButton {
    id: line

    required property string no
    required text
    required property string lost
    required property string thenTone
    required property string now
    required property string nowTone

    implicitHeight: Math.max(48, words.implicitHeight + 12)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [no, text, lost, now].join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down ? Theme.pressed : "transparent"
        border.width: line.visualFocus ? 3 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Txt {
            id: number

            y: 6
            width: Math.max(implicitWidth, 36 * Theme.textScale)
            text: line.no
            size: Theme.sub
            strong: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Column {
            id: words

            x: number.width + 8
            y: 6
            width: parent.width - x
            spacing: 2

            Txt {
                width: parent.width
                text: line.text
                size: Theme.sub
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: 14

                StatusWord {
                    verdict: line.thenTone
                    text: line.lost
                    size: Theme.sub
                }
                StatusWord {
                    verdict: line.nowTone
                    text: line.now
                    size: Theme.sub
                    maximumWidth: words.width
                }
            }
        }
    }
}
