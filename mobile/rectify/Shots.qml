import QtQuick
import Plumbline

// Photos of one side, before or after: the chosen one large, the others as small ones below it; a tap shows it whole.
Card {
    id: shots

    required property RowModel model
    required property string title
    required property string shotName
    property string emptyText: ""
    property int wanted: 0
    readonly property int at: Math.min(wanted, Math.max(0, model.count - 1))

    signal opened(string id)

    implicitWidth: 300
    implicitHeight: frame.height + foot.height

    Item {
        id: frame

        width: parent.width
        height: Math.round(Math.max(150, Math.min(width * 0.66, 320)))

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1
            radius: Theme.radius - 1
            color: Theme.naSoft
        }
        Txt {
            anchors.centerIn: parent
            width: parent.width - 32
            visible: shots.model.count === 0
            horizontalAlignment: Text.AlignHCenter
            text: shots.emptyText
            size: Theme.sub
            color: Theme.ink2
        }
        Repeater {
            model: shots.model

            Image {
                id: picture

                required property int index
                required property string id
                required source
                required property string caption

                objectName: shots.shotName + index
                anchors.fill: parent
                anchors.margins: 1
                visible: index === shots.at
                sourceSize: Qt.size(900, 900)
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                Accessible.role: Accessible.Button
                Accessible.name: qsTr("%1，照片 %2").arg(shots.title).arg(index + 1)

                Icon {
                    anchors.centerIn: parent
                    visible: picture.status === Image.Error
                    name: "photo"
                    color: Theme.ink3
                }
                MouseArea {
                    anchors.fill: parent
                    onClicked: shots.opened(picture.id)
                }
            }
        }
        Row {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 8
            visible: shots.model.count > 1
            spacing: 6

            Repeater {
                model: shots.model

                Image {
                    id: small

                    required property int index
                    required source

                    width: 56
                    height: 44
                    sourceSize: Qt.size(160, 160)
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true

                    Rectangle {
                        anchors.fill: parent
                        color: "transparent"
                        border.width: small.index === shots.at ? 3 : 1
                        border.color: small.index === shots.at ? Theme.accent : Theme.paperWhite
                    }
                    MouseArea {
                        anchors.fill: parent
                        onClicked: shots.wanted = small.index
                    }
                }
            }
        }
    }
    Item {
        id: foot

        y: frame.height
        width: parent.width
        height: name.implicitHeight + (name.implicitWidth + 180 * Theme.textScale > width ? 40 : 20)

        Txt {
            id: name

            x: 14
            anchors.verticalCenter: parent.verticalCenter
            text: shots.title
            size: Theme.sub
            strong: true
            wrapMode: Text.NoWrap
        }
        Repeater {
            model: shots.model

            Txt {
                required property int index
                required property string caption

                anchors.right: parent.right
                anchors.rightMargin: 14
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - name.implicitWidth - 40
                visible: index === shots.at
                horizontalAlignment: Text.AlignRight
                text: caption
                size: Theme.caption
                color: Theme.ink2
            }
        }
    }
}
