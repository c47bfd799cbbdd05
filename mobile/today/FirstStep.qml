import QtQuick
import Plumbline

// One of the first steps: a sign, what it is, and where it is done.
Item {
    id: step

    required property string symbol
    required property string title
    required property string text
    property string tone: ""
    property string action: ""
    property string actionName: ""
    readonly property bool stacked: width < 560 * Theme.textScale

    signal acted

    implicitHeight: stacked && button.visible ? words.implicitHeight + button.implicitHeight + 8 : Math.max(words.implicitHeight, button.visible ? button.implicitHeight : 0)

    Icon {
        y: 2
        name: step.symbol
        color: step.tone ? Theme.colorOf(step.tone) : Theme.ink2
    }
    Column {
        id: words

        x: Theme.icon + 16
        width: step.width - x - (button.visible && !step.stacked ? button.width + 16 : 0)
        spacing: 4

        Txt {
            width: parent.width
            text: step.title
            strong: true
        }
        Txt {
            width: parent.width
            text: step.text
            size: Theme.sub
            color: Theme.ink2
        }
    }
    ActionButton {
        id: button

        objectName: step.actionName
        x: step.stacked ? words.x : step.width - width
        y: step.stacked ? words.implicitHeight + 8 : 0
        visible: step.action !== ""
        text: step.action
        onClicked: step.acted()
    }
}
