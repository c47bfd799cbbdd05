import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The window: first run, the lock, or the app itself, by who is at the tablet.
ApplicationWindow {
    id: window

    readonly property SessionModel session: App.session
    property Shell shell: null

    visible: true
    minimumWidth: 360
    minimumHeight: 560
    title: session.phase === SessionModel.Open ? qsTr("准绳 · %1").arg(session.name) : qsTr("准绳")
    color: Theme.paper
    font.family: Theme.family
    font.pixelSize: Theme.body

    onClosing: close => {
        if (!App.check.saving.held || !shell)
            return;
        close.accepted = false;
        shell.leave("window");
    }

    Loader {
        anchors.fill: parent
        sourceComponent: {
            switch (window.session.phase) {
            case SessionModel.FirstRun: return firstRun;
            case SessionModel.Locked: return locked;
            case SessionModel.Open: return work;
            default: return null;
            }
        }
        onLoaded: item.forceActiveFocus()
    }
    Component {
        id: firstRun

        FirstRunPage {
            session: App.session
        }
    }
    Component {
        id: locked

        UnlockPage {
            session: App.session
        }
    }
    Component {
        id: work

        Shell {
            onWindowReleased: window.close()
            Component.onCompleted: window.shell = this
        }
    }
}
