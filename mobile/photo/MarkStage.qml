import QtQuick
import Plumbline

// The photo on its dark stage, drawn on with a finger. A long press on a mark asks what is to become of it.
Rectangle {
    id: stage

    required property MarkEditor marks
    property string problem: ""
    readonly property size pixels: marks.pixels
    // Half of what a finger touches.
    readonly property int reach: Theme.touch / 2

    signal textAsked(real x, real y)
    signal markHeld

    color: Theme.stage
    clip: true

    MarkedPhoto {
        id: shown

        objectName: "markedPhoto"
        readonly property int count: stage.marks.count
        readonly property real fit: stage.pixels.width > 0 ? Math.min((stage.width - 16) / stage.pixels.width, (stage.height - 16) / stage.pixels.height) : 0

        anchors.centerIn: parent
        width: Math.round(stage.pixels.width * fit)
        height: Math.round(stage.pixels.height * fit)
        marks: stage.marks
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("照片，%n 处标记", "", stage.marks.count)

        MouseArea {
            property bool held: false

            anchors.fill: parent
            enabled: shown.width > 0
            preventStealing: true
            pressAndHoldInterval: 600
            onPressed: mouse => {
                held = false;
                stage.marks.press(mouse.x / width, mouse.y / height, stage.reach / width, stage.reach / height);
            }
            onPositionChanged: mouse => { if (!held) stage.marks.move(mouse.x / width, mouse.y / height); }
            onReleased: if (!held) stage.marks.release()
            onCanceled: stage.marks.cancel()
            onPressAndHold: {
                if (stage.marks.selected < 0)
                    return;
                held = true;
                stage.marks.cancel();
                if (stage.marks.selected >= 0)
                    stage.markHeld();
            }
        }
        Connections {
            target: stage.marks

            function onTextAsked(x: real, y: real) {
                stage.textAsked(x, y);
            }
        }
    }
    Txt {
        anchors.centerIn: parent
        width: parent.width - 48
        visible: stage.problem !== "" || stage.pixels.width === 0
        text: stage.problem !== "" ? stage.problem : qsTr("正在打开…")
        horizontalAlignment: Text.AlignHCenter
        size: Theme.label
        color: Theme.paperWhite
    }
}
