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
    readonly property bool stacked: width < 330 * Theme.textScale

    implicitHeight: Math.max(38, words.implicitHeight + (stacked ? outcome.implicitHeight + 4 : 0) + 10)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [no, text, lost, now].join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: line.down ? Theme.line2 : "transparent"
        border.width: line.visualFocus ? 3 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Txt {
            id: number

            y: 5
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
            y: 5
            width: parent.width - x - (line.stacked ? 0 : outcome.implicitWidth + 10)

            Txt {
                width: parent.width
                text: line.text
                size: Theme.sub
                Accessible.ignored: true
            }
            StatusWord {
                verdict: line.thenTone
                text: line.lost
                size: Theme.caption
                maximumWidth: parent.width
            }
        }
        StatusWord {
            id: outcome

            x: line.stacked ? words.x : parent.width - implicitWidth
            y: line.stacked ? words.y + words.height + 2 : 5
            verdict: line.nowTone
            text: line.now
            size: Theme.sub
            maximumWidth: line.stacked ? parent.width - x : line.width * 0.5
        }
    }
}
