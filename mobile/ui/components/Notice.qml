import QtQuick
import Plumbline

// A sentence that matters: info, part (warning), fail (error), pass. An action may stand to its right, or below where it
// is narrow.
Rectangle {
    id: notice

    required property string text
    property string tone: "part"
    property string action: ""
    property string actionName: ""

    readonly property real lead: Theme.icon + 24
    readonly property bool stacked: action !== "" && width - lead - 16 - actionButton.implicitWidth < 200 * Theme.textScale

    signal acted

    implicitWidth: 400
    implicitHeight: stacked ? words.implicitHeight + actionButton.implicitHeight + 20 : Math.max(words.implicitHeight + 24, actionButton.visible ? actionButton.implicitHeight + 8 : 0)
    radius: Theme.radius
    color: tone === "info" ? Theme.naSoft : Theme.softOf(tone)
    border.width: Theme.hairline
    border.color: tone === "info" ? Theme.line : tone === "part" ? Theme.partLine : Theme.colorOf(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: 16
        y: (words.y + Math.min(words.height, Theme.body * 1.5) / 2) - height / 2
        name: notice.tone === "info" ? "info" : notice.tone === "pass" ? "check" : notice.tone === "fail" ? "shape-fail" : "shape-part"
        size: notice.tone === "info" || notice.tone === "pass" ? Theme.icon - 2 : Theme.icon - 6
        color: notice.tone === "info" ? Theme.ink2 : Theme.colorOf(notice.tone)
    }
    Txt {
        id: words

        x: notice.lead
        y: notice.stacked ? 14 : (notice.height - height) / 2
        width: notice.width - x - 16 - (actionButton.visible && !notice.stacked ? actionButton.width : 0)
        text: notice.text
        size: Theme.label
        color: notice.tone === "info" ? Theme.ink : Theme.colorOf(notice.tone)
        Accessible.ignored: true
    }
    ActionButton {
        id: actionButton

        objectName: notice.actionName
        anchors.right: parent.right
        anchors.rightMargin: 4
        y: notice.stacked ? notice.height - height - 4 : (notice.height - height) / 2
        width: Math.min(implicitWidth, notice.width - 8)
        visible: notice.action !== ""
        kind: "quiet"
        text: notice.action
        font.pixelSize: Theme.label
        onClicked: notice.acted()
    }
}
