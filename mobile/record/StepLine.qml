import QtQuick
import Plumbline

// A record's life as steps. A step is done (tick), failed (triangle), or yet to come (its number).
Item {
    id: steps

    required property RowModel model
    readonly property int count: model ? model.count : 0

    implicitWidth: 600
    implicitHeight: row.implicitHeight

    Row {
        id: row

        width: steps.width

        Repeater {
            model: steps.model

            Item {
                id: step

                required property int index
                required property string id
                required property string title
                required property string detail
                required property string state
                readonly property bool done: state === "done" || state === "fail"

                objectName: "step_" + id
                width: steps.width / Math.max(1, steps.count)
                implicitHeight: words.y + words.implicitHeight
                Accessible.role: Accessible.ListItem
                Accessible.name: title + " " + detail + " " + (done ? "" : qsTr("尚未"))

                Rectangle {
                    x: parent.width / 2
                    y: 13
                    width: parent.width
                    height: 2
                    visible: step.index + 1 < steps.count
                    color: step.state === "done" && line.nextDone ? Theme.accent : Theme.line
                    id: line

                    readonly property bool nextDone: step.index + 1 < steps.count && steps.reached > step.index + 1
                }
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: 28
                    height: 28
                    radius: 14
                    color: step.state === "done" ? Theme.accent : step.state === "fail" ? Theme.fail : Theme.card
                    border.width: step.done ? 0 : 2
                    border.color: step.state === "now" ? Theme.accent : Theme.line

                    Icon {
                        anchors.centerIn: parent
                        visible: step.done
                        name: step.state === "fail" ? "close" : "check"
                        size: 18
                        color: Theme.inkOnAccent
                    }
                    Txt {
                        anchors.centerIn: parent
                        visible: !step.done
                        text: step.index + 1
                        size: Theme.caption
                        color: Theme.ink2
                    }
                }
                Column {
                    id: words

                    y: 36
                    width: parent.width - 8
                    x: 4

                    Txt {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: step.title
                        size: Theme.label
                        strong: true
                        color: step.state === "fail" ? Theme.fail : Theme.ink
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: step.detail
                        size: Theme.caption
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
    }

    property int reached: 0
}
