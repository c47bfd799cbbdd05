import QtQuick
import QtQuick.Layouts
import Plumbline

// A key that was revoked, proved by the log: who did it, when and why, and what can still be done. Nothing of the vault is
// shown; what was signed and not sent can be let out.
Rectangle {
    id: page

    required property AccountModel account
    required property SyncModel sync

    color: Theme.paper
    Component.onCompleted: sync.refresh()

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 64)
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(760 * Theme.textScale, page.width - 2 * Theme.space)
            spacing: 18

            Txt {
                objectName: "endedTitle"
                Layout.fillWidth: true
                text: qsTr("%1：这台平板的密钥已注销").arg(page.account.name)
                size: Theme.title
                strong: true
                Accessible.role: Accessible.Heading
            }
            Notice {
                objectName: "endedRevoked"
                Layout.fillWidth: true
                visible: page.sync.revoked !== ""
                tone: "fail"
                text: page.sync.revoked
            }
            Txt {
                Layout.fillWidth: true
                text: qsTr("本机已锁定，记录、照片和草稿都加密存着，没有删除。要继续工作，请管理员重新发一份邀请，登记后再签。")
                lineHeight: 1.4
            }
            Txt {
                Layout.fillWidth: true
                visible: page.sync.unsent
                text: qsTr("签过还没送达的记录可以导出，连同照片一起交给管理员：注销以前签的内容，它的签名仍可核验；是否采用由管理员决定。")
                lineHeight: 1.4
            }
            Notice {
                objectName: "endedExported"
                Layout.fillWidth: true
                visible: page.sync.exported !== ""
                tone: "info"
                text: page.sync.exported
            }
            Flow {
                Layout.fillWidth: true
                spacing: 12

                ActionButton {
                    objectName: "endedExport"
                    width: Math.min(implicitWidth, parent.width)
                    kind: "primary"
                    symbol: "share"
                    visible: page.sync.unsent
                    text: qsTr("导出没有送达的记录")
                    onClicked: page.sync.exportUnsent()
                }
                ActionButton {
                    objectName: "endedLock"
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "lock"
                    text: qsTr("锁定")
                    onClicked: page.account.lock()
                }
                ActionButton {
                    objectName: "endedEnrol"
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "plus"
                    text: qsTr("用新的邀请登记")
                    onClicked: page.account.addPerson()
                }
            }
        }
    }
}
