import QtQuick
import QtQuick.Layouts
import Plumbline

// The inspector's credential, held out to somebody at arm's length: white whatever the theme, large letters, a code that
// another phone checks. In a check one tap says that it was shown.
FocusScope {
    id: page

    required property CredentialModel credential
    required property AccountModel account
    property bool notable: false  // opened from a check, where it is to be said that it was shown
    readonly property bool wide: width > height

    signal back
    signal shown

    Component.onCompleted: credential.open()
    Component.onDestruction: credential.close()

    Rectangle {
        anchors.fill: parent
        color: "white"
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("亮证")
        subtitle: qsTr("请对方用手机扫码核对")
        onBack: page.back()

        ActionButton {
            objectName: "credentialNoted"
            visible: page.notable
            kind: "primary"
            symbol: "check"
            text: qsTr("已出示证件")
            onClicked: page.shown()
        }
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: Math.max(height, grid.implicitHeight + 48)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: 24
            y: Math.max(24, (parent.height - implicitHeight) / 2)
            width: page.width - 48
            columns: page.wide ? 2 : 1
            columnSpacing: 40
            rowSpacing: 20

            QrCode {
                objectName: "credentialCode"
                Layout.alignment: Qt.AlignCenter
                Layout.preferredWidth: Math.min(page.wide ? page.width * 0.46 : page.width - 48, page.height - bar.height - 48, 620)
                Layout.preferredHeight: Layout.preferredWidth
                text: page.credential.code
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("证件码，%1 生成").arg(page.credential.madeAt)
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                spacing: 8

                Txt {
                    objectName: "credentialName"
                    Layout.fillWidth: true
                    text: page.credential.name
                    size: Theme.heading * 1.6
                    strong: true
                    color: Theme.paperInk
                }
                Txt {
                    Layout.fillWidth: true
                    text: page.account.role
                    size: Theme.heading
                    color: Theme.paperInk
                }
                Txt {
                    objectName: "credentialCertificate"
                    Layout.fillWidth: true
                    visible: page.credential.certificate !== ""
                    text: qsTr("执法证号：%1").arg(page.credential.certificate)
                    size: Theme.item
                    strong: true
                    color: Theme.paperInk
                }
                Txt {
                    objectName: "credentialRegions"
                    Layout.fillWidth: true
                    text: qsTr("可检查的地区：%1").arg(page.credential.regions)
                    size: Theme.item
                    color: Theme.paperInk
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("设备：%1 · 核对字 %2").arg(page.credential.device).arg(page.account.comparison)
                    size: Theme.body
                    color: Theme.paperInk2
                }
                Txt {
                    objectName: "credentialMade"
                    Layout.fillWidth: true
                    Layout.topMargin: 12
                    text: qsTr("生成于 %1，每分钟换一次；超过 5 分钟的截图，核对时会说出来。").arg(page.credential.madeAt)
                    size: Theme.body
                    color: Theme.paperInk
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("本机不用联网。对方的手机联网后可以核对：码由登记的设备签名，登记在公开日志里，没有注销。%1").arg(page.credential.certificate === "" ? qsTr("执法证件号码请出示纸质证件。") : qsTr("执法证号由管理员在邀请里签过。"))
                    size: Theme.sub
                    color: Theme.paperInk2
                }
                Notice {
                    objectName: "credentialProblem"
                    Layout.fillWidth: true
                    visible: page.credential.problem !== ""
                    tone: "fail"
                    text: page.credential.problem
                }
            }
        }
    }
}
