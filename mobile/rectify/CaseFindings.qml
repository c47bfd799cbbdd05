import QtQuick
import QtQuick.Layouts
import Plumbline

// The findings of a case, what is due first on top; below them the order as it was signed, behind the last of them where
// the screen is low or its words are large.
Item {
    id: pane

    required property CaseModel rectification
    required property string chosen
    readonly property bool tight: height < (Theme.textScale > 1.3 ? 1000 : 420)

    signal picked(string item)
    signal orderAsked
    signal recheckAsked
    signal papersAsked
    signal composeAsked

    RowLayout {
        id: head

        x: 16
        y: 12
        width: parent.width - 32

        Txt {
            Layout.fillWidth: true
            text: qsTr("先到期在前")
            size: Theme.caption
            color: Theme.ink2
        }
        Txt {
            text: pane.rectification.today
            size: Theme.caption
            color: Theme.ink2
            wrapMode: Text.NoWrap
        }
    }
    ListView {
        id: list

        objectName: "caseFindings"
        x: 12
        y: head.y + head.height + 8
        width: parent.width - 24
        height: foot.y - y - 8
        clip: true
        spacing: 8
        cacheBuffer: 0
        displayMarginBeginning: 320
        displayMarginEnd: 320
        boundsBehavior: Flickable.StopAtBounds
        model: pane.rectification.findings
        footer: Item {
            width: list.width
            height: pane.tight ? papers.height + 8 : 0
        }

        delegate: CaseFindingButton {
            required property string id
            required property int index

            objectName: "case_" + id
            width: list.width
            chosen: id === pane.chosen
            onClicked: pane.picked(id)
        }
    }
    Column {
        id: foot

        x: 12
        y: parent.height - height - 12
        width: parent.width - 24
        spacing: 8

        ActionButton {
            objectName: "composeOrder"
            width: parent.width
            visible: pane.rectification.found > 0 && !pane.rectification.enterprise
            kind: "primary"
            symbol: "pen"
            text: qsTr("下达整改 %1").arg(pane.rectification.found)
            onClicked: pane.composeAsked()
        }
        ActionButton {
            objectName: "beginRecheck"
            width: parent.width
            visible: pane.rectification.recheckable
            symbol: "check"
            text: qsTr("现场复查")
            onClicked: pane.recheckAsked()
        }
        Column {
            id: papers

            parent: pane.tight && list.footerItem ? list.footerItem : foot
            y: pane.tight ? 8 : 0
            width: foot.width
            spacing: 8

            ActionButton {
                objectName: "showOrder"
                width: parent.width
                visible: pane.rectification.order !== ""
                symbol: "records"
                text: qsTr("整改通知书原文")
                onClicked: pane.orderAsked()
            }
            ActionButton {
                objectName: "orderPapers"
                width: parent.width
                visible: pane.rectification.order !== ""
                symbol: "records"
                text: qsTr("打印或保存通知书")
                onClicked: pane.papersAsked()
            }
        }
    }
}
