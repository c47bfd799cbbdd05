import QtQuick
import Plumbline

// What the camera sees, or why nothing is seen and what to do. Drawn from frames, so that every backend of the scene
// graph shows it. Two fingers or the wheel change the zoom.
Rectangle {
    id: finder

    required property CameraModel camera
    property bool filling: false
    property bool aiming: false  // a frame for a code
    property real footRoom: 0  // below the frame, for a sentence

    color: Theme.stage
    clip: true

    MovieView {
        id: seen

        anchors.fill: parent
        picture: finder.camera.picture
        filling: finder.filling
        visible: !empty
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("取景画面")
    }
    PinchHandler {
        property real before: 1

        target: null
        onActiveChanged: if (active) before = finder.camera.zoom
        onActiveScaleChanged: if (active) finder.camera.zoom = before * activeScale
    }
    WheelHandler {
        onWheel: event => finder.camera.zoom *= event.angleDelta.y > 0 ? 1.1 : 1 / 1.1
    }
    Rectangle {
        anchors.centerIn: parent
        // Raised by no more than the sentence needs.
        anchors.verticalCenterOffset: Math.min(0, (finder.height - height) / 2 - finder.footRoom - 8)
        width: Math.min(parent.width - 48, 560)
        height: Math.min(parent.height - 32 - finder.footRoom, width * 0.62)
        visible: finder.aiming && seen.visible
        radius: Theme.radius
        color: "transparent"
        border.width: 4
        border.color: Theme.paperWhite
    }
    // The moment of a photo.
    Rectangle {
        id: flash

        anchors.fill: parent
        color: Theme.stage
        opacity: 0

        NumberAnimation on opacity {
            id: blink

            running: false
            from: 0.85
            to: 0
            duration: Theme.quick
        }
    }
    Connections {
        target: finder.camera

        function onShutter() {
            blink.restart();
        }
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 520)
        visible: !seen.visible && sentence.text !== ""
        spacing: 20

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "camera"
            size: 48
            color: Theme.paperWhite
        }
        Txt {
            id: sentence

            objectName: "cameraSentence"
            width: parent.width
            text: finder.camera.sentence
            horizontalAlignment: Text.AlignHCenter
            color: Theme.paperWhite
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ActionButton {
            objectName: "cameraAgain"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: ["denied", "busy", "lost"].includes(finder.camera.state)
            symbol: "refresh"
            text: qsTr("再试")
            onClicked: finder.camera.startAgain()
        }
    }
}
