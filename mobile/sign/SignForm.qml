import QtQuick
import QtQuick.Layouts
import Plumbline

// Who signs: the inspector (by PIN), a colleague, the inspected party on glass or its refusal; how the result was left; for
// an amendment also why.
Item {
    id: form

    required property SignModel sign
    required property CheckConduct conduct
    required property SoundNote sound
    required property string draft
    property real minimumHeight: 0
    property string revoked: ""  // what is said of this device's key; "" where it stands
    property bool refuses: false
    readonly property string partyName: party.text
    readonly property string colleague: second.text
    readonly property bool acceptable: second.acceptable && party.acceptable && role.acceptable && (!sign.amending || reason.acceptable) && (!refuses || refusal.acceptable) && (!notShown.visible || notShown.acceptable)
    readonly property string lack: {
        if (revoked !== "")
            return qsTr("本机的密钥已注销，不能再签名。");
        if (!acceptable)
            return qsTr("有一处填写的内容不能这样签，请看红框。");
        if (sign.amending && reason.text.trim() === "")
            return qsTr("请写明补正的理由。");
        if (sign.assessing)
            return "";
        if (sign.byTwo && second.text.trim() === "")
            return qsTr("这份检查表要两名检查员签字，请填同行检查员的姓名。");
        if (notShown.visible && conduct.enforced && notShown.text.trim() === "")
            return qsTr("没有出示证件要写明理由，或者返回记下已出示。");
        if (sound.state !== "idle")
            return qsTr("正在录音：请先存下，或者不要。");
        if (conduct.nameDiffers && conduct.nameReason === "")
            return qsTr("证照上的名称和登记的不同，请返回改正或写明原因。");
        if (refuses)
            return refusal.lack;
        if (party.text.trim() === "")
            return qsTr("请填陪同人的姓名。");
        if (pad.empty)
            return qsTr("请陪同人在框内手写签名。");
        return sign.settled ? "" : qsTr("正在核对要签的内容…");
    }

    signal ready
    signal fileAsked

    function seal(pin: string) {
        if (refuses) {
            sign.sayParty(party.text, "", new ArrayBuffer(0));
            refusal.say(sign);
        } else if (!sign.assessing) {
            sign.sayParty(party.text, role.text, pad.strokes());
        }
        sign.sayConduct(notShown.visible ? notShown.text : "", sign.assessing ? "" : left.way, left.address);
        sign.seal(pin, second.text, reason.text);
    }

    implicitHeight: Math.max(minimumHeight, column.implicitHeight)

    ColumnLayout {
        id: column

        width: parent.width
        height: parent.height
        spacing: 14

        Notice {
            objectName: "signRevoked"
            Layout.fillWidth: true
            visible: form.revoked !== ""
            tone: "fail"
            text: qsTr("%1不能再签名：请联系管理员，重新登记后再签。草稿还在，一个字也没有丢。").arg(form.revoked)
        }
        Notice {
            objectName: "signClock"
            Layout.fillWidth: true
            visible: form.sign.clock !== ""
            tone: "fail"
            text: form.sign.clock
        }
        GridLayout {
            Layout.fillWidth: true
            columns: width > 560 * Theme.textScale ? 2 : 1
            columnSpacing: 14
            rowSpacing: 14

            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: Math.max(second.implicitHeight, who.implicitHeight + 24)

                Column {
                    id: who

                    x: 18
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 36
                    spacing: 2

                    Txt {
                        width: parent.width
                        text: form.sign.signer
                        strong: true
                    }
                    Txt {
                        width: parent.width
                        text: form.sign.assessing ? qsTr("自评负责人 · 用本机密钥签名，最后输入 PIN") : qsTr("检查员 · 用本机密钥签名，最后输入 PIN")
                        size: Theme.caption
                        color: Theme.ink2
                    }
                }
            }
            Field {
                id: second

                most: TextRule.name
                inputName: "colleague"
                visible: !form.sign.assessing
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("同行检查员")
                optional: !form.sign.byTwo
                onEdited: text => second.text = text
            }
        }
        Field {
            id: reason

            inputName: "amendReason"
            Layout.fillWidth: true
            visible: form.sign.amending
            label: qsTr("补正的理由")
            onEdited: text => reason.text = text
        }
        ContributorsCard {
            Layout.fillWidth: true
            visible: form.sign.assessing && form.sign.contributors.count > 0
            contributors: form.sign.contributors
        }
        Card {
            Layout.fillWidth: true
            visible: !form.sign.assessing
            implicitHeight: partyColumn.implicitHeight + 36

            ColumnLayout {
                id: partyColumn

                x: 18
                y: 18
                width: parent.width - 36
                spacing: 12

                GridLayout {
                    Layout.fillWidth: true
                    columns: width > 420 * Theme.textScale ? 2 : 1

                    Txt {
                        Layout.fillWidth: true
                        text: qsTr("被检查方")
                        strong: true
                    }
                    Segmented {
                        Layout.preferredWidth: across
                        options: [qsTr("签字"), qsTr("拒绝签字")]
                        names: ["partySigns", "partyRefuses"]
                        current: form.refuses ? 1 : 0
                        onPicked: index => form.refuses = index === 1
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: width > 460 * Theme.textScale ? 2 : 1
                    columnSpacing: 12
                    rowSpacing: 12

                    Field {
                        id: party

                        most: TextRule.name
                        inputName: "partyName"
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: 1
                        label: qsTr("陪同人姓名")
                        optional: form.refuses
                        onEdited: text => party.text = text
                    }
                    Field {
                        id: role

                        most: TextRule.name
                        inputName: "partyRole"
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: 1
                        label: qsTr("身份")
                        optional: true
                        onEdited: text => role.text = text
                    }
                }
                SignatureArea {
                    id: pad

                    Layout.fillWidth: true
                    visible: !form.refuses
                }
                RefusalForm {
                    id: refusal

                    Layout.fillWidth: true
                    visible: form.refuses
                    conduct: form.conduct
                    sound: form.sound
                    draft: form.draft
                    settled: form.sign.settled
                    onFileAsked: form.fileAsked()
                }
            }
        }
        AreaField {
            id: notShown

            inputName: "notShownReason"
            Layout.fillWidth: true
            visible: form.conduct.asked && !form.conduct.shown
            label: form.conduct.enforced ? qsTr("没有出示证件的理由") : qsTr("没有出示证件的理由（可不填）")
            minimumLines: 1
            onEdited: text => notShown.text = text
        }
        ResultForm {
            id: left

            Layout.fillWidth: true
            visible: !form.sign.assessing
        }
        Notice {
            objectName: "signProblem"
            Layout.fillWidth: true
            visible: form.sign.problem !== ""
            tone: "fail"
            text: form.sign.problem
        }
        Item {
            Layout.fillHeight: true
        }
        GridLayout {
            Layout.fillWidth: true
            columns: width > 460 * Theme.textScale ? 2 : 1
            rowSpacing: 8

            Txt {
                objectName: "signLack"
                Layout.fillWidth: true
                text: form.lack ? form.lack : qsTr("签名后封存于本机；有网络时自动上传")
                size: Theme.sub
                color: form.lack ? Theme.part : Theme.ink2
            }
            ActionButton {
                objectName: "seal"
                Layout.alignment: Qt.AlignRight
                kind: "primary"
                text: form.sign.busy ? qsTr("正在封存…") : qsTr("签名并封存")
                enabled: form.lack === "" && !form.sign.busy
                onClicked: form.ready()
            }
        }
    }
}
