import QtQuick
import Plumbline

// A verdict as a shape and a word, never by colour alone.
Item {
    id: status

    required property string verdict
    property string text: Theme.wordOf(verdict)
    property int size: Theme.label
    property bool strong: false
    property real maximumWidth: 10000

    implicitWidth: word.x + word.width
    implicitHeight: word.height
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: shape

        y: (metrics.height * 1.12 - height) / 2
        name: Theme.shapeOf(status.verdict)
        size: Math.round(status.size * 0.86)
        color: Theme.colorOf(status.verdict)
    }
    Txt {
        id: word

        x: shape.implicitWidth + 7
        width: Math.min(Math.ceil(measure.advanceWidth) + 2, status.maximumWidth - x)
        text: status.text
        size: status.size
        strong: status.strong
        color: Theme.colorOf(status.verdict)
        Accessible.ignored: true
    }
    TextMetrics {
        id: measure

        font: word.font
        text: status.text
    }
    FontMetrics {
        id: metrics

        font: word.font
    }
}
