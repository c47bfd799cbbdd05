import QtQuick
import QtQuick.Layouts
import Plumbline

// The code by which the inspected party rates the visit, held out to it: white whatever the theme. What the office that
// visited learns of it is said beside.
FocusScope {
    id: page

    required property RecordModel record
    readonly property bool wide: width > height

    signal back
    signal papersAsked

    Rectangle {
        anchors.fill: parent
        color: "white"
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("请对方评价")
        subtitle: page.record.siteName
        onBack: page.back()

        ActionButton {
            objectName: "ratePaper"
            symbol: "records"
            text: qsTr("打印告知单")
            onClicked: page.papersAsked()
        }
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: Math.max(height, grid.implicitHeight + 48)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: (page.width - width) / 2
            y: Math.max(24, (parent.height - implicitHeight) / 2)
            width: Math.min(page.width - 48, 1080 * Theme.textScale)
            columns: page.wide ? 2 : 1
            columnSpacing: 40
            rowSpacing: 20

            QrCode {
                objectName: "rateCode"
                Layout.alignment: Qt.AlignCenter
                Layout.preferredWidth: Math.min(page.wide ? grid.width * 0.42 : grid.width, page.height - bar.height - 48, 520)
                Layout.preferredHeight: Layout.preferredWidth
                text: page.record.rateCode === "" ? "" : page.record.ratePage + "#" + page.record.rateCode
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("评价码 %1").arg(page.record.rateCode)
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                spacing: 10

                Txt {
                    Layout.fillWidth: true
                    text: qsTr("请用自己的手机扫码，评价这次检查")
                    size: Theme.heading
                    strong: true
                    color: Theme.paperInk
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("或者打开 %1，输入：").arg(page.record.ratePage)
                    size: Theme.body
                    color: Theme.paperInk
                }
                Txt {
                    objectName: "rateCodeText"
                    Layout.fillWidth: true
                    text: page.record.rateCode
                    size: Theme.heading
                    strong: true
                    color: Theme.paperInk
                    font.family: Theme.mono
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("不用登录，不留姓名，90 天内评一次。记录上传以后才能评，没有网络时请对方过几天再扫。")
                    size: Theme.body
                    color: Theme.paperInk
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("检查机关和检查人员看不到评了什么：满 10 份才公布每一档各有几份，写的话只给上一级机关看，不带单位和日期。")
                    size: Theme.sub
                    color: Theme.paperInk2
                }
                Txt {
                    Layout.fillWidth: true
                    text: qsTr("码在这台平板上，用过没有查得到。请交给对方自己填。")
                    size: Theme.sub
                    color: Theme.paperInk2
                }
            }
        }
    }
}
