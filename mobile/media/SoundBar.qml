import QtQuick
import QtQuick.Templates as T
import Plumbline

// A sound that stands beside something: one button to play and pause it, how long it is and how far it is. It ends when
// it is not seen any more.
T.AbstractButton {
    id: bar

    required property string file   // hash of a sealed file
    required property string label  // what it belongs to
    readonly property bool mine: file !== "" && Player.file === file && !Player.onStage
    readonly property string phase: mine ? Player.state : "idle"
    readonly property real progress: mine && Player.length > 0 ? Player.position / Player.length : 0
    readonly property string length: mine && Player.lengthText !== "" ? Player.lengthText : glance.lengthText
    readonly property string problem: mine && Player.problem !== "" ? Player.problem : glance.problem
    readonly property string below: problem !== "" ? problem : mine ? Player.silence : ""

    implicitWidth: 320
    implicitHeight: Math.max(Theme.row, words.implicitHeight + 20)
    text: phase === "playing" ? qsTr("暂停：%1").arg(label) : qsTr("播放声音：%1").arg(label)
    enabled: problem === ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: times.text + (below !== "" ? " " + below : "")

    onClicked: Player.toggle(file)
    onVisibleChanged: if (!visible && mine) Player.stop()
    Component.onDestruction: if (mine) Player.stop()

    MediaGlance {
        id: glance

        file: bar.file
    }

    background: Rectangle {
        radius: Theme.radius
        color: bar.down ? Theme.pressed : Theme.panel
        border.width: bar.visualFocus ? 3 : Theme.border
        border.color: bar.visualFocus || bar.phase === "playing" ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        Rectangle {
            id: disc

            x: 12
            y: (Math.min(bar.height, Theme.row) - height) / 2
            width: 44
            height: width
            radius: width / 2
            color: bar.enabled ? Theme.accent : Theme.naSoft

            Icon {
                anchors.centerIn: parent
                name: !bar.enabled ? "sound" : bar.phase === "playing" ? "pause" : "play"
                size: 22
                color: bar.enabled ? Theme.inkOnAccent : Theme.ink3
            }
        }
        Column {
            id: words

            x: disc.x + disc.width + 14
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 16
            spacing: 6

            Item {
                width: parent.width
                height: Math.max(times.implicitHeight, line.height)
                visible: bar.problem === ""

                ProgressLine {
                    id: line

                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - times.width - 14
                    value: bar.progress
                    Accessible.ignored: true
                }
                Txt {
                    id: times

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    // Nothing moves while it counts.
                    width: Math.max(implicitWidth, widest.advanceWidth + 2)
                    horizontalAlignment: Text.AlignRight
                    text: bar.mine && bar.phase !== "loading" ? (bar.length !== "" ? qsTr("%1 / %2").arg(Player.positionText).arg(bar.length) : Player.positionText) : bar.length
                    size: Theme.sub
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true

                    TextMetrics {
                        id: widest

                        font: times.font
                        text: "00:00 / 00:00"
                    }
                }
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: bar.below
                size: Theme.sub
                color: bar.problem !== "" ? Theme.part : Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
