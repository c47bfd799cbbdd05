import QtQuick
import Plumbline

// The score as a figure, its grade, vetoes and findings, then section by section, and the rule that made it.
Card {
    id: card

    required property string points
    required property string max
    required property string grade
    required property string gradeTone
    required property int vetoes
    required property int findings
    required property RowModel sections
    property string advice: ""
    property string explanation: ""

    implicitHeight: column.implicitHeight + 32
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("得分 %1 / %2 %3").arg(points).arg(max).arg(grade)

    Column {
        id: column

        y: 16
        width: parent.width
        spacing: 10

        Flow {
            x: 20
            width: parent.width - 40
            spacing: 12

            Row {
                spacing: 8

                Txt {
                    id: figure

                    objectName: "scoreFigure"
                    text: card.points
                    size: Theme.figure
                    strong: true
                    wrapMode: Text.NoWrap
                }
                Txt {
                    anchors.baseline: figure.baseline
                    text: "/ " + card.max
                    color: Theme.ink2
                    wrapMode: Text.NoWrap
                }
            }
            Item {
                width: grade.implicitWidth
                height: Math.max(figure.height, grade.implicitHeight)
                visible: card.grade !== ""

                StatusWord {
                    id: grade

                    anchors.verticalCenter: parent.verticalCenter
                    verdict: card.gradeTone
                    text: card.grade
                    size: Theme.body
                    strong: true
                    maximumWidth: column.width - 60
                }
            }
            Row {
                height: figure.height
                spacing: 8

                Chip {
                    anchors.verticalCenter: parent.verticalCenter
                    shape: "shape-veto"
                    tone: card.vetoes > 0 ? "key" : ""
                    text: qsTr("否决 %1").arg(card.vetoes)
                }
                Chip {
                    anchors.verticalCenter: parent.verticalCenter
                    shape: "shape-fail"
                    tone: card.findings > 0 ? "must" : ""
                    text: qsTr("问题 %1").arg(card.findings)
                }
            }
        }
        Txt {
            x: 20
            width: parent.width - 40
            visible: text !== ""
            text: card.advice
            size: Theme.sub
            color: Theme.ink2
        }
        Column {
            width: parent.width

            Repeater {
                model: card.sections

                SectionLine {
                    required depth

                    width: parent.width
                }
            }
        }
        Txt {
            objectName: "scoreExplanation"
            x: 20
            width: parent.width - 40
            visible: text !== ""
            text: card.explanation
            size: Theme.caption
            color: Theme.ink2
        }
    }
}
