import QtQuick
import Plumbline

// A person as a sign in a circle and a name, and a word below it; where there is nobody yet, what to tap to name one.
Item {
    id: mark

    required property string name
    required property string initial
    property string note: ""
    property bool small: false
    property bool askable: false  // a tap names somebody
    readonly property int side: Math.round((small ? 24 : 32) * Math.min(1.4, Theme.textScale))

    implicitWidth: side + 8 + Math.ceil(measure.advanceWidth) + 2
    implicitHeight: Math.max(side, words.implicitHeight + (below.visible ? below.implicitHeight : 0))

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

        x: mark.name !== "" || mark.askable ? mark.side + 8 : 0
        y: (mark.height - implicitHeight - (below.visible ? below.implicitHeight : 0)) / 2
        width: mark.width - x
        text: mark.name !== "" ? mark.name : mark.askable ? qsTr("派给谁") : qsTr("还没有人")
        size: mark.small ? Theme.sub : Theme.label
        font.underline: mark.name === "" && mark.askable
        color: mark.name !== "" ? Theme.ink : mark.askable ? Theme.accentInk : Theme.ink2
        Accessible.ignored: true
    }
    Txt {
        id: below

        x: words.x
        y: words.y + words.implicitHeight
        width: words.width
        visible: mark.note !== ""
        text: mark.note
        size: Theme.caption
        color: Theme.ink2
        Accessible.ignored: true
    }
    Icon {
        width: mark.side
        height: mark.side
        anchors.verticalCenter: parent.verticalCenter
        visible: mark.name === "" && mark.askable
        name: "person-add"
        color: Theme.ink2
    }
}
