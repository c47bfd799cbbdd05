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

    signal shotAsked
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
    // Where there is no camera, files are the way, and the button of the camera says why it rests.
    ActionButton {
        objectName: "takePhoto"
        width: parent.width
        minimumHeight: 64
        kind: panel.enough || !enabled ? "plain" : "primary"
        symbol: "camera"
        enabled: panel.check.camera.there
        text: panel.check.camera.there ? qsTr("拍照") : qsTr("拍照（本机没有相机）")
        onClicked: panel.shotAsked()
    }
    ActionButton {
        objectName: "addPhoto"
        width: parent.width
        minimumHeight: panel.check.camera.there ? Theme.touch : 64
        kind: panel.enough || panel.check.camera.there ? "plain" : "primary"
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
    SoundRecorder {
        width: parent.width
        note: panel.check.sound
        draft: panel.check.draft
        place: "item:" + panel.item.id
        label: qsTr("录一段话")
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
    Repeater {
        model: panel.item.sounds

        Item {
            id: heard

            required property string id
            required property string caption
            required property int index

            width: panel.width
            implicitHeight: bar.implicitHeight + name.implicitHeight + 4

            Txt {
                id: name

                width: parent.width
                text: heard.caption
                size: Theme.caption
                color: Theme.ink2
            }
            SoundBar {
                id: bar

                objectName: "itemSound" + heard.index
                y: name.height + 4
                width: parent.width - remove.width - 4
                file: heard.id
                label: heard.caption
            }
            IconButton {
                id: remove

                objectName: "itemSoundRemove" + heard.index
                anchors.right: parent.right
                y: bar.y + (bar.height - height) / 2
                symbol: "trash"
                text: qsTr("移除：%1").arg(heard.caption)
                onClicked: panel.check.evidence.remove(heard.id)
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
