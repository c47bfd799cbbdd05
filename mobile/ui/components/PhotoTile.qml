import QtQuick
import QtQuick.Templates as T
import Plumbline

// One piece of the evidence: the picture of a photo or of a PDF's first page, when it was added, or what a document is
// called and how large it is. A tap opens it.
T.AbstractButton {
    id: tile

    required property string source
    required property string caption
    property string kind: ""  // "" of a photo; "PDF", "Word" … of a document

    implicitWidth: 126
    implicitHeight: 104
    text: caption
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: kind !== "" ? qsTr("%1 文件 %2").arg(kind).arg(caption) : qsTr("照片 %1").arg(caption)

    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.line2
        border.width: tile.visualFocus ? 3 : Theme.hairline
        border.color: tile.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        clip: true

        Image {
            id: picture

            anchors.fill: parent
            anchors.margins: 1
            source: tile.source
            sourceSize: Qt.size(320, 320)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            opacity: status === Image.Ready ? 1 : 0

            Behavior on opacity {
                NumberAnimation { duration: Theme.quick }
            }
        }
        Icon {
            anchors.centerIn: parent
            visible: picture.status !== Image.Ready
            anchors.verticalCenterOffset: tile.kind !== "" ? -12 : 0
            name: tile.kind !== "" ? "clip" : picture.status === Image.Error ? "warning" : "photo"
            color: Theme.ink3
        }
        Chip {
            x: 6
            y: 6
            visible: tile.kind !== ""
            tone: "number"
            text: tile.kind
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: words.implicitHeight + 4
            color: Theme.photoVeil

            Txt {
                id: words

                x: 6
                y: 2
                width: parent.width - 12
                text: tile.caption
                size: Theme.tiny
                maximumLineCount: 2
                color: Theme.paperWhite
                Accessible.ignored: true
            }
        }
    }
}
