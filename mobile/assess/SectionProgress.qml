import QtQuick
import Plumbline

// How far a section is: "5 / 6", a word, and a line.
Column {
    id: progress

    required property string count
    required property string word
    required property string tone
    required property string symbol
    required property real value
    readonly property color ink: tone === "accent" ? Theme.accentInk : Theme.colorOf(tone)

    spacing: 6

    // What a word takes on one line: its own implicit width follows from the width that it is given.
    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: Theme.label
        font.weight: Theme.plain
        text: progress.word
    }
    Item {
        width: parent.width
        implicitHeight: Math.max(counted.implicitHeight, words.height)

        Txt {
            id: counted

            text: progress.count
            size: Theme.label
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Row {
            id: words

            anchors.right: parent.right
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: progress.symbol
                size: Math.round(Theme.label * 0.86)
                color: progress.ink
            }
            Txt {
                width: Math.min(Math.ceil(measure.advanceWidth) + 2, progress.width - counted.implicitWidth - 28 - Theme.label)
                text: progress.word
                size: Theme.label
                color: progress.ink
                Accessible.ignored: true
            }
        }
    }
    ProgressLine {
        width: parent.width
        value: progress.value
        fill: progress.tone === "pass" ? Theme.pass : Theme.accent
    }
}
