import QtQuick
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
    Flickable {
        id: strip

        // Side by side they are of one height: the tallest one's.
        readonly property real tallest: {
            let height = Theme.row;
            for (let i = 0; i < buttons.count; ++i)
                height = Math.max(height, buttons.itemAt(i) ? buttons.itemAt(i).implicitHeight : 0);
            return height;
        }

        x: 12
        y: rail.upright ? 14 : 8
        width: parent.width - 24
        height: rail.upright ? parent.height - y - ways.height - 24 : tallest
        contentWidth: rail.upright ? width : sections.width
        contentHeight: rail.upright ? sections.height : height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Grid {
            id: sections

            columns: rail.upright ? 1 : Math.max(1, buttons.count)
            spacing: 4

            Repeater {
                id: buttons

                model: rail.check.outline.sections

                SectionButton {
                    required property string id
                    required depth

                    objectName: "section_" + id
                    width: rail.upright ? strip.width : Math.round(190 * Math.min(1.4, Theme.textScale))
                    height: rail.upright ? implicitHeight : strip.tallest
                    current: id === rail.check.place.sectionId
                    onClicked: rail.check.place.goToSection(id)
                }
            }
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
            enabled: rail.check.totals.lacking > 0
            text: rail.check.totals.lacking > 0 ? qsTr("跳到漏项  %1").arg(rail.check.totals.lacking) : qsTr("没有漏项")
            font.pixelSize: Theme.label
            onClicked: rail.check.place.nextMissing()
        }
        ActionButton {
            objectName: "review"
            width: parent.width
            leftPadding: 8
            rightPadding: 8
            kind: "quiet"
            symbolAfter: "forward"
            text: rail.check.assessing ? qsTr("提交前核对") : qsTr("签字前核对")
            font.pixelSize: Theme.label
            onClicked: rail.reviewed()
        }
    }
}
