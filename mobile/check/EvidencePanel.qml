import QtQuick
import QtQuick.Layouts
import Plumbline

// The evidence of the open item: photos taken in from files, how many it needs, and the finding that came of it.
Column {
    id: panel

    required property CheckModel check
    readonly property CheckItem item: check.item
    property bool active: true
    readonly property bool enough: item.photoCount >= item.photosNeeded

    signal photoAsked
    signal documentAsked
    signal findingAsked
    signal photoPicked(string photo)

    visible: active
    spacing: 14

    Item {
        width: parent.width
        implicitHeight: Math.max(heading.implicitHeight, need.implicitHeight)

        Txt {
            id: heading

            text: qsTr("证据")
            size: Theme.label
            strong: true
            color: Theme.ink2
            Accessible.role: Accessible.Heading
        }
        Txt {
            id: need

            objectName: "photoCount"
            anchors.right: parent.right
            text: panel.item.photosNeeded > 0 ? qsTr("需 ≥ %1 · 已 %2").arg(panel.item.photosNeeded).arg(panel.item.photoCount) + (panel.enough ? " ✓" : "") : qsTr("已 %1 张").arg(panel.item.photoCount)
            size: Theme.caption
            color: panel.item.photosNeeded === 0 ? Theme.ink2 : panel.enough ? Theme.pass : Theme.part
            wrapMode: Text.NoWrap
        }
    }
    Chip {
        objectName: "placeChip"
        width: Math.min(implicitWidth, parent.width)
        visible: text !== ""
        large: true
        shape: "place"
        tone: panel.check.placeTone
        text: panel.check.placeText
    }
    ActionButton {
        objectName: "addPhoto"
        width: parent.width
        minimumHeight: 64
        kind: panel.enough ? "plain" : "primary"
        symbol: "clip"
        text: qsTr("加入照片")
        onClicked: panel.photoAsked()
    }
    ActionButton {
        objectName: "addDocument"
        width: parent.width
        visible: panel.check.assessing
        symbol: "clip"
        text: qsTr("加入 PDF、Word、Excel")
        font.pixelSize: Theme.label
        onClicked: panel.documentAsked()
    }
    Grid {
        id: shots

        width: parent.width
        columns: Math.max(2, Math.floor(width / 180))
        spacing: 10

        Repeater {
            model: panel.item.photos

            PhotoTile {
                required property string id
                required property int index
                required kind

                objectName: "photo" + index
                width: (shots.width - (shots.columns - 1) * shots.spacing) / shots.columns
                onClicked: panel.photoPicked(id)
            }
        }
    }
    FindingCard {
        width: parent.width
        visible: panel.item.hasFinding && !panel.check.assessing
        text: panel.item.findingText
        severity: panel.item.findingSeverity
        where: panel.item.findingWhere
        due: panel.item.findingDue
        corrected: panel.item.findingCorrected
        onClicked: panel.findingAsked()
    }
}
