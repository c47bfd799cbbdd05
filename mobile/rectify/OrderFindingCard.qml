import QtQuick
import QtQuick.Layouts
import Plumbline

// One finding of an order while it is composed: whether it is in it, its facts, its clause and how that stands on the
// day, what is demanded, and until when.
Card {
    id: card

    required property string id
    required property string no
    required property string title
    required property string severity
    required property bool included
    required property string facts
    required property string requirement
    required property string clause
    required property string standing
    required property string status
    required property int term
    required property string due
    required property string source
    required property string problem

    signal includedPicked(bool included)
    signal factsEdited(string text)
    signal requirementEdited(string text)
    signal statusPicked(string status)
    signal termPicked(int days)
    signal dayPicked(string day)

    readonly property list<string> states: ["", "in_force", "upcoming", "superseded", "withdrawn"]
    readonly property list<int> terms: [7, 15, 30]

    implicitHeight: column.implicitHeight + 32

    ColumnLayout {
        id: column

        x: 18
        y: 16
        width: parent.width - 36
        spacing: 12

        GridLayout {
            Layout.fillWidth: true
            columns: width > 520 * Theme.textScale ? 2 : 1
            columnSpacing: 12

            Txt {
                Layout.fillWidth: true
                text: card.no + "  " + card.title
                strong: true
                size: Theme.label
            }
            Segmented {
                options: [qsTr("下达"), qsTr("不下达")]
                names: ["include_" + card.id, "leave_" + card.id]
                current: card.included ? 0 : 1
                onPicked: index => card.includedPicked(index === 0)
            }
        }
        AreaField {
            Layout.fillWidth: true
            visible: card.included
            inputName: "facts_" + card.id
            label: qsTr("现场事实")
            minimumLines: 2
            text: card.facts
            onEdited: text => card.factsEdited(text)
        }
        ColumnLayout {
            Layout.fillWidth: true
            visible: card.included && card.clause !== ""
            spacing: 6

            Txt {
                Layout.fillWidth: true
                text: qsTr("依据：%1").arg(card.clause)
                size: Theme.sub
            }
            Txt {
                objectName: "standing_" + card.id
                Layout.fillWidth: true
                visible: text !== ""
                text: card.standing
                size: Theme.sub
                color: Theme.part
            }
            Segmented {
                options: [qsTr("状态未核对"), qsTr("现行"), qsTr("即将实施"), qsTr("被代替"), qsTr("废止")]
                names: card.states.map(state => "clause_" + (state || "unknown") + "_" + card.id)
                current: card.states.indexOf(card.status)
                onPicked: index => card.statusPicked(card.states[index])
            }
        }
        AreaField {
            Layout.fillWidth: true
            visible: card.included
            inputName: "requirement_" + card.id
            label: qsTr("整改要求")
            minimumLines: 2
            text: card.requirement
            onEdited: text => card.requirementEdited(text)
        }
        GridLayout {
            Layout.fillWidth: true
            visible: card.included
            columns: width > 780 * Theme.textScale ? 2 : 1
            columnSpacing: 12
            rowSpacing: 10

            Segmented {
                options: card.terms.map(days => qsTr("%1 个工作日").arg(days))
                names: card.terms.map(days => "term" + days + "_" + card.id)
                current: card.terms.indexOf(card.term)
                onPicked: index => card.termPicked(card.terms[index])
            }
            DateField {
                Layout.fillWidth: true
                inputName: "due_" + card.id
                label: qsTr("整改期限")
                value: card.due
                problem: card.problem
                onPicked: value => card.dayPicked(value)
            }
        }
        Txt {
            objectName: "source_" + card.id
            Layout.fillWidth: true
            visible: card.included
            text: card.source
            size: Theme.caption
            color: Theme.ink2
        }
    }
}
