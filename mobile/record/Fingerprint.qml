import QtQuick
import Plumbline

// A hash in groups of four, as people read it to each other.
Rectangle {
    id: box

    required property string text

    implicitWidth: 340
    implicitHeight: words.implicitHeight + 22
    radius: Theme.radiusSmall
    color: Theme.sunlight ? Theme.card : Theme.line2
    border.width: Theme.sunlight ? Theme.hairline : 0
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("指纹 %1").arg(text)

    TextEdit {
        id: words

        objectName: "fingerprint"
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 28
        text: box.text
        readOnly: true
        selectByMouse: true
        wrapMode: TextEdit.Wrap
        font.family: Theme.mono
        font.pixelSize: Theme.label
        font.letterSpacing: 0.5
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.inkOnAccent
        Accessible.ignored: true
    }
}
