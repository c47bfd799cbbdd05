import QtQuick
import QtQuick.Layouts
import Plumbline

// A big pad for a PIN; digits show as dots. Where the screen is low (a phone on its side) its keys stand in two rows. Hardware digits, Backspace and Enter work too. It holds the PIN only until
// it hands it over.
FocusScope {
    id: pad

    property string pin: ""
    property bool locked: false
    property string doneText: qsTr("确定")
    property int longest: 12
    property int shortest: 4
    // By the window, not by its own width: that follows from it.
    readonly property bool low: Window.height > 0 && Window.height < 560 && Window.width >= 480

    signal entered(string pin)

    function clear() {
        pin = "";
    }
    function press(digit: string) {
        if (!locked && pin.length < longest)
            pin += digit;
    }
    function submit() {
        if (locked || pin.length < shortest)
            return;
        const whole = pin;
        pin = "";
        entered(whole);
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight
    // No passwordEdit: Qt keeps the name of such a field to itself, too, and no digit is ever told here.
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("PIN，已输入 %1 位").arg(pin.length)

    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            press(event.text);
        else if (event.key === Qt.Key_Backspace)
            pin = pin.slice(0, -1);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            submit();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: column

        width: pad.width
        spacing: 18

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            height: 28
            spacing: 14

            Repeater {
                model: Math.max(6, pad.pin.length)

                Rectangle {
                    required property int index

                    anchors.verticalCenter: parent.verticalCenter
                    width: 16
                    height: 16
                    radius: 8
                    color: index < pad.pin.length ? Theme.ink : "transparent"
                    border.width: 2
                    border.color: index < pad.pin.length ? Theme.ink : Theme.ink3
                }
            }
        }
        GridLayout {
            width: pad.width
            columns: pad.low ? 6 : 3
            columnSpacing: pad.low ? 8 : 12
            rowSpacing: 12

            Repeater {
                model: pad.low ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "erase", "done"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "done"]

                ActionButton {
                    required property string modelData
                    readonly property bool digit: modelData.length === 1

                    objectName: digit ? "pin" + modelData : modelData === "done" ? "pinDone" : "pinErase"
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    minimumHeight: 68
                    leftPadding: 4
                    rightPadding: 4
                    focusPolicy: Qt.TabFocus
                    kind: modelData === "done" ? "primary" : modelData === "erase" ? "quiet" : "plain"
                    enabled: !pad.locked && (modelData !== "done" || pad.pin.length >= pad.shortest)
                    text: digit ? modelData : modelData === "done" ? pad.doneText : ""
                    symbol: modelData === "erase" ? "backspace" : ""
                    font.pixelSize: digit ? Theme.heading : Theme.body
                    Accessible.name: modelData === "erase" ? qsTr("删除一位") : text
                    onClicked: digit ? pad.press(modelData) : modelData === "done" ? pad.submit() : pad.pin = pad.pin.slice(0, -1)
                }
            }
        }
    }
}
