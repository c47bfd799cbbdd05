import QtQuick
import Plumbline

// The old PIN, the new one, the new one again.
Sheet {
    id: sheet

    required property SessionModel session
    property string step: "old"
    property string oldPin: ""
    property string newPin: ""
    property string mismatch: ""

    function take(pin: string) {
        if (step === "old") {
            oldPin = pin;
            step = "new";
        } else if (step === "new") {
            newPin = pin;
            step = "again";
        } else if (pin !== newPin) {
            mismatch = qsTr("两次输入的 PIN 不同，请重新设。");
            step = "new";
        } else {
            mismatch = "";
            session.changePin(oldPin, newPin);
        }
    }

    wish: 460
    title: step === "old" ? qsTr("现在的 PIN") : step === "new" ? qsTr("新的 PIN") : qsTr("再输一遍新的 PIN")
    onAboutToShow: {
        step = "old";
        oldPin = "";
        newPin = "";
        mismatch = "";
        session.clearProblem();
        pad.forceActiveFocus();
    }
    onClosed: {
        oldPin = "";
        newPin = "";
        pad.clear();
    }

    Connections {
        target: sheet.session

        function onPinChanged() {
            sheet.close();
        }
        function onChanged() {
            if (sheet.session.problem !== "" && sheet.step === "again")
                sheet.step = "old";
        }
    }
    Txt {
        objectName: "changePinProblem"
        width: parent.width
        visible: text !== ""
        text: sheet.session.waitSeconds > 0 ? qsTr("%1 请等 %2 秒再试。").arg(sheet.session.problem).arg(sheet.session.waitSeconds) : sheet.mismatch ? sheet.mismatch : sheet.session.problem
        color: Theme.fail
        size: Theme.label
    }
    PinPad {
        id: pad

        width: parent.width
        locked: sheet.session.busy || sheet.session.waitSeconds > 0
        focus: true
        onEntered: pin => sheet.take(pin)
    }
}
