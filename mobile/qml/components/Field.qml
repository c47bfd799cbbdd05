import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// One line to type in, with its label inside the frame. `edited` comes with every change made by the person, `finished`
// when they leave the field or press Enter. A problem shows in words under it.
FocusScope {
    id: field

    required property string label
    property string text: ""
    property string unit: ""
    property string placeholder: ""
    property string problem: ""
    property string hint: ""
    property string tone: ""
    property bool secret: false
    property bool readOnly: false
    property bool optional: false
    property bool follows: false  // shows `text` again when the person is done, whatever was typed
    property int maximumLength: 2000
    property int inputHints: Qt.ImhNone
    property alias inputName: input.objectName
    readonly property bool editing: input.activeFocus

    signal edited(string text)
    signal finished(string text)

    implicitWidth: 220
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0)

    // While somebody types, the field is theirs: a canonical form of half a number must not push into it.
    onTextChanged: if (!(follows && input.activeFocus) && input.text !== text) input.text = text

    Rectangle {
        id: frame

        width: field.width
        height: Math.max(Theme.row, caption.implicitHeight + input.implicitHeight + 14)
        radius: Theme.radiusSmall
        color: field.readOnly ? Theme.panel : field.tone ? Theme.softOf(field.tone) : Theme.card
        border.width: input.activeFocus ? 2.5 : Theme.border
        border.color: field.problem ? Theme.fail : input.activeFocus ? Theme.accent : field.tone ? Theme.colorOf(field.tone) : Theme.line

        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.IBeamCursor
            onClicked: input.forceActiveFocus()
        }
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
        TextField {
            id: input

            x: 14
            y: caption.y + caption.height
            width: parent.width - 28 - (unitText.visible ? unitText.implicitWidth + 8 : 0)
            padding: 0
            font.family: Theme.family
            font.pixelSize: Theme.item
            font.weight: Theme.strong
            color: Theme.ink
            placeholderText: field.placeholder
            placeholderTextColor: Theme.ink3
            selectionColor: Theme.accent
            selectedTextColor: Theme.inkOnAccent
            selectByMouse: true
            readOnly: field.readOnly
            maximumLength: field.maximumLength
            inputMethodHints: field.inputHints
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            background: null
            focus: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.problem ? field.problem : field.hint

            onTextEdited: field.edited(text)
            onEditingFinished: {
                field.finished(text);
                if (field.follows && text !== field.text)
                    text = field.text;
            }
            Component.onCompleted: text = field.text
        }
        Txt {
            id: unitText

            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.baseline: input.baseline
            visible: field.unit !== ""
            text: field.unit
            size: Theme.sub
            color: Theme.ink2
            wrapMode: Text.NoWrap
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
        color: field.problem ? Theme.fail : field.tone ? Theme.colorOf(field.tone) : Theme.ink2
    }
}
