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
    property int most: TextRule.text  // bytes; nothing is cut, what is more is said
    readonly property string ownProblem: secret ? "" : TextRule.problem(input.text, most)
    readonly property bool acceptable: ownProblem === ""
    readonly property string saidProblem: problem ? problem : ownProblem
    // On the line as long as there is nothing above which it could stand.
    readonly property bool onLine: input.text === "" && !input.activeFocus && placeholder === "" && !readOnly
    property int inputHints: Qt.ImhNone
    // What an input method still composes stands in the field and is told like the rest, so that nothing of it is lost
    // with the app or the page; not where it is looked for.
    property bool interim: true
    readonly property bool composing: input.preeditText !== ""
    property alias inputName: input.objectName
    readonly property bool editing: input.activeFocus

    function standing() {
        return input.text.slice(0, input.cursorPosition) + input.preeditText + input.text.slice(input.cursorPosition);
    }
    // An input method puts in what it composes when the field is left; where none did, the letters stay.
    function settle() {
        if (input.activeFocus || !composing)
            return;
        input.text = standing();
        edited(input.text);
        finished(input.text);
    }

    signal edited(string text)
    signal finished(string text)

    implicitWidth: 220
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0) + (clean.visible ? clean.implicitHeight : 0)

    // While somebody types, the field is theirs: a canonical form of half a number must not push into it.
    onTextChanged: if (!(follows && input.activeFocus) && !composing && input.text !== text) show()
    // A long text is seen from its beginning, unless somebody writes at its end.
    function show() {
        input.text = text;
        if (!input.activeFocus)
            input.cursorPosition = 0;
    }

    Rectangle {
        id: frame

        width: field.width
        height: Math.max(Theme.row, over.implicitHeight + input.implicitHeight + 14)
        radius: Theme.radiusSmall
        color: field.readOnly ? Theme.panel : field.tone ? Theme.softOf(field.tone) : Theme.card
        border.width: input.activeFocus ? 2.5 : Theme.border
        border.color: field.saidProblem ? Theme.fail : input.activeFocus ? Theme.accent : field.tone ? Theme.colorOf(field.tone) : Theme.outline

        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.IBeamCursor
            onClicked: input.forceActiveFocus()
        }
        Txt {
            id: caption

            x: 14
            y: field.onLine ? (frame.height - height) / 2 : 6
            width: parent.width - 28 - (field.onLine && unitText.visible ? unitText.implicitWidth + 8 : 0)
            text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
            size: field.onLine ? Theme.label : Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
        // As high as the label is over a text, whichever it shows now: nothing moves when one begins to type.
        Txt {
            id: over

            width: caption.width
            visible: false
            text: caption.text
            size: Theme.caption
        }
        TextField {
            id: input

            x: 14
            y: 6 + over.implicitHeight
            width: parent.width - 28 - (unitText.visible ? unitText.implicitWidth + 8 : 0)
            leftPadding: 0
            rightPadding: 0
            topPadding: 0
            bottomPadding: 0
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
            maximumLength: 1 << 30
            inputMethodHints: field.inputHints
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            background: null
            focus: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.saidProblem ? field.saidProblem : below.text

            onTextEdited: field.edited(text)
            onPreeditTextChanged: if (field.interim && activeFocus) field.edited(field.standing())
            onActiveFocusChanged: if (!activeFocus && field.composing) Qt.callLater(field.settle)
            onEditingFinished: {
                field.finished(text);
                if (field.follows && text !== field.text)
                    text = field.text;
            }
            Component.onCompleted: field.show()
        }
        Txt {
            id: unitText

            anchors.right: parent.right
            anchors.rightMargin: 14
            y: input.y + input.baselineOffset - baselineOffset
            visible: field.unit !== ""
            text: field.unit
            size: Theme.sub
            color: Theme.ink2
            wrapMode: Text.NoWrap
        }
    }
    Txt {
        id: below

        readonly property string room: field.secret ? "" : TextRule.room(input.text, field.most)

        objectName: input.objectName + "_below"
        anchors.top: frame.bottom
        anchors.topMargin: 4
        width: field.width
        visible: text !== ""
        text: field.saidProblem ? field.saidProblem : room ? room : field.hint
        size: Theme.caption
        color: field.saidProblem ? Theme.fail : room ? Theme.part : field.tone ? Theme.colorOf(field.tone) : Theme.ink2
    }
    ActionButton {
        id: clean

        objectName: input.objectName + "_clean"
        y: below.y + below.height
        x: -Theme.space
        visible: !field.acceptable && !field.readOnly && TextRule.cleanable(input.text)
        kind: "quiet"
        text: qsTr("去掉这些字符")
        font.pixelSize: Theme.label
        onClicked: {
            input.text = TextRule.cleaned(input.text);
            field.edited(input.text);
            field.finished(input.text);
        }
    }
}
