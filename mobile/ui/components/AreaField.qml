import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// Several lines to type in; it grows with its text up to about a dozen, beyond that the text scrolls inside, so that what
// is said of it stays in sight. Another `place` is another text: what was typed at the one before is not carried over.
FocusScope {
    id: field

    required property string label
    property string text: ""
    property string placeholder: ""
    property string problem: ""
    property string hint: ""
    property string place: ""
    property int minimumLines: 1
    property int most: TextRule.text  // bytes; nothing is cut, what is more is said
    property alias inputName: input.objectName
    readonly property bool editing: input.activeFocus
    // What an input method still composes is told like the rest, so that nothing of it is lost with the app or the page.
    readonly property bool composing: input.preeditText !== ""
    readonly property string ownProblem: TextRule.problem(input.text, most)
    readonly property bool acceptable: ownProblem === ""
    readonly property string saidProblem: problem ? problem : ownProblem

    signal edited(string text)

    implicitWidth: 320
    implicitHeight: frame.height + (below.visible ? below.height + 4 : 0) + (clean.visible ? clean.implicitHeight : 0)

    property string shownPlace: ""

    // While somebody types, the field is theirs; at another place it shows what stands there.
    function follow() {
        if (((!input.activeFocus && !composing) || shownPlace !== place) && input.text !== text)
            input.text = text;
    }
    function standing() {
        return input.text.slice(0, input.cursorPosition) + input.preeditText + input.text.slice(input.cursorPosition);
    }
    function tell() {
        if (input.activeFocus && shownPlace === place && standing() !== text)
            edited(standing());
    }
    // An input method puts in what it composes when the field is left; where none did, the letters stay.
    function settle() {
        if (!input.activeFocus && composing)
            input.text = standing();
    }
    onTextChanged: follow()
    onPlaceChanged: Qt.callLater(arrive)
    function arrive() {
        follow();
        shownPlace = place;
    }

    Rectangle {
        id: frame

        width: field.width
        height: Math.max(Theme.touch, (caption.visible ? caption.implicitHeight : 0) + scroll.height + 16)
        radius: Theme.radiusSmall
        color: Theme.card
        border.width: input.activeFocus ? 2.5 : Theme.border
        border.color: field.saidProblem ? Theme.fail : input.activeFocus ? Theme.accent : Theme.outline

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
            visible: input.text !== "" || input.activeFocus || field.placeholder === ""
            text: field.label
            size: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
        Flickable {
            id: scroll

            x: 14
            y: caption.visible ? caption.y + caption.height : (frame.height - height) / 2
            width: parent.width - 28
            height: Math.min(Math.max(input.implicitHeight, field.minimumLines * Theme.body * 1.4), Theme.body * 18)
            contentWidth: width
            contentHeight: input.implicitHeight
            interactive: contentHeight > height + 1
            clip: interactive
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {
                policy: scroll.interactive ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
            }

            TextArea.flickable: TextArea {
                id: input

                leftPadding: 0
                rightPadding: 0
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
                Accessible.description: below.text
                // Tab leads on from here; what is next is known only when it is pressed.
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

                onTextChanged: field.tell()
                onPreeditTextChanged: field.tell()
                onActiveFocusChanged: if (!activeFocus && field.composing) Qt.callLater(field.settle)
                Component.onCompleted: text = field.text
            }
        }
    }
    Txt {
        id: below

        readonly property string room: TextRule.room(input.text, field.most)

        objectName: input.objectName + "_below"
        anchors.top: frame.bottom
        anchors.topMargin: 4
        width: field.width
        visible: text !== ""
        text: field.saidProblem ? field.saidProblem : room ? room : field.hint
        size: Theme.caption
        color: field.saidProblem ? Theme.fail : room ? Theme.part : Theme.ink2
    }
    ActionButton {
        id: clean

        objectName: input.objectName + "_clean"
        y: below.y + below.height
        x: -Theme.space
        visible: !field.acceptable && TextRule.cleanable(input.text)
        kind: "quiet"
        text: qsTr("去掉这些字符")
        font.pixelSize: Theme.label
        onClicked: {
            input.text = TextRule.cleaned(input.text);
            field.edited(input.text);
        }
    }
}
