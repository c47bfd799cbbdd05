import QtQuick
import QtQuick.Layouts
import Plumbline

// What lacks, who works on it, and the way on: the next item, or submitting once nothing lacks. Once it is submitted,
// the record's fingerprint.
Rectangle {
    id: foot

    required property AssessModel assess
    property bool wide: true
    readonly property bool filling: assess.stage === "filling"

    signal filled
    signal reviewed
    signal recordAsked

    implicitHeight: grid.implicitHeight + (wide ? 32 : 24)
    color: wide ? Theme.paper : Theme.card

    Rectangle {
        visible: !foot.wide
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    GridLayout {
        id: grid

        x: foot.wide ? 28 : Theme.space
        y: foot.wide ? 12 : 12
        width: parent.width - 2 * x
        columns: foot.wide ? 2 : 1
        columnSpacing: 16
        rowSpacing: 10

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Txt {
                objectName: "assessLack"
                Layout.fillWidth: true
                text: foot.filling ? foot.assess.lack : foot.assess.stage === "accepted" ? qsTr("已通过审核") : foot.assess.stage === "returned" ? qsTr("退回补正") : qsTr("已提交，等待审核")
                size: Theme.label
                strong: true
                color: foot.filling && foot.assess.complete || foot.assess.stage === "accepted" ? Theme.pass : foot.assess.stage === "returned" ? Theme.part : Theme.ink
            }
            Txt {
                objectName: "assessTogether"
                Layout.fillWidth: true
                text: foot.filling ? foot.assess.together : foot.assess.recordWords
                size: Theme.sub
                color: Theme.ink2
            }
        }
        GridLayout {
            readonly property real both: lacking.implicitWidth + primary.implicitWidth + columnSpacing

            Layout.fillWidth: !foot.wide
            Layout.alignment: Qt.AlignRight
            columns: foot.wide || grid.width >= both ? 2 : 1
            columnSpacing: 16
            rowSpacing: 8

            ActionButton {
                id: lacking

                objectName: "assessReview"
                Layout.fillWidth: !foot.wide
                visible: foot.filling && foot.assess.begun && !foot.assess.complete
                text: qsTr("看缺什么")
                enabled: !foot.assess.busy
                onClicked: foot.reviewed()
            }
            ActionButton {
                id: primary

                objectName: foot.filling ? foot.assess.complete ? "assessSubmit" : "assessGoOn" : "assessRecord"
                Layout.fillWidth: !foot.wide
                kind: "primary"
                symbolAfter: "forward"
                text: !foot.filling ? qsTr("看记录") : foot.assess.complete ? qsTr("核对并提交") : foot.assess.goOn
                enabled: !foot.assess.busy
                onClicked: !foot.filling ? foot.recordAsked() : foot.assess.complete ? foot.reviewed() : foot.filled()
            }
        }
    }
}
