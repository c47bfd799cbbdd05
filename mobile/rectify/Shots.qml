import QtQuick
import QtQuick.Templates as T
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
                activeFocusOnTab: visible
                Accessible.role: Accessible.Button
                Accessible.name: qsTr("%1，照片 %2").arg(shots.title).arg(index + 1)
                Accessible.focusable: true
                Accessible.onPressAction: shots.opened(picture.id)
                Keys.onSpacePressed: shots.opened(picture.id)
                Keys.onReturnPressed: shots.opened(picture.id)
                Keys.onEnterPressed: shots.opened(picture.id)

                Icon {
                    anchors.centerIn: parent
                    visible: picture.status === Image.Error
                    name: "photo"
                    color: Theme.ink3
                }
                Rectangle {
                    anchors.fill: parent
                    visible: picture.activeFocus
                    color: "transparent"
                    radius: Theme.radius - 1
                    border.width: 4
                    border.color: Theme.accent
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

                T.AbstractButton {
                    id: small

                    required property int index
                    required property string source

                    objectName: shots.shotName + "Small" + index
                    width: Theme.touch
                    height: Theme.touch
                    text: qsTr("%1，照片 %2").arg(shots.title).arg(index + 1)
                    focusPolicy: Qt.StrongFocus
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: text
                    Accessible.checked: index === shots.at
                    onClicked: shots.wanted = index

                    contentItem: Image {
                        source: small.source
                        sourceSize: Qt.size(160, 160)
                        fillMode: Image.PreserveAspectCrop
                        asynchronous: true
                    }
                    background: null

                    Rectangle {
                        anchors.fill: parent
                        color: "transparent"
                        border.width: small.visualFocus ? 4 : small.index === shots.at ? 3 : 1
                        border.color: small.index === shots.at || small.visualFocus ? Theme.accent : Theme.paperWhite
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
