import QtQuick
import QtQuick.Layouts
import Plumbline

// First run: the invitation, then a PIN (twice), then this device is enrolled. What the invitation says is read at once,
// so that one that was cut short is told before anything else is asked.
Rectangle {
    id: page

    required property AccountModel account
    property string step: "invitation"
    property string firstPin: ""
    property string mismatch: ""
    property string deviceName: ""

    color: Theme.paper

    Connections {
        target: page.account

        function onChanged() {
            // The invitation was refused: it is what has to be mended.
            if (!page.account.busy && page.account.problem !== "" && page.step === "enrolling")
                page.step = "failed";
        }
    }
    IconButton {
        objectName: "firstRunBack"
        x: 16
        y: 16
        z: 1
        visible: page.account.people.count > 0 || page.step !== "invitation" && page.step !== "enrolling"
        symbol: "back"
        text: qsTr("返回")
        onClicked: {
            page.firstPin = "";
            page.mismatch = "";
            pad.clear();
            page.account.clearProblem();
            if (page.step === "invitation")
                page.account.start();
            else
                page.step = "invitation";
        }
    }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 96)
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(640, page.width - 48)
            spacing: 20

            Brand {
                Layout.alignment: Qt.AlignHCenter
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: form.implicitHeight + 48

                ColumnLayout {
                    id: form

                    x: 24
                    y: 24
                    width: parent.width - 48
                    spacing: 16

                    Txt {
                        objectName: "firstRunTitle"
                        Layout.fillWidth: true
                        text: {
                            switch (page.step) {
                            case "invitation": return qsTr("用邀请登记这台平板");
                            case "pin": return qsTr("设一个 PIN");
                            case "again": return qsTr("再输一遍 PIN");
                            case "failed": return qsTr("登记没有完成");
                            default: return qsTr("正在登记…");
                            }
                        }
                        size: Theme.heading
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    InvitationForm {
                        Layout.fillWidth: true
                        visible: page.step === "invitation"
                        account: page.account
                        onGo: page.step = "pin"
                    }
                    Txt {
                        Layout.fillWidth: true
                        visible: page.step === "pin" || page.step === "again"
                        text: page.mismatch !== "" ? page.mismatch : qsTr("PIN 只在这台平板上用，打开您的加密资料，至少 4 位。忘记了无法找回，只能重新登记。")
                        color: page.mismatch !== "" ? Theme.fail : Theme.ink2
                        size: Theme.label
                    }
                    Notice {
                        objectName: "firstRunProblem"
                        Layout.fillWidth: true
                        visible: page.step === "failed"
                        tone: "fail"
                        text: page.account.problem
                    }
                    PinPad {
                        id: pad

                        objectName: "newPin"
                        Layout.fillWidth: true
                        Layout.maximumWidth: low ? 560 : 380
                        Layout.alignment: Qt.AlignHCenter
                        visible: page.step === "pin" || page.step === "again"
                        doneText: page.step === "pin" ? qsTr("下一步") : qsTr("登记")
                        onVisibleChanged: if (visible) forceActiveFocus()
                        onEntered: pin => page.take(pin)
                    }
                    Item {
                        Layout.fillWidth: true
                        implicitHeight: 80
                        visible: page.step === "enrolling"

                        Waiting {
                            anchors.centerIn: parent
                        }
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        visible: page.step === "failed"
                        spacing: 12

                        ActionButton {
                            objectName: "otherInvitation"
                            Layout.fillWidth: true
                            text: qsTr("换一份邀请")
                            onClicked: {
                                page.account.clearProblem();
                                page.step = "invitation";
                            }
                        }
                        ActionButton {
                            objectName: "enrolAgain"
                            Layout.fillWidth: true
                            kind: "primary"
                            text: qsTr("再试一次")
                            onClicked: {
                                page.account.clearProblem();
                                page.step = "pin";
                            }
                        }
                    }
                }
            }
            LanguageChoice {
                Layout.alignment: Qt.AlignHCenter
            }
        }
    }

    function take(pin: string) {
        if (step === "pin") {
            firstPin = pin;
            mismatch = "";
            step = "again";
        } else if (pin !== firstPin) {
            mismatch = qsTr("两次输入的 PIN 不同，请重新设。");
            firstPin = "";
            step = "pin";
        } else {
            step = "enrolling";
            firstPin = "";
            account.enrol(pin, deviceName);
        }
    }
}
