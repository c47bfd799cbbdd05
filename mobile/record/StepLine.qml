import QtQuick
import Plumbline

// A record's life as steps, side by side, or one below the other where there is no room for their words. A step is done
// (tick), failed (cross), or yet to come (its number).
Item {
    id: steps

    required property RowModel model
    readonly property int count: model ? model.count : 0
    readonly property bool below: width / Math.max(1, count) < 84 * Theme.textScale

    implicitWidth: 600
    implicitHeight: grid.implicitHeight

    Grid {
        id: grid

        width: steps.width
        columns: steps.below ? 1 : Math.max(1, steps.count)

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
                width: steps.below ? steps.width : steps.width / Math.max(1, steps.count)
                implicitHeight: steps.below ? Math.max(36, words.implicitHeight) + 12 : words.y + words.implicitHeight
                Accessible.role: Accessible.ListItem
                Accessible.name: title + " " + detail + " " + (done ? "" : qsTr("尚未"))

                Rectangle {
                    x: steps.below ? 21 : parent.width / 2
                    y: steps.below ? 14 : 13
                    width: steps.below ? 2 : parent.width
                    height: steps.below ? parent.height : 2
                    visible: step.index + 1 < steps.count
                    color: step.state === "done" && line.nextDone ? Theme.accent : Theme.line
                    id: line

                    readonly property bool nextDone: step.index + 1 < steps.count && steps.reached > step.index + 1
                }
                Rectangle {
                    x: steps.below ? 8 : (parent.width - width) / 2
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
                        size: Math.min(Theme.caption, 17)  // the circle does not grow with the text
                        color: Theme.ink2
                    }
                }
                Column {
                    id: words

                    readonly property int side: steps.below ? Text.AlignLeft : Text.AlignHCenter

                    x: steps.below ? 48 : 4
                    y: steps.below ? 0 : 36
                    width: parent.width - x - 4

                    Txt {
                        width: parent.width
                        horizontalAlignment: words.side
                        text: step.title
                        size: Theme.label
                        strong: true
                        color: step.state === "fail" ? Theme.fail : Theme.ink
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        horizontalAlignment: words.side
                        visible: text !== ""
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
