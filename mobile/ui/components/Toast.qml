import QtQuick
import Plumbline

// A short word about something that happened; it leaves by itself.
Rectangle {
    id: toast

    property string text: ""

    function say(sentence: string) {
        text = sentence;
        if (sentence !== "")
            timer.restart();
    }

    width: Math.min(parent ? parent.width - 48 : 400, words.implicitWidth + 48)
    height: words.implicitHeight + 28
    radius: 24
    color: Theme.ink
    opacity: text === "" ? 0 : 1
    visible: opacity > 0
    z: 100
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation { duration: Theme.quick }
    }

    Txt {
        id: words

        objectName: "toastText"
        anchors.centerIn: parent
        width: Math.min(implicitWidth, (toast.parent ? toast.parent.width : 500) - 96)
        text: toast.text
        size: Theme.label
        color: Theme.card
        Accessible.ignored: true
    }
    Timer {
        id: timer

        interval: 4000
        onTriggered: toast.text = ""
    }
}
