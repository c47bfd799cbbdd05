import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plumbline

// What the inspection before found, and how its worst items stand in the self-assessment now.
Card {
    id: card

    required property AssessModel assess

    signal picked
    signal itemPicked(string item)

    implicitHeight: column.implicitHeight + 28

    ColumnLayout {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 4

        T.AbstractButton {
            id: head

            objectName: "inspectedHead"
            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.touch, headColumn.implicitHeight)
            text: card.assess.inspectedHead
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: [card.assess.inspectedHead, card.assess.inspectedPoints + " " + card.assess.inspectedMax, card.assess.inspectedFindings].join(", ")
            onClicked: card.picked()

            background: Rectangle {
                radius: Theme.radiusSmall
                color: head.down ? Theme.pressed : "transparent"
                border.width: head.visualFocus ? 3 : 0
                border.color: Theme.accent
            }
            contentItem: Item {
                Column {
                    id: headColumn

                    width: parent.width
                    spacing: 2

                    Txt {
                        width: parent.width
                        text: card.assess.inspectedHead
                        size: Theme.sub
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Flow {
                        width: parent.width
                        spacing: 10

                        Txt {
                            text: card.assess.inspectedPoints
                            size: Math.round(Theme.heading * 1.08)
                            strong: true
                            Accessible.ignored: true
                        }
                        Txt {
                            height: Math.round(Theme.heading * 1.3)
                            verticalAlignment: Text.AlignBottom
                            text: card.assess.inspectedMax
                            size: Theme.sub
                            color: Theme.ink2
                            Accessible.ignored: true
                        }
                        Chip {
                            large: true
                            text: card.assess.inspectedFindings
                        }
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            visible: card.assess.worst.count > 0
            implicitHeight: Theme.hairline
            color: Theme.line2
        }
        Txt {
            Layout.fillWidth: true
            visible: card.assess.worst.count > 0
            text: qsTr("上次失分最多的 %n 项，这次：", "", card.assess.worst.count)
            size: Theme.sub
            color: Theme.ink2
        }
        Repeater {
            model: card.assess.worst

            WorstLine {
                required property string id
                required property int index

                objectName: "worst" + index
                Layout.fillWidth: true
                onClicked: card.itemPicked(id)
            }
        }
        Item { Layout.fillHeight: true }
    }
}
