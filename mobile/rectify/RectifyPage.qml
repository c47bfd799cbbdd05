import QtQuick
import QtQuick.Layouts
import Plumbline

// The findings that are to be put right, of all cases: by what is to be done about them, what is due first on top.
FocusScope {
    id: page

    required property CasesModel cases
    readonly property bool wide: width > 900 * Theme.textScale

    signal picked(string card)

    onVisibleChanged: cases.watched = visible
    Component.onCompleted: cases.watched = visible
    Component.onDestruction: cases.watched = false

    ListView {
        id: list

        objectName: "caseList"
        x: page.wide ? 28 : Theme.space
        width: parent.width - 2 * x
        height: parent.height
        topMargin: Theme.edge
        bottomMargin: Theme.edge
        spacing: 12
        clip: true
        cacheBuffer: 0
        reuseItems: true
        displayMarginBeginning: 320
        displayMarginEnd: 320
        boundsBehavior: Flickable.StopAtBounds
        model: page.cases.rows

        header: Column {
            width: list.width
            bottomPadding: 16
            spacing: 16

            PageHead {
                width: parent.width
                title: qsTr("整改")
                subtitle: page.cases.overdue > 0 ? qsTr("逾期 %1 个 · 先到期在前").arg(page.cases.overdue) : qsTr("先到期在前")
            }
            Notice {
                width: parent.width
                visible: page.cases.problem !== ""
                tone: "fail"
                text: page.cases.problem
            }
            Tabs {
                width: parent.width
                options: page.cases.columns
                names: page.cases.names
                current: page.cases.column
                onPicked: index => page.cases.column = index
            }
        }
        delegate: ListCard {
            required property int index
            required property string id
            required subtitle
            required leftText
            required rightText
            required rightTone
            required edge

            objectName: "finding" + index
            width: list.width
            onClicked: page.picked(id)
        }
        footer: Column {
            width: list.width
            topPadding: 12
            spacing: 12

            Item {
                width: parent.width
                height: nothing.implicitHeight + 80
                visible: page.cases.ready && page.cases.rows.count === 0

                EmptyState {
                    id: nothing

                    anchors.centerIn: parent
                    width: Math.min(480 * Theme.textScale, parent.width)
                    symbol: "check"
                    title: page.cases.emptyTitle
                    text: page.cases.emptyText
                }
            }
            DashedNote {
                width: parent.width
                visible: page.cases.ready && !page.cases.complete
                text: qsTr("还在整理记录，列表可能不全。")
            }
            ActionButton {
                objectName: "casesMore"
                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.cases.more
                text: qsTr("再显示一些")
                onClicked: page.cases.showMore()
            }
        }
    }
}
