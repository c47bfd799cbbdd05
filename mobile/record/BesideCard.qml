import QtQuick
import QtQuick.Layouts
import Plumbline

// One item as the inspector and the enterprise see it, side by side; one below the other where it is narrow.
Card {
    id: card

    required property string no
    required property string text
    required property bool differs
    required property string inspectedVerdict
    required property string inspectedPoints
    required property string inspectedWords
    required property string assessedVerdict
    required property string assessedPoints
    required property string assessedWords

    component Side: ColumnLayout {
        id: side

        required property string head
        required property string verdict
        required property string points
        required property string words
        property bool strong: false

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        spacing: 2

        Txt {
            Layout.fillWidth: true
            text: side.head
            size: Theme.caption
            color: Theme.ink2
        }
        Flow {
            Layout.fillWidth: true
            spacing: 10

            StatusWord {
                visible: side.verdict !== ""
                verdict: side.verdict
                strong: side.strong
            }
            Txt {
                text: side.verdict !== "" ? side.points : qsTr("没有问到")
                size: Theme.label
                color: Theme.ink2
            }
        }
        Txt {
            Layout.fillWidth: true
            visible: text !== ""
            text: side.words !== "" ? qsTr("“%1”").arg(side.words) : ""
            size: Theme.sub
        }
    }

    implicitHeight: column.implicitHeight + 28
    border.color: differs ? Theme.partLine : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: [no + " " + text, qsTr("检查：%1 %2").arg(Theme.wordOf(inspectedVerdict)).arg(inspectedPoints), qsTr("自评：%1 %2").arg(Theme.wordOf(assessedVerdict)).arg(assessedPoints)].join(", ")

    ColumnLayout {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 10

        Txt {
            Layout.fillWidth: true
            text: card.no + "  " + card.text
            size: Theme.label
            strong: card.differs
            Accessible.ignored: true
        }
        GridLayout {
            Layout.fillWidth: true
            columns: card.width > 480 * Theme.textScale ? 2 : 1
            columnSpacing: 16
            rowSpacing: 10

            Side {
                head: qsTr("检查")
                verdict: card.inspectedVerdict
                points: card.inspectedPoints
                words: card.inspectedWords
                strong: card.differs
            }
            Side {
                head: qsTr("自评")
                verdict: card.assessedVerdict
                points: card.assessedPoints
                words: card.assessedWords
                strong: card.differs
            }
        }
    }
}
