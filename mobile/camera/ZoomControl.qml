import QtQuick
import Plumbline

// Nearer and further, where the camera can.
Flow {
    id: control

    required property CameraModel camera
    property bool upright: true

    flow: upright ? Flow.TopToBottom : Flow.LeftToRight
    spacing: 4
    visible: camera.hasZoom

    ToolButton {
        objectName: "cameraNearer"
        symbol: "plus"
        text: qsTr("拉近")
        enabled: control.camera.zoom < control.camera.furthest
        onClicked: control.camera.zoom *= 1.25
    }
    ToolButton {
        objectName: "cameraFurther"
        symbol: "minus"
        text: qsTr("%1 ×").arg(control.camera.zoom.toFixed(1))
        Accessible.name: qsTr("拉远，现在 %1 倍").arg(control.camera.zoom.toFixed(1))
        enabled: control.camera.zoom > control.camera.nearest
        onClicked: control.camera.zoom /= 1.25
    }
}
