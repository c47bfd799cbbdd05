import QtQuick
import Plumbline

// Text of ours: the family, the size and the colour of the theme; it wraps and is never cut.
Text {
    property int size: Theme.body
    property bool strong: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: size
    font.weight: strong ? Theme.strong : Theme.plain
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    lineHeight: 1.12
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
