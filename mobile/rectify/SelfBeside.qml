import QtQuick
import QtQuick.Layouts
import Plumbline

// What the enterprise said of the item itself, beside what the inspection found.
Card {
    id: card

    required property CaseFinding finding

    component Side: Rectangle {
        id: side

        required property string name
        required property string verdict
        required property string points

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.fillHeight: true
        implicitHeight: inside.implicitHeight + 20
        radius: Theme.radiusSmall
        color: Theme.softOf(verdict)
        border.width: Theme.hairline
        border.color: Theme.line

        Column {
            id: inside

            x: 12
            y: 10
            width: parent.width - 24
            spacing: 3

            Txt {
                width: parent.width
                text: side.name
                size: Theme.caption
                color: Theme.ink2
            }
            StatusWord {
                verdict: side.verdict
                size: Theme.label
                strong: true
                maximumWidth: parent.width
            }
            Txt {
                text: side.points
                size: Theme.label
            }
        }
    }

    implicitHeight: column.implicitHeight + 30

    ColumnLayout {
        id: column

        x: 16
        y: 14
        width: parent.width - 32
        spacing: 10

        GridLayout {
            Layout.fillWidth: true
            columns: width > 220 * Theme.textScale ? 2 : 1

            Txt {
                Layout.fillWidth: true
                text: qsTr("自评与检查")
                size: Theme.label
                strong: true
            }
            Txt {
                text: card.finding.selfDifference
                size: Theme.caption
                color: Theme.ink2
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Side {
                name: qsTr("自评 %1").arg(card.finding.selfDay.slice(5))
                verdict: card.finding.selfVerdict
                points: card.finding.selfScore
            }
            Side {
                name: qsTr("检查 %1").arg(card.finding.checkedDay.slice(5))
                verdict: card.finding.verdict
                points: card.finding.score
            }
        }
        Txt {
            Layout.fillWidth: true
            visible: card.finding.selfNote !== ""
            text: qsTr("自评写的是：“%1”").arg(card.finding.selfNote)
            size: Theme.caption
            color: Theme.ink2
        }
        Txt {
            Layout.fillWidth: true
            visible: card.finding.checkNote !== ""
            text: qsTr("检查员写的是：“%1”").arg(card.finding.checkNote)
            size: Theme.caption
            color: Theme.ink2
        }
    }
}
