import QtQuick
import QtQuick.Templates as T
import Plumbline

// A choice out of many: what was chosen, and a tap that asks for the list.
T.AbstractButton {
    id: field

    required property string label
    property string chosen: ""
    property string hint: ""
    property string problem: ""
    property bool optional: false

    implicitWidth: 320
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0)
    text: label
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: label + ", " + (chosen ? chosen : qsTr("未选"))

    background: Item {}
    contentItem: Item {
        Rectangle {
            id: frame

            width: parent.width
            height: Math.max(Theme.row, caption.implicitHeight + value.implicitHeight + 16)
            radius: Theme.radiusSmall
            color: field.down ? Theme.accentSoft : Theme.card
            border.width: field.visualFocus ? 3 : Theme.border
            border.color: field.problem ? Theme.fail : field.visualFocus ? Theme.accent : Theme.outline

            Txt {
                id: caption

                x: 14
                y: 6
                width: parent.width - 28
                text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
                size: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
            Txt {
                id: value

                x: 14
                y: caption.y + caption.height
                width: parent.width - x - Theme.icon - 24
                text: field.chosen ? field.chosen : qsTr("查找并选择")
                size: Theme.item
                strong: field.chosen !== ""
                color: field.chosen ? Theme.ink : Theme.ink3
                Accessible.ignored: true
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: 14
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                size: Theme.icon - 2
                color: Theme.ink3
            }
        }
        Txt {
            id: below

            anchors.top: frame.bottom
            anchors.topMargin: 4
            width: parent.width
            visible: text !== ""
            text: field.problem ? field.problem : field.hint
            size: Theme.caption
            color: field.problem ? Theme.fail : Theme.ink2
            Accessible.ignored: true
        }
    }
}
