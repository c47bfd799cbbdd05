import QtQuick
import Plumbline

// Says which copy was just taken out, and brings it back. It goes with whatever is done next, or after a while.
Rectangle {
    id: note

    required property CheckModel check
    property bool seen: true
    readonly property string label: check.repeats.removed

    width: Math.min(parent.width - 40, row.implicitWidth + 32)
    height: row.height + 8
    visible: label !== "" && !seen
    radius: Theme.radius
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    onLabelChanged: {
        if (label === "")
            return;
        seen = false;
        timer.restart();
    }

    Timer {
        id: timer

        interval: 10000
        onTriggered: note.seen = true
    }
    Row {
        id: row

        x: 20
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        Txt {
            id: words

            objectName: "removedText"
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, note.parent.width - 100 - undo.width)
            text: qsTr("已删除“%1”").arg(note.label)
            size: Theme.label
            color: Theme.card
            Accessible.ignored: true
        }
        ActionButton {
            id: undo

            objectName: "undoRemove"
            kind: "primary"
            text: qsTr("撤销")
            font.pixelSize: Theme.label
            onClicked: note.check.editor.undo()
        }
    }
}
