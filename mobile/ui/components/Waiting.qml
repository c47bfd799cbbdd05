import QtQuick
import Plumbline

// Something is under way: a ring that turns.
ProgressRing {
    implicitWidth: 40
    implicitHeight: 40
    value: 0.3
    color: Theme.accent
    track: Theme.line
    Accessible.role: Accessible.Indicator
    Accessible.name: qsTr("请稍候")

    RotationAnimation on rotation {
        from: 0
        to: 360
        duration: 1100
        loops: Animation.Infinite
        running: visible
    }
}
