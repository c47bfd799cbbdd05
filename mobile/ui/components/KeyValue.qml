import QtQuick
import Plumbline

// A name and its value on one line; the value wraps to the right.
Item {
    id: pair

    required property string name
    required property string value
    property string tone: ""
    property string symbol: ""
    property string valueName: ""

    implicitWidth: 280
    implicitHeight: Math.max(nameText.implicitHeight, valueText.implicitHeight) + 8
    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + value

    Txt {
        id: nameText

        y: 4
        width: Math.min(Math.ceil(measure.advanceWidth) + 1, pair.width * 0.5)
        text: pair.name
        size: Theme.sub
        color: Theme.ink2
        Accessible.ignored: true
    }
    // Apart from the text, whose own width follows from it.
    TextMetrics {
        id: measure

        font: nameText.font
        text: pair.name
    }
    Icon {
        anchors.right: valueText.right
        anchors.rightMargin: valueText.paintedWidth + 6
        y: 4 + (nameText.height - height) / 2
        visible: pair.symbol !== ""
        name: pair.symbol
        size: 17
        color: pair.tone ? Theme.colorOf(pair.tone) : Theme.ink2
    }
    Txt {
        id: valueText

        objectName: pair.valueName
        x: nameText.width + 12 + (pair.symbol ? 24 : 0)
        y: 4
        width: pair.width - x
        text: pair.value
        horizontalAlignment: Text.AlignRight
        size: Theme.sub
        color: pair.tone ? Theme.colorOf(pair.tone) : Theme.ink
        Accessible.ignored: true
    }
}
