import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// Several lines to type in; it grows with its text.
FocusScope {
    id: field

    required property string label
    property string text: ""
    property string placeholder: ""
    property string problem: ""
    property string hint: ""
    property int minimumLines: 1
    property alias inputName: input.objectName
    readonly property bool editing: input.activeFocus

    signal edited(string text)

    implicitWidth: 320
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0)

    onTextChanged: if (!input.activeFocus && input.text !== text) input.text = text

    Rectangle {
        id: frame

        width: field.width
        height: Math.max(Theme.touch, (caption.visible ? caption.implicitHeight : 0) + input.implicitHeight + 16)
        radius: Theme.radiusSmall
        color: Theme.card
        border.width: input.activeFocus ? 2.5 : Theme.border
        border.color: field.problem ? Theme.fail : input.activeFocus ? Theme.accent : Theme.line

        Txt {
            id: caption

            x: 14
            y: 6
            width: parent.width - 28
            visible: input.text !== "" || input.activeFocus || field.placeholder === ""
            text: field.label
            size: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
        TextArea {
            id: input

            x: 14
            y: caption.visible ? caption.y + caption.height : (frame.height - implicitHeight) / 2
            width: parent.width - 28
            height: Math.max(implicitHeight, field.minimumLines * Theme.body * 1.4)
            padding: 0
            topPadding: 2
            bottomPadding: 2
            font.family: Theme.family
            font.pixelSize: Theme.body
            font.weight: Theme.plain
            color: Theme.ink
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            placeholderText: activeFocus ? "" : field.placeholder
            placeholderTextColor: Theme.ink3
            selectionColor: Theme.accent
            selectedTextColor: Theme.inkOnAccent
            selectByMouse: true
            background: null
            focus: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            KeyNavigation.priority: KeyNavigation.BeforeItem
            KeyNavigation.tab: nextItemInFocusChain()

            onTextChanged: if (activeFocus && text !== field.text) field.edited(text)
            Component.onCompleted: text = field.text
        }
    }
    Txt {
        id: below

        anchors.top: frame.bottom
        anchors.topMargin: 4
        width: field.width
        visible: text !== ""
        text: field.problem ? field.problem : field.hint
        size: Theme.caption
        color: field.problem ? Theme.fail : Theme.ink2
    }
}
