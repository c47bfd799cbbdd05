import QtQuick
import Plumbline

// A verdict as a shape and a word, never by colour alone.
Row {
    id: status

    required property string verdict
    property string text: Theme.wordOf(verdict)
    property int size: Theme.label
    property bool strong: false
    property real maximumWidth: Number.POSITIVE_INFINITY

    spacing: 7
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        y: Math.max(0, (Math.min(word.height, metrics.height * 1.2) - height) / 2)
        name: Theme.shapeOf(status.verdict)
        size: Math.round(status.size * 0.86)
        color: Theme.colorOf(status.verdict)
    }
    Txt {
        id: word

        width: Math.min(implicitWidth, status.maximumWidth - status.size - 8)
        text: status.text
        size: status.size
        strong: status.strong
        color: Theme.colorOf(status.verdict)
        Accessible.ignored: true
    }
    FontMetrics {
        id: metrics

        font: word.font
    }
}
