import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The app once somebody is signed in: the places at the left (below in portrait), the page over them. Pages that are a
// task of their own (checking, signing, a record) take the whole screen.
FocusScope {
    id: shell

    property string place: "today"
    readonly property bool wide: width > height

    function go(where: string) {
        while (stack.depth > 1)
            stack.pop(null, StackView.Immediate);
        place = where;
    }
    function openCheck() {
        stack.push(checkPage);
    }
    function openRecord(id: string) {
        App.record.show(id);
        stack.push(recordPage);
    }

    Connections {
        target: App.session

        function onOpened(draft: string) {
            if (draft !== "")
                App.check.resume(draft);
        }
    }
    Connections {
        target: App.check

        function onOpened(draft: string) {
            stack.pop(null, StackView.Immediate);
            shell.place = "today";
            stack.push(checkPage, {}, StackView.Immediate);
        }
        function onRefused(sentence: string) {
            toast.say(sentence);
        }
    }
    StackView {
        id: stack

        anchors.fill: parent
        focus: true
        initialItem: homePage
        pushEnter: null
        pushExit: null
        popEnter: null
        popExit: null
        replaceEnter: null
        replaceExit: null
    }
    Component {
        id: homePage

        HomeFrame {
            place: shell.place
            wide: shell.wide
            onWent: where => shell.go(where)
            onDraftPicked: draft => App.check.resume(draft)
            onRecordPicked: record => shell.openRecord(record)
        }
    }
    Component {
        id: checkPage

        CheckPage {
            check: App.check
            sync: App.sync
            onClosed: {
                App.check.leave();
                stack.pop(null);
            }
            onReviewed: stack.push(preflightPage)
        }
    }
    Component {
        id: preflightPage

        PreflightPage {
            check: App.check
            onBack: stack.pop()
            onJumped: item => {
                App.check.goTo(item);
                stack.pop();
            }
            onDiscarded: {
                stack.pop(null, StackView.Immediate);
                App.check.discard(App.check.draft);
            }
            onSigned: {
                App.sign.prepare();
                stack.push(signPage);
            }
        }
    }
    Component {
        id: signPage

        SignPage {
            sign: App.sign
            onBack: stack.pop()
            onFinished: record => {
                stack.pop(null, StackView.Immediate);
                App.check.forget();
                shell.openRecord(record);
            }
        }
    }
    Component {
        id: recordPage

        RecordPage {
            record: App.record
            onBack: stack.pop(null)
            onAmended: record => App.check.amend(record)
        }
    }
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 110
    }
}
