import QtQuick
import QtQuick.Layouts
import Plumbline

// Standards and statutes, searched offline: number in any spelling, title, clause, initials of the pinyin; with what holds
// on the day that is chosen.
FocusScope {
    id: page

    required property StandardsModel standards
    readonly property bool wide: width > 900 * Theme.textScale

    signal picked(string name)
    signal back

    Component.onCompleted: standards.refresh()

    ListView {
        id: list

        property bool moved: false  // by hand, away from its head

        anchors.fill: parent
        anchors.leftMargin: page.wide ? 28 : Theme.space
        anchors.rightMargin: anchors.leftMargin
        boundsBehavior: Flickable.StopAtBounds
        spacing: 10
        model: page.standards.rows
        cacheBuffer: 0
        displayMarginBeginning: 1000
        displayMarginEnd: 1000
        onMovementEnded: moved = !atYBeginning

        header: ColumnLayout {
            width: list.width
            spacing: 14
            // What is told in it comes after the list: it grows upwards, out of sight.
            onHeightChanged: {
                if (!list.moved)
                    list.positionViewAtBeginning();
            }

            Item { implicitHeight: Theme.edge - 14; implicitWidth: 1 }
            PageHead {
                id: head

                Layout.fillWidth: true
                columns: width < (page.standards.ownCount > 0 ? 720 : 300) * Theme.textScale ? 1 : 3
                title: qsTr("标准与条文")
                subtitle: qsTr("本机 %1 部，来自标准目录（%2）和 %3 份检查表，离线可查").arg(page.standards.total).arg(page.standards.asOf).arg(page.standards.checklists)

                ActionButton {
                    objectName: "ownFeedback"
                    Layout.fillWidth: head.columns === 1
                    Layout.maximumWidth: implicitWidth
                    visible: page.standards.ownCount > 0
                    symbol: "pen"
                    text: qsTr("我的意见 %1，已答复 %2").arg(page.standards.ownCount).arg(page.standards.answeredCount)
                    onClicked: own.open()
                }
                ActionButton {
                    objectName: "standardsBack"
                    Layout.fillWidth: head.columns === 1
                    Layout.maximumWidth: implicitWidth
                    symbol: "back"
                    text: qsTr("返回")
                    onClicked: page.back()
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: page.wide ? 2 : 1
                columnSpacing: 14
                rowSpacing: 12

                Field {
                    inputName: "standardSearch"
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    label: qsTr("搜索编号、名称、条文、拼音首字母")
                    onEdited: text => page.standards.query = text
                }
                DateField {
                    inputName: "standardDay"
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    label: qsTr("按哪一天的状态")
                    value: page.standards.day
                    onPicked: value => page.standards.day = value
                }
            }
            Notice {
                Layout.fillWidth: true
                visible: page.standards.unread !== ""
                tone: "fail"
                text: page.standards.unread
            }
            Txt {
                objectName: "standardsCount"
                Layout.fillWidth: true
                text: page.standards.near ? qsTr("没有完全一样的，下面 %1 部是相近的").arg(list.count) : qsTr("%1 部").arg(list.count)
                size: Theme.label
                strong: true
                color: Theme.ink2
            }
            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: 24
                visible: list.count === 0 && page.standards.total > 0
                symbol: "book"
                title: qsTr("没有找到")
                text: qsTr("换一个词试试：编号可以不写空格，名称可以只写拼音首字母。本机没有的标准，联网同步检查表后会多出来。")
            }
            Item { implicitHeight: 1; implicitWidth: 1 }
        }
        footer: Item { height: Theme.edge; width: 1 }

        delegate: StandardCard {
            objectName: "standard" + index
            width: list.width
            onClicked: page.picked(id)
        }
    }
    OwnFeedbackSheet {
        id: own

        standards: page.standards
        onPicked: name => {
            own.close();
            page.picked(name);
        }
    }
}
