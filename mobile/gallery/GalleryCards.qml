import QtQuick
import QtQuick.Layouts
import Plumbline

// Cards, lists and navigation.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("卡片"); size: Theme.heading; strong: true }
    GridLayout {
        width: parent.width
        columns: width > 900 * Theme.textScale ? 3 : 1
        columnSpacing: 18
        rowSpacing: 18

        CardColumn {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            title: qsTr("草稿")
            cardName: "sampleCard"
            model: GallerySamples.cards
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: 12

            FindingCard { width: parent.width; text: qsTr("2 号棚安全间隔期不足 2 天"); severity: "minor"; where: qsTr("2 号棚"); due: "2026-11-29" }
            FindingCard { width: parent.width; text: qsTr("快检阳性，待复检"); severity: "critical"; where: ""; due: "2026-12-02" }
            FactCard { width: parent.width; name: qsTr("照片与文件"); value: qsTr("%1 张照片 · 全部已传").arg(14) }
            WaitingCard { width: parent.width; title: qsTr("照片"); detail: "IMG_2041"; bytes: "183 KB"; problem: ""; file: true; progress: 0.4 }
            WaitingCard { width: parent.width; title: qsTr("检查记录"); detail: qsTr("永昌县设施蔬菜标准化示范区"); bytes: "6 KB"; problem: qsTr("服务器算出的得分与记录写的不同，没有收下。"); file: false; progress: 0 }
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: 4

            SectionButton { width: parent.width; title: qsTr("一 投入品管理"); answered: 6; total: 6; remark: qsTr("完成"); tone: "pass" }
            SectionButton { width: parent.width; title: qsTr("二 用药与记录"); answered: 5; total: 9; remark: qsTr("缺 2 处"); tone: "part"; current: true }
            SectionButton { width: parent.width; title: qsTr("三 产品质量"); answered: 5; total: 5; remark: qsTr("1 项不符合"); tone: "fail" }
            Row {
                spacing: 4

                NavButton { symbol: "calendar"; text: qsTr("今日"); current: true }
                NavButton { symbol: "place"; text: qsTr("对象") }
                NavButton { symbol: "cloud-up"; text: qsTr("待传 %1").arg(12); tone: "part" }
            }
            EmptyState { width: parent.width; symbol: "records"; title: qsTr("还没有记录"); text: qsTr("检查签名后，记录会出现在这里，并显示它送到了哪一步。") }
        }
    }
}
