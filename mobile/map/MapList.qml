import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// The sites beside the map: searched, by what is due or by distance, numbered as on the map.
Rectangle {
    id: panel

    required property MapModel map

    signal sitePicked(string site)

    color: Theme.panel

    Column {
        id: head

        x: 14
        y: 14
        width: parent.width - 28
        spacing: 10

        Field {
            inputName: "mapSearch"
            interim: false
            width: parent.width
            label: qsTr("搜索名称、信用代码")
            text: panel.map.filter
            onEdited: text => panel.map.filter = text
        }
        Segmented {
            width: parent.width
            options: [qsTr("按到期 %1").arg(panel.map.dueCount), qsTr("按距离"), qsTr("全部")]
            names: ["mapByDue", "mapByDistance", "mapAll"]
            current: panel.map.order
            onPicked: index => panel.map.order = index
        }
    }
    ListView {
        id: list

        y: head.y + head.height + 10
        width: parent.width
        height: parent.height - y
        clip: true
        model: panel.map.rows
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0

        ScrollBar.vertical: ScrollBar {}
        delegate: T.AbstractButton {
            id: row

            required property string id
            required property string number
            required property string name
            required property string facts
            required property string away
            required property string due
            required property string urgency
            readonly property bool chosen: id === panel.map.chosen

            objectName: "mapSite_" + id
            width: list.width
            implicitHeight: Math.max(88, words.implicitHeight + 24)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: [number, name, facts, due, away].filter(part => part !== "").join("，")
            onClicked: panel.sitePicked(id)

            background: Rectangle {
                color: row.chosen ? Theme.accentSoft : row.hovered ? Theme.pressed : "transparent"
                border.width: Theme.sunlight && row.chosen ? Theme.chosenBorder : row.visualFocus ? 3 : 0
                border.color: Theme.accent

                Rectangle {
                    width: 4
                    height: parent.height
                    visible: row.chosen
                    color: Theme.accent
                }
                Rectangle {
                    y: parent.height - height
                    width: parent.width
                    height: Theme.hairline
                    color: Theme.line
                }
            }
            contentItem: Item {
                SiteMark {
                    x: 16
                    y: 14
                    due: row.urgency
                    text: row.number
                }
                Column {
                    id: words

                    x: 66
                    y: 12
                    width: parent.width - x - 16
                    spacing: 2

                    Txt {
                        width: parent.width
                        text: row.name
                        size: Theme.label + 1
                        strong: true
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        text: [row.facts, row.away].filter(part => part !== "").join("　")
                        size: Theme.caption
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Txt {
                        width: parent.width
                        visible: row.due !== ""
                        text: row.due
                        size: Theme.caption
                        strong: true
                        color: row.urgency === "overdue" ? Theme.fail : row.urgency === "today" ? Theme.part : Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: parent.width - 32
            visible: list.count === 0 && panel.map.total > 0
            symbol: "place"
            title: panel.map.filter !== "" ? qsTr("没有找到") : qsTr("没有到期的整改")
            text: panel.map.filter !== "" ? qsTr("换一个词试试。") : qsTr("按距离或全部查看其他对象。")
        }
    }
}
