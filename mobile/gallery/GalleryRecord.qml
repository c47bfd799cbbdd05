import QtQuick
import QtQuick.Layouts
import Plumbline

// What belongs to a signed record: its life, its score, its proof, reviews.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("记录"); size: Theme.heading; strong: true }
    Card {
        width: parent.width
        height: good.implicitHeight + 36

        StepLine { id: good; x: 10; y: 18; width: parent.width - 20; model: GallerySamples.steps; reached: 2 }
    }
    Card {
        width: parent.width
        height: bad.implicitHeight + 36

        StepLine { id: bad; x: 10; y: 18; width: parent.width - 20; model: GallerySamples.refusedSteps; reached: 1 }
    }
    GridLayout {
        width: parent.width
        columns: width > 900 * Theme.textScale ? 2 : 1
        columnSpacing: 18
        rowSpacing: 18

        ScoreCard {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            points: "86.4"
            max: "100"
            grade: qsTr("责令改正")
            gradeTone: "part"
            explanation: qsTr("折合 100 分：74.4 ÷ 86 × 100")
            vetoes: 1
            findings: 2
            sections: GallerySamples.sections
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: 14

            FindingsCard { width: parent.width; findings: GallerySamples.findings }
            Fingerprint { width: parent.width; text: "9f3a c41e 77d0 2b95\ne8a6 015c d3f4 6b12" }
            KeyValue { width: parent.width; name: qsTr("检查员签名"); value: qsTr("有效（%1）").arg("EdDSA"); tone: "pass"; symbol: "check" }
            KeyValue { width: parent.width; name: qsTr("前一条记录"); value: qsTr("接不上"); tone: "fail"; symbol: "close" }
            TimeBracket { width: parent.width; after: "08:12"; signed: "09:26"; before: "18:03" }
            TimeBracket { width: parent.width; after: ""; signed: "09:26"; before: "" }
            ReviewCard { width: parent.width; title: qsTr("%1 退回补正 · %2").arg(qsTr("审核员")).arg("11-20 16:40"); comment: qsTr("第 5 项缺出栏记录照片"); items: ""; tone: "part" }
            ReviewCard { width: parent.width; title: qsTr("%1 已接受 · %2").arg(qsTr("审核员")).arg("11-22 10:05"); comment: ""; items: ""; tone: "pass" }
        }
    }
}
