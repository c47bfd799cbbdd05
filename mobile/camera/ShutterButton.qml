import QtQuick
import QtQuick.Templates as T
import Plumbline

// Takes a photo; held, one after the other until it is let go.
T.AbstractButton {
    id: shutter

    required property CameraModel camera
    readonly property bool ready: camera.state === "running" && !camera.stuck

    implicitWidth: 88
    implicitHeight: 88
    enabled: ready
    opacity: ready ? 1 : 0.45
    focusPolicy: Qt.StrongFocus
    text: qsTr("拍照")
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: qsTr("按住连拍，最多 20 张")

    onClicked: if (!holding.burst) camera.shoot()
    onPressAndHold: {
        holding.burst = true;
        camera.beginBurst();
    }
    onReleased: camera.endBurst()
    onCanceled: camera.endBurst()
    onPressed: holding.burst = false

    QtObject {
        id: holding

        property bool burst: false
    }
    background: Rectangle {
        radius: width / 2
        color: "transparent"
        border.width: shutter.visualFocus ? 8 : 5
        border.color: shutter.visualFocus ? Theme.accent : Theme.paperWhite
    }
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: shutter.down || shutter.camera.bursting ? 58 : 66
            height: width
            radius: width / 2
            color: shutter.camera.bursting ? Theme.part : Theme.paperWhite
        }
        Icon {
            anchors.centerIn: parent
            name: "camera"
            size: 30
            color: Theme.paperInk
        }
    }
}
