import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// The camera over everything: what it sees, and under the thumb the shutter (at the right edge where the screen is wide,
// at the bottom where it is tall). Keys: space, enter and the volume keys take a photo, held a burst; + and − zoom, T
// the torch, Esc back.
Popup {
    id: stage

    required property CameraModel camera
    property string title: ""     // what is photographed for
    property string position: ""  // how many there are, how many are needed
    property string leaveText: qsTr("返回")
    readonly property bool wide: width > height
    readonly property bool seen: opened && content.inSight

    signal photoPicked(string photo)

    function begin(owner: string) {
        camera.open(owner);
        open();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 800
    height: parent ? parent.height : 600
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape

    onClosed: camera.close()
    onSeenChanged: if (opened) camera.rest(!seen)

    background: Rectangle {
        color: Theme.stage
    }
    contentItem: FocusScope {
        id: content

        readonly property bool inSight: Qt.application.state !== Qt.ApplicationHidden && Qt.application.state !== Qt.ApplicationSuspended && Window.visibility !== Window.Minimized

        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("拍照：%1").arg(stage.title)

        Keys.onPressed: event => {
            switch (event.key) {
            case Qt.Key_Space:
            case Qt.Key_Return:
            case Qt.Key_Enter:
            case Qt.Key_VolumeUp:
            case Qt.Key_VolumeDown:
            case Qt.Key_Camera:
                if (!event.isAutoRepeat)
                    stage.camera.shoot();
                else
                    stage.camera.beginBurst();
                break;
            case Qt.Key_Plus:
            case Qt.Key_Equal:
                stage.camera.zoom *= 1.25;
                break;
            case Qt.Key_Minus:
                stage.camera.zoom /= 1.25;
                break;
            case Qt.Key_T:
                stage.camera.torch = !stage.camera.torch;
                break;
            default:
                return;
            }
            event.accepted = true;
        }
        Keys.onReleased: event => { if (!event.isAutoRepeat) stage.camera.endBurst(); }

        Item {
            id: head

            width: parent.width
            height: Math.max(64, words.implicitHeight + 16)

            IconButton {
                id: leave

                objectName: "cameraClose"
                x: 8
                anchors.verticalCenter: parent.verticalCenter
                symbol: "back"
                ink: Theme.paperWhite
                text: stage.leaveText
                onClicked: stage.close()
            }
            StageTitle {
                id: words

                x: leave.x + leave.width + 8
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 16
                text: stage.title
                ink: Theme.paperWhite
                under: stage.position
                underName: "cameraPosition"
                underInk: Theme.paperWhite
            }
        }
        Viewfinder {
            id: finder

            y: head.height
            width: stage.wide ? parent.width - rail.width : parent.width
            height: stage.wide ? parent.height - y : parent.height - y - rail.height
            camera: stage.camera

            // Over the picture's foot, where nothing else stands.
            Column {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 12
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - 24
                spacing: 8

                Chip {
                    objectName: "cameraTaken"
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: stage.camera.bursting || stage.camera.sealing
                    large: true
                    text: stage.camera.bursting ? qsTr("连拍中，已封存 %n 张", "", stage.camera.taken) : qsTr("正在封存…")
                }
                Notice {
                    objectName: "cameraProblem"
                    width: parent.width
                    visible: text !== ""
                    tone: "fail"
                    text: stage.camera.problem
                    action: stage.camera.stuck ? qsTr("再存") : ""
                    actionName: "cameraSealAgain"
                    onActed: stage.camera.sealAgain()
                }
            }
        }
        Item {
            id: rail

            x: stage.wide ? parent.width - width : 0
            y: stage.wide ? head.height : parent.height - height
            width: stage.wide ? Math.max(128, zoom.width + 24) : parent.width
            height: stage.wide ? parent.height - y : 132 + (zoom.visible ? zoom.height + 8 : 0)

            ShutterButton {
                id: shutter

                objectName: "shutter"
                anchors.horizontalCenter: parent.horizontalCenter
                y: stage.wide ? (parent.height - height) / 2 : parent.height - height - 22
                camera: stage.camera
            }
            ToolButton {
                id: torch

                objectName: "cameraTorch"
                x: stage.wide ? (parent.width - width) / 2 : parent.width - width - 20
                y: stage.wide ? 8 : shutter.y + (shutter.height - height) / 2
                visible: stage.camera.hasTorch
                symbol: "torch"
                on: stage.camera.torch
                text: stage.camera.torch ? qsTr("关灯") : qsTr("开灯")
                onClicked: stage.camera.torch = !stage.camera.torch
            }
            ZoomControl {
                id: zoom

                anchors.horizontalCenter: parent.horizontalCenter
                y: stage.wide ? torch.y + torch.height + 8 : 8
                camera: stage.camera
                upright: stage.wide && rail.height > 620
            }
            T.AbstractButton {
                id: last

                objectName: "cameraLast"
                x: stage.wide ? (parent.width - width) / 2 : 20
                y: stage.wide ? parent.height - height - 20 : shutter.y + (shutter.height - height) / 2
                width: 80
                height: 80
                visible: stage.camera.last !== ""
                text: qsTr("看刚拍的这一张")
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.Button
                Accessible.name: text
                onClicked: stage.photoPicked(stage.camera.last)

                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: Theme.stage
                    border.width: last.visualFocus ? 4 : 2
                    border.color: last.visualFocus ? Theme.accent : Theme.paperWhite
                }
                contentItem: Item {
                    Image {
                        anchors.fill: parent
                        anchors.margins: 3
                        source: stage.camera.last ? "image://sealed/" + stage.camera.last : ""
                        sourceSize: Qt.size(160, 160)
                        fillMode: Image.PreserveAspectCrop
                        asynchronous: true
                    }
                    Chip {
                        anchors.right: parent.right
                        anchors.top: parent.top
                        anchors.margins: -6
                        tone: "number"
                        text: stage.camera.taken
                        visible: stage.camera.taken > 0
                    }
                }
            }
        }
    }
}
