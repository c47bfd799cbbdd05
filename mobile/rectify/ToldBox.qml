import QtQuick
import Plumbline

// A labelled text that was said by somebody; toned where it wants to be read first.
Item {
    id: box

    required property string label
    required property string text
    property string tone: ""
    property string valueName: ""

    implicitWidth: 200
    implicitHeight: words.y + words.implicitHeight + 14
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + text

    Rectangle {
        anchors.fill: parent
        anchors.margins: 5
        visible: box.tone !== ""
        radius: Theme.radiusSmall
        color: Theme.softOf(box.tone)
        border.width: Theme.hairline
        border.color: box.tone === "part" ? Theme.partLine : Theme.colorOf(box.tone)
    }
    Txt {
        id: name

        x: 16
        y: 14
        width: parent.width - 32
        text: box.label
        size: Theme.caption
        color: Theme.ink2
        Accessible.ignored: true
    }
    Txt {
        id: words

        objectName: box.valueName
        x: 16
        y: name.y + name.implicitHeight + 3
        width: parent.width - 32
        text: box.text
        size: Theme.label
        color: box.tone ? Theme.colorOf(box.tone) : Theme.ink
        Accessible.ignored: true
    }
}
