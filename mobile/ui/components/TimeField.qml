import QtQuick
import Plumbline

// A time of day: typed as 07:30, or now by a tap. What is no time is told as such and handed on as it was typed: whoever
// takes it keeps it as refused.
FocusScope {
    id: field

    required property string label
    property string value: ""
    property string tone: ""
    property string problem: ""
    property string hint: ""
    property bool optional: false
    property alias inputName: typed.inputName
    readonly property bool wrong: value !== "" && timeOf(value) === ""

    signal picked(string value)

    function timeOf(text: string): string {
        const parts = /^(\d{1,2})[:：.](\d{2})(?:[:：.](\d{2}))?$/.exec(text.trim());
        if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59 || Number(parts[3] || 0) > 59)
            return "";
        return parts[1].padStart(2, "0") + ":" + parts[2] + (parts[3] && parts[3] !== "00" ? ":" + parts[3] : "");
    }
    function take(text: string) {
        const time = timeOf(text);
        const given = time === "" ? text.trim() : time;
        if (given !== value)
            picked(given);
    }

    implicitWidth: 220
    implicitHeight: typed.implicitHeight

    Field {
        id: typed

        width: field.width
        label: field.label
        text: field.value
        tone: field.tone
        hint: field.hint
        optional: field.optional
        follows: true
        placeholder: qsTr("时:分")
        problem: field.wrong ? qsTr("时刻要写成 07:30 的样子") : field.problem
        inputHints: Qt.ImhTime
        focus: true
        onEdited: text => { if (/^\d{2}:\d{2}$/.test(text.trim()) || text === "") field.take(text); }
        onFinished: text => field.take(text)
    }
    IconButton {
        anchors.right: parent.right
        anchors.rightMargin: 4
        y: 4
        symbol: "clock"
        text: qsTr("填现在的时刻：%1").arg(field.label)
        onClicked: field.take(Qt.formatTime(new Date(), "HH:mm"))
    }
}
