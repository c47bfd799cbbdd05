import QtQuick
import Plumbline

// Holds the way out while something is not saved: it waits for a write that is under way, and asks where one failed or
// something that was typed cannot be kept.
Sheet {
    id: sheet

    required property CheckModel check
    property string way: ""
    property bool leaving: false
    readonly property bool waiting: check.saving.state === "saving"

    signal released(string way)

    // Goes on at once where nothing would be lost.
    function leave(where: string) {
        way = where;
        leaving = true;
        look();
    }
    function look() {
        if (!leaving)
            return;
        if (!check.saving.held) {
            leaving = false;
            close();
            released(way);
        } else if (waiting) {
            patience.start();  // as a rule it is done before anybody could read that it is not
        } else {
            open();
        }
    }

    wish: 620
    title: waiting ? qsTr("正在存…") : qsTr("还有内容没有存上")
    onClosed: leaving = false

    Connections {
        target: sheet.check.saving

        function onChanged() {
            sheet.look();
        }
    }
    Timer {
        id: patience

        interval: 400
        onTriggered: if (sheet.leaving && sheet.check.saving.held) sheet.open()
    }
    Txt {
        objectName: "unsavedText"
        width: parent.width
        visible: text !== ""
        text: sheet.check.saving.unsaved
    }
    Txt {
        width: parent.width
        visible: !sheet.waiting
        text: qsTr("现在离开，这些内容就没有了。已经存上的不受影响。")
        color: Theme.ink2
        size: Theme.label
    }
    Flow {
        width: parent.width
        spacing: 12
        layoutDirection: Qt.RightToLeft

        ActionButton {
            objectName: "unsavedStay"
            width: Math.min(implicitWidth, parent.width)
            kind: "primary"
            text: qsTr("留下来")
            onClicked: sheet.close()
        }
        ActionButton {
            objectName: "unsavedLeave"
            width: Math.min(implicitWidth, parent.width)
            visible: !sheet.waiting
            kind: "danger"
            text: qsTr("不要了，离开")
            onClicked: sheet.check.saving.abandon()
        }
    }
}
