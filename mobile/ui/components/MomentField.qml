import QtQuick
import Plumbline

// A day and a time of it, side by side or one above the other. Both together are an answer.
FocusScope {
    id: field

    required property string label
    property string value: ""  // 2026-11-22 07:30
    property string tone: ""
    property string problem: ""
    property string hint: ""
    property bool optional: false
    property string inputName: ""
    property string day: ""
    property string time: ""
    readonly property bool half: (day === "") !== (time === "")

    signal picked(string value)

    // Half of it is handed on as such ("2026-11-22T", "T07:30"), so that it is kept as refused and not forgotten.
    function follow() {
        const middle = value.search(/[ T]/);
        day = middle < 0 ? value : value.slice(0, middle);
        time = middle < 0 ? "" : value.slice(middle + 1);
    }
    function give() {
        const whole = day === "" && time === "" ? "" : day + "T" + time;
        if (whole !== value.replace(" ", "T"))
            picked(whole);
    }

    implicitWidth: 440
    implicitHeight: grid.implicitHeight + (words.visible ? words.height + 4 : 0)
    onValueChanged: follow()
    Component.onCompleted: follow()

    Grid {
        id: grid

        readonly property real cell: columns === 2 ? (field.width - spacing) / 2 : field.width

        columns: field.width >= 440 * Theme.textScale ? 2 : 1
        spacing: 12

        DateField {
            width: grid.cell
            inputName: field.inputName + "_day"
            label: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
            tone: field.tone
            value: field.day
            focus: true
            onPicked: value => { field.day = value; field.give(); }
        }
        TimeField {
            width: grid.cell
            inputName: field.inputName + "_time"
            label: qsTr("时刻")
            tone: field.tone
            value: field.time
            onPicked: value => { field.time = value; field.give(); }
        }
    }
    Txt {
        id: words

        y: grid.implicitHeight + 4
        width: parent.width
        visible: text !== ""
        text: field.half ? (field.day === "" ? qsTr("还要写日期") : qsTr("还要写时刻")) : field.problem ? field.problem : field.hint
        size: Theme.caption
        color: field.half ? Theme.part : field.problem ? Theme.fail : Theme.ink2
    }
}
