import QtQuick
import Plumbline

// The PIN once more, to sign with.
Sheet {
    id: sheet

    required property PinSigning sign

    signal entered(string pin)

    function ask() {
        sign.clearProblem();
        pad.clear();
        where.text = sign.placeWords();
        open();
        pad.forceActiveFocus();
    }

    wish: pad.low ? 620 : 460
    closable: !sign.busy
    title: sign.busy ? qsTr("正在封存…") : qsTr("输入 PIN 签名")

    Connections {
        target: Settings

        function onLanguageChanged() {
            where.text = sheet.sign.placeWords();
        }
    }
    Connections {
        target: sheet.sign

        function onSealed() {
            sheet.close();
        }
        // What is not about the PIN is told on the page behind.
        function onStateChanged() {
            if (!sheet.sign.busy && sheet.sign.problem !== "" && sheet.sign.waitSeconds === 0 && !sheet.sign.pinWrong)
                sheet.close();
        }
    }
    Txt {
        objectName: "pinProblem"
        width: parent.width
        visible: text !== ""
        text: sheet.sign.waitSeconds > 0 ? qsTr("%1 请等 %2 秒再试。").arg(sheet.sign.problem).arg(sheet.sign.waitSeconds) : sheet.sign.problem
        size: Theme.label
        color: Theme.fail
    }
    Txt {
        id: where

        objectName: "signedWhere"
        width: parent.width
        visible: text !== ""
        size: Theme.label
        color: Theme.ink2
    }
    PinPad {
        id: pad

        objectName: "pinPad"
        width: parent.width
        locked: sheet.sign.busy || sheet.sign.waitSeconds > 0
        doneText: qsTr("签名")
        focus: true
        onEntered: pin => sheet.entered(pin)
    }
}
