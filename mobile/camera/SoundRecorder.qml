import QtQuick
import Plumbline

// Records a sound for one place of a draft: begin, the level and the length while it runs, pause, keep or throw away.
// What was recorded comes by SoundNote.kept (C++) once it is sealed. Where there is no microphone the button says so.
Column {
    id: recorder

    required property SoundNote note
    required property string draft
    required property string place  // "item:b3", "question:said", or a word of the page's own
    property string label: qsTr("录音")
    property bool wholeWidth: true
    readonly property bool mine: note.state !== "idle" && note.draft === draft && note.place === place
    readonly property bool elsewhere: note.state !== "idle" && !mine

    spacing: 8

    ActionButton {
        objectName: "soundBegin"
        width: recorder.wholeWidth ? parent.width : Math.min(implicitWidth, parent.width)
        visible: !recorder.mine
        enabled: recorder.note.there && !recorder.elsewhere
        symbol: "microphone"
        font.pixelSize: Theme.label
        text: !recorder.note.there ? qsTr("%1（本机没有麦克风）").arg(recorder.label) : recorder.elsewhere ? qsTr("%1（别处正在录）").arg(recorder.label) : recorder.label
        onClicked: recorder.note.begin(recorder.draft, recorder.place)
    }
    Rectangle {
        width: parent.width
        height: running.implicitHeight + 24
        visible: recorder.mine
        radius: Theme.radius
        color: Theme.panel
        border.width: Theme.border
        border.color: recorder.note.state === "recording" ? Theme.fail : Theme.line

        Column {
            id: running

            x: 14
            y: 12
            width: parent.width - 28
            spacing: 10

            Item {
                width: parent.width
                height: Math.max(word.implicitHeight, times.implicitHeight)

                Txt {
                    id: word

                    objectName: "soundState"
                    width: parent.width - times.width - 8
                    text: recorder.note.state === "recording" ? qsTr("● 正在录音") : recorder.note.state === "paused" ? qsTr("❚❚ 已暂停") : recorder.note.state === "keeping" ? qsTr("正在存…") : qsTr("▲ 还没有存成")
                    size: Theme.label
                    strong: true
                    color: recorder.note.state === "recording" || recorder.note.state === "stuck" ? Theme.fail : Theme.ink
                }
                Txt {
                    id: times

                    objectName: "soundLength"
                    anchors.right: parent.right
                    text: qsTr("%1 / %2").arg(recorder.note.lengthText).arg(recorder.note.mostText)
                    size: Theme.label
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                }
            }
            // How loud it is: whoever speaks sees that she is heard.
            Rectangle {
                objectName: "soundLevel"
                width: parent.width
                height: 12
                radius: 6
                color: Theme.sunlight ? Theme.card : Theme.line2
                border.width: Theme.sunlight ? Theme.hairline : 0
                border.color: Theme.line
                Accessible.role: Accessible.ProgressBar
                Accessible.name: qsTr("音量")

                Rectangle {
                    width: parent.width * recorder.note.level
                    height: parent.height
                    radius: 6
                    color: recorder.note.level > 0.95 ? Theme.part : Theme.accent
                }
            }
            Flow {
                width: parent.width
                spacing: 8

                ActionButton {
                    objectName: "soundKeep"
                    width: Math.min(implicitWidth, parent.width)
                    kind: "primary"
                    enabled: recorder.note.state !== "keeping"
                    symbol: "stop"
                    font.pixelSize: Theme.label
                    text: recorder.note.state === "stuck" ? qsTr("再存") : qsTr("存下")
                    onClicked: recorder.note.stop()
                }
                ActionButton {
                    objectName: "soundPause"
                    width: Math.min(implicitWidth, parent.width)
                    visible: recorder.note.state === "recording" || recorder.note.state === "paused"
                    symbol: recorder.note.state === "paused" ? "microphone" : "pause"
                    font.pixelSize: Theme.label
                    text: recorder.note.state === "paused" ? qsTr("接着录") : qsTr("暂停")
                    onClicked: recorder.note.state === "paused" ? recorder.note.goOn() : recorder.note.pause()
                }
                ActionButton {
                    objectName: "soundDiscard"
                    width: Math.min(implicitWidth, parent.width)
                    kind: "quiet"
                    enabled: recorder.note.state !== "keeping"
                    symbol: "trash"
                    font.pixelSize: Theme.label
                    text: qsTr("不要")
                    onClicked: recorder.note.discard()
                }
            }
        }
    }
    Txt {
        objectName: "soundProblem"
        width: parent.width
        visible: text !== "" && !recorder.elsewhere
        text: recorder.note.problem
        size: Theme.sub
        color: Theme.part
    }
}
