import QtQuick
import QtQuick.Layouts
import Plumbline

// Sync where no network comes at all: a file goes to the server on a stick, and its answer comes back.
Card {
    id: card

    required property PackModel pack

    implicitHeight: column.implicitHeight + 36

    Column {
        id: column

        x: 18
        y: 18
        width: parent.width - 36
        spacing: 12

        Txt {
            width: parent.width
            text: qsTr("没有网络：用文件同步")
            size: Theme.label
            strong: true
        }
        Txt {
            width: parent.width
            text: qsTr("把待传内容写进一个加密的交换包，由任何人带到有网络的地方转交；服务器的回执带回来，本机照样逐条核验。")
            size: Theme.sub
            color: Theme.ink2
        }
        Notice {
            objectName: "packSaid"
            width: parent.width
            visible: card.pack.said !== ""
            tone: card.pack.tone
            text: card.pack.said
        }
        Flow {
            width: parent.width
            spacing: 12

            ActionButton {
                objectName: "packWrite"
                width: Math.min(implicitWidth, parent.width)
                symbol: "cloud-up"
                text: card.pack.busy ? qsTr("请稍等") : qsTr("写交换包")
                enabled: !card.pack.busy
                onClicked: folder.open()
            }
            ActionButton {
                objectName: "packTake"
                width: Math.min(implicitWidth, parent.width)
                symbol: "cloud-done"
                text: qsTr("取回执")
                enabled: !card.pack.busy
                onClicked: sheet.ask("take")
            }
            ActionButton {
                objectName: "packCarry"
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                symbol: "person"
                text: qsTr("替同事转交")
                enabled: !card.pack.busy
                onClicked: sheet.ask("carry")
            }
        }
    }
    FileSheet {
        id: sheet

        property string step: ""

        function ask(what: string) {
            step = what;
            open();
        }

        pictures: false
        names: ["*.plumbpack"]
        title: step === "take" ? qsTr("选择回执") : qsTr("选择同事的交换包")
        onPicked: path => step === "take" ? card.pack.take(path) : card.pack.carry(path)
    }
    FolderSheet {
        id: folder

        onPicked: path => card.pack.write(path)
    }
}
