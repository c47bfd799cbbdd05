import QtQuick
import Plumbline

// Buttons, chips, shapes and words of status.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("按钮"); size: Theme.heading; strong: true }
    Flow {
        width: parent.width
        spacing: 12

        ActionButton { kind: "primary"; text: qsTr("签名并封存") }
        ActionButton { kind: "primary"; symbol: "plus"; text: qsTr("开始检查") }
        ActionButton { kind: "primary"; enabled: false; text: qsTr("去签名") }
        ActionButton { text: qsTr("补充说明"); symbol: "pen" }
        ActionButton { text: qsTr("补充说明"); enabled: false }
        ActionButton { kind: "quiet"; text: qsTr("签字前核对"); symbolAfter: "forward" }
        ActionButton { kind: "danger"; text: qsTr("删除草稿"); symbol: "trash" }
        IconButton { symbol: "back"; text: qsTr("返回") }
        IconButton { symbol: "undo"; text: qsTr("撤销"); enabled: false }
        IconButton { symbol: "clip"; text: qsTr("加入照片"); outlined: true }
        Segmented { options: [qsTr("签字"), qsTr("拒绝签字")]; current: 0 }
        Tabs { width: 200; options: [qsTr("签字"), qsTr("拒绝签字")]; current: 1 }
        Waiting {}
    }
    Txt { text: qsTr("状态"); size: Theme.heading; strong: true }
    Flow {
        width: parent.width
        spacing: 20

        Repeater {
            model: ["pass", "part", "fail", "na", "veto", ""]

            StatusWord {
                required property string modelData

                verdict: modelData
                size: Theme.body
                strong: true
            }
        }
    }
    Flow {
        width: parent.width
        spacing: 10

        Chip { tone: "number"; text: "2.3" }
        Chip { tone: "must"; text: qsTr("强制") }
        Chip { text: qsTr("推荐") }
        Chip { tone: "key"; shape: "star"; text: qsTr("关键项") }
        Chip { tone: "key"; shape: "shape-veto"; text: qsTr("否决项") }
        Chip { tone: "points"; text: qsTr("%1 分").arg(8) }
        Chip { tone: "pass"; shape: "check"; text: qsTr("已接受") }
        Chip { tone: "part"; text: qsTr("待传") }
        Chip { large: true; tone: "points"; bold: true; text: qsTr("得分 %1 / %2").arg("71.5").arg(80) }
    }
    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: ["calendar", "place", "records", "cloud-up", "cloud-done", "cloud-off", "person", "photo", "clip", "shield", "shield-alert", "search", "undo", "lock", "backspace", "settings", "book", "folder", "up", "trash", "refresh", "warning", "info", "pen", "key", "clock", "star", "server", "tablet", "barcode", "eye", "sun", "moon", "contrast"]

            Icon {
                required property string modelData

                name: modelData
                color: Theme.ink
            }
        }
    }
    Notice { width: parent.width; text: qsTr("服务器的日志不一致"); tone: "fail" }
    Notice { width: parent.width; text: qsTr("第 %1 项说明含结论性用语，建议改为现场事实描述。").arg("2.3"); action: qsTr("去修改") }
    Notice { width: parent.width; text: qsTr("各项都已填全，可以请被检查方阅读并签名。"); tone: "pass" }
    Notice { width: parent.width; text: qsTr("草稿只在本机，加密保存；签字后才会上传。"); tone: "info" }
    TestBanner { width: parent.width; text: qsTr("试用：这次填写的不是真正的检查，不作数。") }
    DashedNote { width: parent.width; text: qsTr("草稿只在本机，加密保存；签字后才会上传。") }
    StageTitle {
        width: 420
        text: qsTr("各项都已填全，可以请被检查方阅读并签名。") + qsTr("草稿只在本机，加密保存；签字后才会上传。")
        under: qsTr("已接受")
    }
    ActionFoot {
        width: parent.width
        note: qsTr("待传")
        noteInk: Theme.part

        ActionButton { text: qsTr("补充说明"); symbol: "pen" }
        ActionButton { kind: "primary"; text: qsTr("去签名"); symbol: "pen" }
    }
}
