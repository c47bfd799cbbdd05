import QtQuick
import QtQuick.Layouts
import Plumbline

// Fields: empty, filled, within and outside of limits, wrong, read-only, secret, long.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("填写"); size: Theme.heading; strong: true }
    GridLayout {
        width: parent.width
        columns: Math.max(1, Math.floor(width / (260 * Theme.textScale)))
        columnSpacing: 12
        rowSpacing: 12

        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("棚号与作物"); optional: true }
        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("灌溉水温"); unit: "℃"; text: "21.5"; tone: "pass"; hint: qsTr("✓ 在限值内（%1）").arg("≤ 35 ℃") }
        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("灌溉水温"); unit: "℃"; text: "38"; tone: "fail"; hint: qsTr("▲ 超出限值（%1）").arg("≤ 35 ℃") }
        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("检测份数"); text: "3.5"; problem: qsTr("这里要填数字。") }
        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("实际间隔"); unit: qsTr("天"); text: "5"; readOnly: true }
        Field { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: "PIN"; text: "2468"; secret: true }
        DateField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("末次施药日"); value: "2026-11-09" }
        DateField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("采收日") }
    }
    GridLayout {
        width: parent.width
        columns: Math.max(1, Math.floor(width / (400 * Theme.textScale)))
        columnSpacing: 12
        rowSpacing: 12

        TimeField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("到场时刻"); value: "07:30" }
        MomentField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("采样时间"); value: "2026-11-09 07:30" }
        RangeField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("长势"); from: 0; to: 1; step: 0.5; decimals: 1 }
        RangeField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("长势"); from: 1; to: 10; value: "7" }
        TickField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("已向对方说明检查依据和程序") }
        TickField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("已向对方说明检查依据和程序"); ticked: true }
        PickField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("村"); optional: true }
        PickField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("村"); chosen: qsTr("红光村") }
        RankField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("先后次序"); choices: GallerySamples.many }
        RankField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("先后次序"); choices: GallerySamples.many; value: "x" }
        ToldField { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; label: qsTr("说明"); text: qsTr("2 号棚采收日与末次施药日间隔 5 天，标签规定 7 天；其余 3 棚间隔不少于 7 天。") }
    }
    Column {
        width: parent.width
        spacing: 8

        CopyHead { width: parent.width; copy: "a"; label: qsTr("地块 1") }
        CopyHead { width: parent.width; copy: "b"; label: qsTr("地块 2"); foldable: true; folded: true; words: qsTr("4 亩 · 油菜"); problem: qsTr("缺 1 处") }
    }
    AreaField { width: parent.width; label: qsTr("情况说明（现场事实，不下结论）"); placeholder: label }
    AreaField { width: parent.width; label: qsTr("情况说明（现场事实，不下结论）"); text: qsTr("2 号棚采收日与末次施药日间隔 5 天，标签规定 7 天；其余 3 棚间隔不少于 7 天。") }
    AreaField { width: parent.width; most: 96; label: qsTr("情况说明（现场事实，不下结论）"); text: qsTr("2 号棚采收日与末次施药日间隔 5 天，标签规定 7 天；其余 3 棚间隔不少于 7 天。") }
    AreaField { width: parent.width; most: 128; label: qsTr("情况说明（现场事实，不下结论）"); text: qsTr("2 号棚采收日与末次施药日间隔 5 天，标签规定 7 天；其余 3 棚间隔不少于 7 天。") }
    AreaField { width: parent.width; label: qsTr("情况说明（现场事实，不下结论）"); text: "\u202e" + qsTr("说明") }
    Field { width: parent.width; most: 8; label: qsTr("说明"); text: qsTr("红光村") }
}
