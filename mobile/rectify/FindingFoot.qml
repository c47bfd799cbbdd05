import QtQuick
import QtQuick.Layouts
import Plumbline

// What is to be done next about the open finding, by whoever is signed in; what comes up rarely stands behind 其他.
Rectangle {
    id: foot

    required property CaseFinding finding
    required property ReportModel report
    required property bool writing
    required property bool enterprise
    // What has a button of its own; the rest is behind "其他".
    readonly property list<string> first: enterprise ? ["delivered"] : ["extended", "extension_refused", "verified", "rejected"]
    readonly property list<string> others: finding.may.filter(kind => !first.includes(kind) && (kind !== "reported" || !writing) && kind !== "ordered")
    readonly property bool narrow: width < 640 * Theme.textScale

    signal acted(string kind)
    signal submitted
    signal composeAsked

    function wordOf(kind: string): string {
        switch (kind) {
        case "delivered": return enterprise ? qsTr("签收整改通知") : qsTr("登记送达");
        case "reported": return qsTr("补充上报");
        case "extension_requested": return qsTr("申请延期");
        case "objected": return qsTr("陈述申辩");
        case "extended": return qsTr("同意延期");
        case "extension_refused": return qsTr("不同意");
        case "verified": return qsTr("通过");
        case "rejected": return qsTr("不通过");
        case "withdrawn": return qsTr("撤回整改");
        case "handed_over": return qsTr("移送");
        default: return qsTr("终止");
        }
    }

    visible: finding.may.length > 0
    implicitHeight: grid.implicitHeight + 24
    color: Theme.card

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    GridLayout {
        id: grid

        x: foot.narrow ? Theme.space : Theme.edge
        y: 12
        width: parent.width - 2 * x
        columns: foot.narrow ? 1 : 2
        rowSpacing: 8

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            StatusWord {
                objectName: "reportLack"
                visible: foot.writing
                verdict: foot.report.lacking > 0 ? "part" : "pass"
                text: foot.report.lacking > 0 ? qsTr("还差 %1 项：%2").arg(foot.report.lacking).arg(foot.report.lack) : qsTr("可以提交")
                size: Theme.label
                strong: true
                maximumWidth: grid.width * (foot.narrow ? 1 : 0.55)
            }
            Txt {
                objectName: "reportSaved"
                Layout.fillWidth: true
                // Where there is little room, only what somebody has to know.
                visible: foot.writing && text !== ""
                text: foot.report.problem ? foot.report.problem : foot.narrow ? foot.report.saved : (foot.report.saved ? foot.report.saved + " · " : "") + qsTr("提交后有网络时自动送达检查员")
                size: Theme.caption
                color: foot.report.problem ? Theme.fail : Theme.ink2
            }
        }
        Flow {
            id: buttons

            Layout.fillWidth: foot.narrow
            Layout.alignment: Qt.AlignRight
            Layout.preferredWidth: foot.narrow ? -1 : Math.min(natural, grid.width * (foot.writing ? 0.6 : 1))
            readonly property real natural: {
                let sum = 0;
                for (let i = 0; i < children.length; ++i)
                    sum += children[i].visible && children[i].implicitWidth > 0 ? children[i].implicitWidth + spacing : 0;
                return sum;
            }
            layoutDirection: foot.narrow ? Qt.LeftToRight : Qt.RightToLeft
            spacing: 10

            ActionButton {
                objectName: "submitReport"
                width: Math.min(implicitWidth, buttons.width)
                visible: foot.writing
                kind: "primary"
                symbolAfter: "forward"
                text: foot.report.busy ? qsTr("正在提交…") : qsTr("提交复查")
                enabled: foot.report.lacking === 0 && !foot.report.busy
                onClicked: foot.submitted()
            }
            ActionButton {
                objectName: "composeThis"
                width: Math.min(implicitWidth, buttons.width)
                visible: foot.finding.may.includes("ordered")
                kind: "primary"
                symbol: "pen"
                text: qsTr("下达整改")
                onClicked: foot.composeAsked()
            }
            Repeater {
                model: foot.first.filter(kind => foot.finding.may.includes(kind))

                ActionButton {
                    required property string modelData
                    required property int index

                    objectName: "do_" + modelData
                    width: Math.min(implicitWidth, buttons.width)
                    kind: index === 0 && !foot.writing ? "primary" : "plain"
                    text: foot.wordOf(modelData)
                    onClicked: foot.acted(modelData)
                }
            }
            ActionButton {
                objectName: "otherActs"
                width: Math.min(implicitWidth, buttons.width)
                visible: foot.others.length > 1
                text: qsTr("其他")
                symbolAfter: "forward"
                onClicked: more.open()
            }
            ActionButton {
                objectName: visible ? "do_" + foot.others[0] : ""
                width: Math.min(implicitWidth, buttons.width)
                visible: foot.others.length === 1
                text: visible ? foot.wordOf(foot.others[0]) : ""
                onClicked: foot.acted(foot.others[0])
            }
        }
    }
    Sheet {
        id: more

        title: qsTr("其他处理")
        wish: 420

        Repeater {
            model: foot.others

            ActionButton {
                required property string modelData

                objectName: "do_" + modelData
                width: parent.width
                text: foot.wordOf(modelData)
                onClicked: {
                    more.close();
                    foot.acted(modelData);
                }
            }
        }
    }
}
