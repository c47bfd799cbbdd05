import QtQuick
import QtQuick.Layouts
import Plumbline

// The order on paper, as the enterprise reads it: always dark on white.
Rectangle {
    id: sheet

    required property OrderPaperText paper

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
        columns: sheet.width < 300 * Theme.textScale ? 1 : 2
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
    component Rule: Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: 4
        Layout.bottomMargin: 4
        implicitHeight: 1
        color: Theme.paperLine
    }

    implicitHeight: column.implicitHeight + 56
    radius: 4
    color: Theme.paperWhite
    border.width: 1
    border.color: Theme.paperLine
    Accessible.role: Accessible.Document
    Accessible.name: qsTr("责令整改通知书")

    ColumnLayout {
        id: column

        x: Math.min(30, sheet.width * 0.06)
        y: 28
        width: parent.width - 2 * x
        spacing: 8

        Txt {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("责令整改通知书")
            size: Theme.item
            strong: true
            font.letterSpacing: Settings.language === "zh" ? 4 : 0
            color: Theme.paperInk
        }
        Words {
            objectName: "orderNumber"
            Layout.bottomMargin: 8
            horizontalAlignment: Text.AlignHCenter
            text: sheet.paper.number ? qsTr("编号 %1").arg(sheet.paper.number) : qsTr("编号在签名时产生")
            color: Theme.paperInk2
        }
        Fact { Layout.fillWidth: true; name: qsTr("被检查对象"); value: sheet.paper.siteName }
        Fact { Layout.fillWidth: true; name: qsTr("信用代码"); value: sheet.paper.siteCode }
        Fact { Layout.fillWidth: true; name: qsTr("地址"); value: sheet.paper.address }
        Rule {}
        Words {
            text: sheet.paper.basis
        }
        Repeater {
            model: sheet.paper.lines

            ColumnLayout {
                id: line

                required property string no
                required property string facts
                required property string clause
                required property string requirement
                required property string due

                Layout.fillWidth: true
                Layout.topMargin: 6
                spacing: 3

                Words {
                    text: qsTr("第 %1 项　期限 %2").arg(line.no).arg(line.due)
                    strong: true
                }
                Fact { Layout.fillWidth: true; name: qsTr("事实"); value: line.facts }
                Fact { Layout.fillWidth: true; name: qsTr("依据"); value: line.clause }
                Fact { Layout.fillWidth: true; name: qsTr("要求"); value: line.requirement }
            }
        }
        Rule {}
        Words {
            text: sheet.paper.counted
        }
        Fact { Layout.fillWidth: true; name: qsTr("救济途径"); value: sheet.paper.remedies }
        Fact { Layout.fillWidth: true; name: qsTr("联系人"); value: sheet.paper.contact }
        Fact { Layout.fillWidth: true; name: qsTr("送达"); value: sheet.paper.delivery }
        Image {
            Layout.preferredWidth: 200
            Layout.preferredHeight: 80
            visible: sheet.paper.signature !== "" && status !== Image.Error
            source: sheet.paper.signature
            sourceSize: Qt.size(400, 160)
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("签收人的手写签名")
        }
        Rule {}
        Words {
            horizontalAlignment: Text.AlignRight
            text: [sheet.paper.office, sheet.paper.signer, sheet.paper.day].filter(part => part !== "").join("\n")
        }
        Words {
            visible: sheet.paper.fingerprint !== ""
            text: qsTr("指纹 %1").arg(sheet.paper.fingerprint)
            font.family: Theme.mono
            color: Theme.paperInk2
        }
    }
}
