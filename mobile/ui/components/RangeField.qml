import QtQuick
import QtQuick.Templates as T
import Plumbline

// A number between two ends: a slider to set it roughly, and two buttons for single steps. Empty until it is touched.
FocusScope {
    id: field

    required property string label
    property string value: ""
    property string unit: ""
    property string hint: ""
    property string problem: ""
    property bool optional: false
    property string inputName: ""
    property real from: 1
    property real to: 10
    property real step: 1
    property int decimals: 0
    readonly property bool empty: value === ""
    readonly property real least: Math.min(from, to)
    readonly property real most: Math.max(from, to)

    signal picked(string value)

    function give(number: real) {
        const inside = Math.max(least, Math.min(most, number));
        const text = inside.toFixed(decimals);
        if (empty || Number(value) !== Number(text))
            picked(text);
    }
    function text(number: real): string {
        return String(Number(number.toFixed(decimals)));
    }

    implicitWidth: 320
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0)

    Rectangle {
        id: frame

        width: field.width
        height: head.y + head.height + bar.height + 10
        radius: Theme.radiusSmall
        color: Theme.card
        border.width: Theme.border
        border.color: field.problem ? Theme.fail : Theme.outline

        Item {
            id: head

            x: 14
            y: 8
            width: parent.width - 28
            height: Math.max(caption.height, figure.height)

            Txt {
                id: caption

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - figure.width - 12
                text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
                size: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
            Txt {
                id: figure

                objectName: field.inputName
                anchors.right: parent.right
                text: field.empty ? "—" : field.unit ? field.value + " " + field.unit : field.value
                size: Theme.item
                strong: true
                color: field.empty ? Theme.ink3 : Theme.ink
                wrapMode: Text.NoWrap
            }
        }
        Item {
            id: bar

            x: 4
            y: head.y + head.height
            width: parent.width - 8
            height: Theme.touch + ends.height

            IconButton {
                id: less

                objectName: field.inputName + "_less"
                symbol: "minus"
                enabled: field.empty || Number(field.value) > field.least
                text: qsTr("减小：%1").arg(field.label)
                onClicked: field.give(field.empty ? field.least : Number(field.value) - field.step)
            }
            T.Slider {
                id: slider

                objectName: field.inputName + "_slider"
                x: less.width
                width: parent.width - less.width - more.width
                height: Theme.touch
                focus: true
                from: field.least
                to: field.most
                stepSize: field.step
                snapMode: T.Slider.SnapAlways
                value: field.empty ? field.least : Number(field.value)
                Accessible.role: Accessible.Slider
                Accessible.name: field.label
                onMoved: field.give(value)
                onPressedChanged: {
                    if (!pressed) {
                        field.give(value);
                        value = Qt.binding(() => field.empty ? field.least : Number(field.value));
                    }
                }

                background: Item {
                    Rectangle {
                        x: 14
                        y: (parent.height - height) / 2
                        width: parent.width - 28
                        height: 6
                        radius: 3
                        color: Theme.sunlight ? "#FFFFFF" : Theme.line
                        border.width: Theme.sunlight ? Theme.border : 0
                        border.color: Theme.line

                        Rectangle {
                            width: field.empty ? 0 : parent.width * slider.position
                            height: parent.height
                            radius: 3
                            color: Theme.accent
                        }
                    }
                }
                handle: Rectangle {
                    x: slider.visualPosition * (slider.width - width)
                    y: (slider.height - height) / 2
                    width: 28
                    height: 28
                    radius: 14
                    color: field.empty ? Theme.card : Theme.accent
                    border.width: slider.visualFocus ? 4 : 3
                    border.color: slider.visualFocus ? Theme.ink : field.empty ? Theme.ink3 : Theme.accent
                }
            }
            IconButton {
                id: more

                objectName: field.inputName + "_more"
                anchors.right: parent.right
                symbol: "plus"
                enabled: field.empty || Number(field.value) < field.most
                text: qsTr("增大：%1").arg(field.label)
                onClicked: field.give(field.empty ? field.least : Number(field.value) + field.step)
            }
            Item {
                id: ends

                x: less.width + 8
                y: Theme.touch - 8
                width: slider.width - 16
                height: low.height

                Txt {
                    id: low

                    text: field.text(field.least)
                    size: Theme.caption
                    color: Theme.ink2
                }
                Txt {
                    anchors.right: parent.right
                    text: field.text(field.most)
                    size: Theme.caption
                    color: Theme.ink2
                }
            }
        }
    }
    Txt {
        id: below

        anchors.top: frame.bottom
        anchors.topMargin: 4
        width: field.width
        visible: text !== ""
        text: field.problem ? field.problem : field.hint
        size: Theme.caption
        color: field.problem ? Theme.fail : Theme.ink2
    }
}
