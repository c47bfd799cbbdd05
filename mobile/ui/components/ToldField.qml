import QtQuick
import Plumbline

// An answer that is only shown, and longer than a number: it wraps.
Rectangle {
    id: field

    required property string label
    property string text: ""
    property string hint: ""
    property string inputName: ""

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 18
    radius: Theme.radiusSmall
    color: Theme.panel
    border.width: Theme.border
    border.color: Theme.line

    Column {
        id: column

        x: 14
        y: 8
        width: parent.width - 28
        spacing: 2

        Txt {
            width: parent.width
            text: field.label
            size: Theme.caption
            color: Theme.ink2
        }
        Txt {
            objectName: field.inputName
            width: parent.width
            text: field.text
            strong: true
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: field.hint
            size: Theme.caption
            color: Theme.ink2
        }
    }
}
