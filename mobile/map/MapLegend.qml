import QtQuick
import Plumbline

// What the marks mean: by shape and colour.
Card {
    id: legend

    readonly property list<string> states: ["overdue", "today", "later", "none"]
    readonly property list<string> words: [qsTr("逾期"), qsTr("今天到期"), qsTr("之后到期"), qsTr("无到期")]
    property real across: 0

    function measure() {
        let sum = 0;
        for (let i = 0; i < items.count; ++i)
            sum += (items.itemAt(i)?.implicitWidth ?? 0) + row.spacing;
        across = sum - row.spacing;
    }

    implicitWidth: across + 32
    implicitHeight: row.implicitHeight + 20

    Flow {
        id: row

        x: 16
        y: 10
        width: legend.width - 32
        spacing: 14

        Repeater {
            id: items

            model: legend.words
            onItemAdded: legend.measure()

            Row {
                id: one

                required property string modelData
                required property int index

                spacing: 6
                onImplicitWidthChanged: legend.measure()

                SiteMark {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 18
                    height: 18
                    due: legend.states[one.index]
                }
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    text: one.modelData
                    size: Theme.caption
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
