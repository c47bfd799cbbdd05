import QtQuick
import QtQuick.Templates as T
import Plumbline

// One photo of the evidence: the picture, when it was added and how large it is. A tap opens it.
T.AbstractButton {
    id: tile

    required property string source
    required property string caption

    implicitWidth: 126
    implicitHeight: 104
    text: caption
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("照片 %1").arg(caption)

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
            name: picture.status === Image.Error ? "warning" : "photo"
            color: Theme.ink3
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
