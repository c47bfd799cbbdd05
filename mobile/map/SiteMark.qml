import QtQuick
import Plumbline

// A site's mark as it stands on the map: shape and colour by what is due, its number inside.
Item {
    id: mark

    required property string due  // overdue, today, later, none
    property string text: ""

    implicitWidth: 40
    implicitHeight: 40

    Icon {
        anchors.fill: parent
        visible: mark.due === "overdue"
        name: "mark-overdue"
        size: mark.width
        color: Theme.fail
    }
    Rectangle {
        anchors.centerIn: parent
        visible: mark.due !== "overdue"
        width: mark.width * (mark.due === "today" ? 0.72 : 0.85)
        height: width
        rotation: mark.due === "today" ? 45 : 0
        radius: mark.due === "today" ? 2 : width / 2
        color: mark.due === "today" ? Theme.part : mark.due === "later" ? Theme.accent : Theme.card
        border.width: mark.due === "none" ? Math.max(2, mark.width / 14) : 0
        border.color: Theme.na
    }
    Txt {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: mark.due === "overdue" ? mark.height * 0.15 : 0
        visible: mark.text !== ""
        text: mark.text
        font.pixelSize: mark.text.length > 2 ? 13 : 16
        strong: true
        color: mark.due === "none" ? Theme.ink : Theme.inkOnAccent
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
