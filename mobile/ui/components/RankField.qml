import QtQuick
import Plumbline

// Choices to be put in order, by arrows. As long as nobody did, their order says nothing and shows no numbers.
Column {
    id: field

    required property string label
    required property RowModel choices
    property string value: ""
    property string hint: ""
    property string problem: ""
    property string inputName: ""
    property bool optional: false
    readonly property bool ordered: value !== ""

    signal moved(string name, int by)

    spacing: 8

    Txt {
        width: parent.width
        text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
        size: Theme.sub
        color: Theme.ink2
    }
    Rectangle {
        width: parent.width
        height: rows.height
        radius: Theme.radiusSmall
        color: Theme.card
        border.width: Theme.border
        border.color: field.problem ? Theme.fail : Theme.outline

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: field.choices

                Item {
                    id: row

                    required property string id
                    required property string label
                    required property int index

                    width: rows.width
                    height: Math.max(Theme.row, words.implicitHeight + 16)

                    Rectangle {
                        x: 14
                        width: parent.width - 28
                        height: Theme.hairline
                        visible: row.index > 0
                        color: Theme.line
                    }
                    Txt {
                        id: place

                        x: 16
                        anchors.verticalCenter: parent.verticalCenter
                        width: 32 * Theme.textScale
                        text: field.ordered ? row.index + 1 : "·"
                        strong: true
                        color: field.ordered ? Theme.accentInk : Theme.ink3
                    }
                    Txt {
                        id: words

                        x: place.x + place.width + 8
                        anchors.verticalCenter: parent.verticalCenter
                        width: up.x - x - 8
                        text: row.label
                    }
                    IconButton {
                        id: up

                        objectName: field.inputName + "_up_" + row.id
                        anchors.verticalCenter: parent.verticalCenter
                        anchors.right: down.left
                        symbol: "up"
                        enabled: row.index > 0
                        text: qsTr("上移：%1").arg(row.label)
                        onClicked: field.moved(row.id, -1)
                    }
                    IconButton {
                        id: down

                        objectName: field.inputName + "_down_" + row.id
                        anchors.verticalCenter: parent.verticalCenter
                        anchors.right: parent.right
                        anchors.rightMargin: 4
                        symbol: "up"
                        rotation: 180
                        enabled: row.index + 1 < field.choices.count
                        text: qsTr("下移：%1").arg(row.label)
                        onClicked: field.moved(row.id, 1)
                    }
                }
            }
        }
    }
    ActionButton {
        objectName: field.inputName + "_keep"
        visible: !field.ordered && field.choices !== null && field.choices.count > 0
        symbol: "check"
        font.pixelSize: Theme.label
        text: qsTr("就按这个次序")
        onClicked: field.moved("", 0)
    }
    Txt {
        width: parent.width
        visible: text !== ""
        text: field.problem ? field.problem : field.hint
        size: Theme.caption
        color: field.problem ? Theme.fail : Theme.ink2
    }
}
