import QtQuick
import QtQuick.Layouts
import Plumbline

// Where the invitation is pasted or typed.
ColumnLayout {
    id: form

    required property AccountModel account

    signal go

    spacing: 16

    Txt {
        Layout.fillWidth: true
        text: qsTr("把管理员发来的邀请粘贴到这里：以 plumb://enrol 开头的一整行。本机会自己生成密钥，私钥不离开这台平板。")
        size: Theme.label
        color: Theme.ink2
    }
    AreaField {
        inputName: "invitation"
        Layout.fillWidth: true
        label: qsTr("邀请")
        placeholder: "plumb://enrol?…"
        minimumLines: 3
        problem: form.account.inviteProblem
        onEdited: text => form.account.readInvitation(text)
    }
    KeyValue {
        Layout.fillWidth: true
        visible: form.account.inviteGood
        name: qsTr("服务器")
        value: form.account.inviteServer
        tone: "pass"
        symbol: "check"
        valueName: "inviteServer"
    }
    ActionButton {
        objectName: "inviteNext"
        Layout.alignment: Qt.AlignRight
        kind: "primary"
        text: qsTr("下一步")
        enabled: form.account.inviteGood
        onClicked: form.go()
    }
}
