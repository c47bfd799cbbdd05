import QtQuick
import QtQuick.Templates as T
import Plumbline

// Something to be acknowledged: a box and a sentence, ticked or taken back by a tap.
T.AbstractButton {
    id: field

    required property string label
    property bool ticked: false
    property bool optional: false
    property string hint: ""

    implicitWidth: 320
    implicitHeight: Math.max(Theme.row, words.implicitHeight + 24)
    text: label
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: label
    Accessible.checkable: true
    Accessible.checked: ticked

    background: Rectangle {
        radius: Theme.radiusSmall
        color: field.ticked ? Theme.accentSoft : field.down ? Theme.accentSoft : Theme.card
        border.width: field.visualFocus ? 3 : field.ticked ? (Theme.sunlight ? 4 : 2) : Theme.border
        border.color: field.visualFocus || field.ticked ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        Rectangle {
            id: box

            x: 16
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.icon + 4
            height: width
            radius: 5
            color: field.ticked ? Theme.accent : Theme.card
            border.width: 2
            border.color: field.ticked ? Theme.accent : Theme.ink3

            Icon {
                anchors.centerIn: parent
                visible: field.ticked
                name: "check"
                size: Theme.icon - 2
                color: Theme.inkOnAccent
            }
        }
        Column {
            id: words

            x: box.x + box.width + 14
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 14
            spacing: 2

            Txt {
                width: parent.width
                text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: field.hint
                size: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
