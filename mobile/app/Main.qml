import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The window: first run, the lock, or the app itself, by who is at the tablet.
ApplicationWindow {
    id: window

    readonly property AccountModel account: App.account
    property Shell shell: null

    visible: true
    minimumWidth: 360
    minimumHeight: 560
    title: account.phase === AccountModel.Open ? qsTr("准绳 · %1").arg(account.name) : qsTr("准绳")
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
            switch (window.account.phase) {
            case AccountModel.FirstRun: return firstRun;
            case AccountModel.Locked: return locked;
            case AccountModel.Ended: return ended;
            case AccountModel.Open: return window.account.fresh ? comparison : work;
            default: return null;
            }
        }
        onLoaded: item.forceActiveFocus()
    }
    Component {
        id: firstRun

        FirstRunPage {
            account: App.account
        }
    }
    Component {
        id: locked

        UnlockPage {
            account: App.account
        }
    }
    Component {
        id: ended

        EndedPage {
            account: App.account
            sync: App.sync
        }
    }
    Component {
        id: comparison

        ComparisonPage {
            account: App.account
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
