import QtQuick
import Plumbline

// More about a question, behind its hint: a quiet line that unfolds.
Column {
    id: more

    property string text: ""
    property bool unfolded: false

    visible: text !== ""

    ActionButton {
        x: -Theme.space
        kind: "quiet"
        symbol: "info"
        text: more.unfolded ? qsTr("收起说明") : qsTr("怎样填")
        font.pixelSize: Theme.sub
        onClicked: more.unfolded = !more.unfolded
    }
    Txt {
        width: parent.width
        visible: more.unfolded
        text: more.text
        size: Theme.sub
        color: Theme.ink2
    }
}
