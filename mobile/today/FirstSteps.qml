import QtQuick
import Plumbline

// What Today shows before there is anything of one's own: what is on this tablet, and the way to a first record.
Card {
    id: first

    required property bool ready
    required property int siteCount
    required property int checklistCount

    signal sitesAsked
    signal syncAsked

    implicitHeight: column.implicitHeight + 48

    Column {
        id: column

        x: 24
        y: 24
        width: parent.width - 48
        spacing: 20

        Txt {
            width: parent.width
            text: first.ready ? qsTr("可以开始第一次检查了") : qsTr("先联网同步一次")
            size: Theme.heading
            strong: true
            Accessible.role: Accessible.Heading
        }
        FirstStep {
            width: parent.width
            symbol: first.ready ? "check" : "refresh"
            tone: first.ready ? "pass" : "part"
            title: first.ready ? qsTr("本机有 %1、%2").arg(qsTr("%n 个检查对象", "", first.siteCount)).arg(qsTr("%n 份检查表", "", first.checklistCount)) : qsTr("检查对象和检查表还没有取到本机")
            text: first.ready ? qsTr("没有网络也能检查；有网络时自己更新。") : qsTr("取得以后就可以离线检查。")
            action: first.ready ? qsTr("看检查对象") : qsTr("去同步")
            actionName: first.ready ? "firstSites" : "firstSync"
            onActed: first.ready ? first.sitesAsked() : first.syncAsked()
        }
        FirstStep {
            width: parent.width
            symbol: "pen"
            title: qsTr("选检查对象和检查表，逐项作答、拍照")
            text: qsTr("每答一项都当即加密存在本机，随时可以放下再接着做。")
        }
        FirstStep {
            width: parent.width
            symbol: "shield"
            title: qsTr("签名后成为记录，有网络时自动上传")
            text: qsTr("退回补正、未被收下的记录和没做完的草稿都会出现在这里。")
        }
    }
}
