import QtQuick
import Plumbline

// A person as a sign in a circle and a name; a dashed circle where there is nobody yet.
Item {
    id: mark

    required property string name
    required property string initial
    property bool small: false
    readonly property int side: Math.round((small ? 24 : 32) * Math.min(1.4, Theme.textScale))

    implicitWidth: side + 8 + Math.ceil(measure.advanceWidth) + 2
    implicitHeight: Math.max(side, words.implicitHeight)

    TextMetrics {
        id: measure

        font: words.font
        text: words.text
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: mark.side
        height: mark.side
        radius: height / 2
        visible: mark.name !== ""
        color: Theme.accentSoft
        border.width: Theme.hairline
        border.color: Theme.sunlight ? Theme.accent : Theme.line

        Txt {
            anchors.centerIn: parent
            text: mark.initial
            size: mark.small ? Math.min(Theme.tiny, 16) : Math.min(Theme.sub, 20)
            strong: true
            color: Theme.accentInk
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Txt {
        id: words

        x: mark.name !== "" ? mark.side + 8 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: mark.width - x
        text: mark.name !== "" ? mark.name : qsTr("还没有人")
        size: mark.small ? Theme.sub : Theme.label
        color: mark.name !== "" ? Theme.ink : Theme.ink2
        Accessible.ignored: true
    }
}
