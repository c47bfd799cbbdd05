import QtQuick
import Plumbline

// The old PIN, the new one, the new one again.
Sheet {
    id: sheet

    required property AccountModel account
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
            account.changePin(oldPin, newPin);
        }
    }

    wish: pad.low ? 620 : 460
    title: step === "old" ? qsTr("现在的 PIN") : step === "new" ? qsTr("新的 PIN") : qsTr("再输一遍新的 PIN")
    onAboutToShow: {
        step = "old";
        oldPin = "";
        newPin = "";
        mismatch = "";
        account.clearProblem();
        pad.forceActiveFocus();
    }
    onClosed: {
        oldPin = "";
        newPin = "";
        pad.clear();
    }

    Connections {
        target: sheet.account

        function onPinChanged() {
            sheet.close();
        }
        function onChanged() {
            if (sheet.account.problem !== "" && sheet.step === "again")
                sheet.step = "old";
        }
    }
    Txt {
        objectName: "changePinProblem"
        width: parent.width
        visible: text !== ""
        text: sheet.account.waitSeconds > 0 ? qsTr("%1 请等 %2 秒再试。").arg(sheet.account.problem).arg(sheet.account.waitSeconds) : sheet.mismatch ? sheet.mismatch : sheet.account.problem
        color: Theme.fail
        size: Theme.label
    }
    PinPad {
        id: pad

        width: parent.width
        locked: sheet.account.busy || sheet.account.waitSeconds > 0
        focus: true
        onEntered: pin => sheet.take(pin)
    }
}
