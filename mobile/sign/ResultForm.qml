import QtQuick
import QtQuick.Layouts
import Plumbline

// How the result is left with the inspected party. What was not picked is not claimed: "later" stands until then.
Card {
    id: form

    // By the names of records (shared/records/inspection/conduct.h).
    readonly property string way: ["paper", "sent", "refused", "later"][ways.current]
    readonly property string address: way === "sent" ? ["email", "message", "platform", "other"][addresses.current] : ""

    implicitHeight: column.implicitHeight + 36

    ColumnLayout {
        id: column

        x: 18
        y: 18
        width: parent.width - 36
        spacing: 12

        Txt {
            Layout.fillWidth: true
            text: qsTr("检查结果怎么交给对方")
            strong: true
        }
        Segmented {
            id: ways

            options: [qsTr("当场交纸质"), qsTr("电子送达"), qsTr("对方拒收"), qsTr("以后送达")]
            names: ["resultPaper", "resultSent", "resultRefused", "resultLater"]
            current: 3
            onPicked: index => ways.current = index
        }
        Segmented {
            id: addresses

            visible: ways.current === 1
            options: [qsTr("邮箱"), qsTr("短信或微信"), qsTr("政务平台"), qsTr("其他")]
            names: ["resultEmail", "resultMessage", "resultPlatform", "resultOther"]
            current: 0
            onPicked: index => addresses.current = index
        }
        Txt {
            Layout.fillWidth: true
            visible: ways.current === 1
            text: qsTr("只记送达方式，不记号码和地址。")
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
