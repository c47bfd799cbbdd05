import QtQuick
import Plumbline

// How far, as a thin line.
Rectangle {
    id: line

    required property real value
    property color fill: Theme.accent

    implicitHeight: Theme.sunlight ? 8 : 5
    radius: height / 2
    color: Theme.sunlight ? Theme.card : Theme.line
    border.width: Theme.sunlight ? 1 : 0
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("进度 %1%").arg(Math.round(value * 100))

    Rectangle {
        width: Math.round(line.width * Math.max(0, Math.min(1, line.value)))
        height: line.height
        radius: line.radius
        color: line.fill
    }
}
