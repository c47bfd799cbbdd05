import QtQuick
import QtQuick.Layouts
import Plumbline

// The record on paper, as the inspected party reads it: always dark on white.
Rectangle {
    id: paper

    required property SignModel sign
    property string party: ""
    property string colleague: ""
    property real minimumHeight: 0

    component Words: Txt {
        Layout.fillWidth: true
        size: Theme.caption
        lineHeight: 1.3
        color: Theme.paperInk
    }
    component Fact: GridLayout {
        id: fact

        required property string name
        required property string value

        visible: value !== ""
        columns: paper.width < 300 * Theme.textScale ? 1 : 2
        columnSpacing: 12
        rowSpacing: 0

        Words {
            Layout.fillWidth: false
            Layout.preferredWidth: 110 * Theme.textScale
            Layout.alignment: Qt.AlignTop
            text: fact.name
            color: Theme.paperInk2
        }
        Words {
            text: fact.value
        }
    }

    implicitHeight: Math.max(minimumHeight, column.implicitHeight + 56)
    radius: 4
    color: Theme.paperWhite
    border.width: 1
    border.color: Theme.paperLine
    Accessible.role: Accessible.Document
    Accessible.name: title.text

    ColumnLayout {
        id: column

        x: 30
        y: 28
        width: parent.width - 60
        spacing: 8

        Txt {
            id: title

            Layout.fillWidth: true
            Layout.bottomMargin: 8
            horizontalAlignment: Text.AlignHCenter
            text: paper.sign.assessing ? qsTr("企业自评报告") : qsTr("现场检查记录")
            size: Theme.item
            strong: true
            font.letterSpacing: Settings.language === "zh" ? 4 : 0
            color: Theme.paperInk
        }
        Fact { Layout.fillWidth: true; name: paper.sign.assessing ? qsTr("自评单位") : qsTr("被检查对象"); value: paper.sign.siteName }
        Fact { Layout.fillWidth: true; name: qsTr("证照上的名称"); value: paper.sign.licence }
        Fact { Layout.fillWidth: true; name: qsTr("信用代码"); value: paper.sign.siteCode }
        Fact { Layout.fillWidth: true; name: qsTr("地址"); value: paper.sign.address }
        Fact { Layout.fillWidth: true; name: qsTr("现场情况"); value: paper.sign.facts }
        Fact { Layout.fillWidth: true; name: paper.sign.assessing ? qsTr("类型") : qsTr("检查类型"); value: paper.sign.kind }
        Fact { Layout.fillWidth: true; name: qsTr("起止时间"); value: paper.sign.period }
        Fact { Layout.fillWidth: true; name: paper.sign.assessing ? qsTr("负责人") : qsTr("检查人员"); value: paper.colleague ? paper.sign.signer + qsTr("、") + paper.colleague : paper.sign.signer }
        Fact { Layout.fillWidth: true; name: qsTr("陪同人"); value: paper.party }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.paperLine
        }
        Words {
            text: paper.sign.assessing ? qsTr("自评情况") : qsTr("检查情况")
            strong: true
        }
        Words {
            objectName: "reportBasis"
            text: paper.sign.basis
        }
        Repeater {
            model: paper.sign.statements

            RowLayout {
                id: statement

                required property string text
                required property string tone

                Layout.fillWidth: true
                spacing: 10

                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 5
                    name: Theme.shapeOf(statement.tone)
                    size: 12
                    color: Theme.paperInk
                }
                Words {
                    text: statement.text
                }
            }
        }
        Words {
            Layout.topMargin: 8
            visible: !paper.sign.assessing && paper.sign.findings.count > 0
            text: qsTr("责令整改")
            strong: true
        }
        Repeater {
            model: paper.sign.assessing ? null : paper.sign.findings

            RowLayout {
                id: finding

                required property string no
                required property string text
                required property string where
                required property string due

                Layout.fillWidth: true
                spacing: 10

                Words {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 34 * Theme.textScale
                    Layout.alignment: Qt.AlignTop
                    text: finding.no
                }
                Words {
                    text: finding.where ? qsTr("%1（%2）").arg(finding.text).arg(finding.where) : finding.text
                }
                Words {
                    Layout.fillWidth: false
                    Layout.alignment: Qt.AlignTop
                    text: finding.due ? finding.due : qsTr("当场")
                    wrapMode: Text.NoWrap
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: 8
            implicitHeight: 1
            color: Theme.paperLine
        }
        Words {
            objectName: "reportConclusion"
            visible: text !== ""
            text: paper.sign.conclusion ? qsTr("结论：%1").arg(paper.sign.conclusion) : ""
            strong: true
        }
        Words {
            text: paper.sign.attachments
            color: Theme.paperInk2
        }
    }
}
