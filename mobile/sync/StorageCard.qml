import QtQuick
import Plumbline

// What this tablet holds and what is left on it; originals that the server holds can be let go of.
Card {
    id: card

    required property StorageModel storage

    implicitHeight: column.implicitHeight + 28
    Component.onCompleted: storage.refresh()

    Column {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 8

        Column {
            width: parent.width

            Repeater {
                model: card.storage.rows

                KeyValue {
                    required property string id
                    required tone
                    required symbol

                    valueName: "storage_" + id
                    width: column.width
                }
            }
        }
        Txt {
            objectName: "storageReleasable"
            width: parent.width
            visible: text !== ""
            text: card.storage.releasable
            size: Theme.sub
            color: Theme.ink2
        }
        ActionButton {
            objectName: "storageRelease"
            width: Math.min(implicitWidth, parent.width)
            visible: card.storage.releasable !== ""
            symbol: "cloud-done"
            text: card.storage.busy ? qsTr("正在问服务器…") : qsTr("腾出空间")
            enabled: !card.storage.busy
            onClicked: confirm.open()
        }
        Notice {
            objectName: "storageSaid"
            width: parent.width
            visible: text !== ""
            tone: card.storage.failed ? "part" : "pass"
            text: card.storage.said
        }
    }
    ConfirmSheet {
        id: confirm

        title: qsTr("腾出空间")
        text: qsTr("会先再问一次服务器，它确认还有的才放开。缩略图和指纹留在本机，要看原件时联网取回并核对。")
        action: qsTr("放开原件")
        onConfirmed: card.storage.release()
    }
}
