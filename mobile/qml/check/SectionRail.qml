import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The sections with their progress, and the ways on: to what lacks, and to the review before signing. In portrait the
// sections stand side by side and scroll.
Item {
    id: rail

    required property CheckModel check
    property bool upright: true

    signal reviewed

    implicitHeight: upright ? 400 : strip.height + 16

    Rectangle {
        x: rail.upright ? parent.width - width : 0
        y: rail.upright ? 0 : parent.height - height
        width: rail.upright ? Theme.hairline : parent.width
        height: rail.upright ? parent.height : Theme.hairline
        color: Theme.line
    }
    ListView {
        id: strip

        x: 12
        y: rail.upright ? 14 : 8
        width: parent.width - 24
        height: rail.upright ? parent.height - y - ways.height - 24 : Math.max(Theme.row, contentItem.childrenRect.height)
        orientation: rail.upright ? ListView.Vertical : ListView.Horizontal
        spacing: 4
        clip: true
        model: rail.check.sections
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 2000

        delegate: SectionButton {
            required property string id

            objectName: "section_" + id
            width: rail.upright ? strip.width : Math.round(190 * Math.min(1.4, Theme.textScale))
            current: id === rail.check.sectionId
            onClicked: rail.check.goToSection(id)
        }
    }
    Column {
        id: ways

        x: 12
        y: parent.height - height - 14
        width: parent.width - 25
        visible: rail.upright
        spacing: 6

        ActionButton {
            objectName: "nextMissing"
            width: parent.width
            leftPadding: 8
            rightPadding: 8
            enabled: rail.check.lacking > 0
            text: rail.check.lacking > 0 ? qsTr("跳到漏项  %1").arg(rail.check.lacking) : qsTr("没有漏项")
            font.pixelSize: Theme.label
            onClicked: rail.check.nextMissing()
        }
        ActionButton {
            objectName: "review"
            width: parent.width
            leftPadding: 8
            rightPadding: 8
            kind: "quiet"
            symbolAfter: "forward"
            text: qsTr("签字前核对")
            font.pixelSize: Theme.label
            onClicked: rail.reviewed()
        }
    }
}
