import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// A day: typed as YYYY-MM-DD, or taken from a calendar. What is no day is told as such and handed on as
// it was typed: whoever takes it keeps it as refused.
FocusScope {
    id: field

    required property string label
    property string value: ""
    property string tone: ""
    property string problem: ""
    property string hint: ""
    property alias inputName: typed.inputName
    readonly property bool wrong: value !== "" && !isDay(value)

    signal picked(string value)

    function isDay(text: string): bool {
        const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
        if (!parts)
            return false;
        const day = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
        return day.getFullYear() === Number(parts[1]) && day.getMonth() === Number(parts[2]) - 1 && day.getDate() === Number(parts[3]);
    }
    function take(text: string) {
        const plain = text.trim();
        if (plain !== value)
            picked(plain);
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
        placeholder: qsTr("年-月-日")
        problem: field.wrong ? qsTr("日期要写成 2026-11-22 的样子") : field.problem
        inputHints: Qt.ImhDate
        focus: true
        onEdited: text => { if (field.isDay(text) || text === "") field.take(text); }
        onFinished: text => field.take(text)
    }
    IconButton {
        objectName: field.inputName ? field.inputName + "Calendar" : ""
        anchors.right: parent.right
        anchors.rightMargin: 4
        y: 4
        symbol: "calendar"
        text: qsTr("从日历选择：%1").arg(field.label)
        onClicked: calendar.show(field.wrong ? "" : field.value)
    }
    CalendarSheet {
        id: calendar

        title: field.label
        onPicked: value => field.take(value)
    }
}
