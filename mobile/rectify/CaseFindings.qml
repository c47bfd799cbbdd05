import QtQuick
import QtQuick.Layouts
import Plumbline

// The findings of a case, what is due first on top; below them the order as it was signed.
Item {
    id: pane

    required property CaseModel rectification
    required property string chosen

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
