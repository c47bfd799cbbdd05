import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// Everything that was signed, newest first; more is read as the end of the list comes into sight.
FocusScope {
    id: page

    required property RecordsModel records
    readonly property bool wide: width > 900 * Theme.textScale

    property string beginWord: ""  // of the way to the first record; "" where there is none from here

    signal startAsked
    signal picked(string record)

    onVisibleChanged: records.watched = visible
    Component.onCompleted: records.watched = visible
    Component.onDestruction: records.watched = false

    ColumnLayout {
        x: page.wide ? 28 : Theme.space
        y: Theme.edge
        width: page.width - 2 * x
        height: page.height - y
        spacing: 16

        PageHead {
            Layout.fillWidth: true
            title: qsTr("记录")
            subtitle: qsTr("签过名的记录不能更改；更正另作补正，两份都保留。")
        }
        Segmented {
            options: [qsTr("记录"), qsTr("试用记录")]
            names: ["realRecords", "testRecords"]
            current: page.records.tests ? 1 : 0
            onPicked: index => page.records.tests = index === 1
        }
        TestBanner {
            objectName: "testList"
            Layout.fillWidth: true
            radius: Theme.radiusSmall
            visible: page.records.tests
            text: qsTr("试用记录：只为试用检查表而作，不计入任何统计，不审核、不整改、不公示。")
        }
        Field {
            visible: !page.records.tests
            inputName: "recordSearch"
            interim: false
            Layout.fillWidth: true
            Layout.maximumWidth: 640
            label: qsTr("搜索对象、被检查方、检查表、编号、指纹、人名")
            hint: page.records.filter.trim() === "" ? "" : page.records.lookedThrough ? qsTr("找到 %1 条").arg(page.records.found) : qsTr("找到 %1 条，还在查找更早的记录…").arg(page.records.found)
            text: page.records.filter
            onEdited: text => page.records.filter = text
        }
        Notice {
            Layout.fillWidth: true
            visible: page.records.problem !== ""
            tone: "fail"
            text: page.records.problem
        }
        ListView {
            id: list

            objectName: "recordList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 12
            model: page.records.rows
            boundsBehavior: Flickable.StopAtBounds
            // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
            cacheBuffer: 0
            reuseItems: true
            displayMarginBeginning: 800
            displayMarginEnd: 800
            onAtYEndChanged: if (atYEnd) page.records.readOn()

            delegate: ListCard {
                required property int index
                required property string id
                required title
                required subtitle
                required leftText
                required rightText
                required rightTone
                required edge

                objectName: "record" + index
                width: list.width
                onClicked: page.picked(id)
            }
            EmptyState {
                anchors.centerIn: parent
                visible: list.count === 0 && page.records.read && page.records.lookedThrough
                symbol: "records"
                title: page.records.tests ? qsTr("还没有试用记录") : page.records.filter.trim() === "" ? qsTr("还没有记录") : qsTr("没有找到")
                text: page.records.tests ? qsTr("开始检查时选“试用模式”，签名后的记录会列在这里。") : page.records.filter.trim() === "" ? page.beginWord !== "" ? qsTr("检查签名后，记录会出现在这里，并显示它送到了哪一步。") : qsTr("提交的自评和对您单位的检查会出现在这里，并显示送到了哪一步。") : qsTr("换一个词试试。")
                action: page.records.filter.trim() === "" && !page.records.tests ? page.beginWord : ""
                onActed: page.startAsked()
            }
            Waiting {
                anchors.centerIn: parent
                visible: list.count === 0 && !(page.records.read && page.records.lookedThrough)
            }
        }
    }
}
