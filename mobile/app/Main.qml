import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The window: first run, the lock, or the app itself, by who is at the tablet. Pages are named by their files: QML builds
// the types of everything that a file names before it shows the first of it, and the first frame shows the lock alone.
// The app itself is read while the person looks for the PIN.
ApplicationWindow {
    id: window

    readonly property AccountModel account: App.account
    readonly property Item shell: account.phase === AccountModel.Open && !account.fresh ? pages.item : null
    property Component ahead: null

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
        id: pages

        readonly property string page: {
            switch (window.account.phase) {
            case AccountModel.FirstRun: return "../people/FirstRunPage.qml";
            case AccountModel.Locked: return "../people/UnlockPage.qml";
            case AccountModel.Ended: return "../people/EndedPage.qml";
            case AccountModel.Open: return window.account.fresh ? "../people/ComparisonPage.qml" : "Shell.qml";
            default: return "";
            }
        }

        function show() {
            const given = { account: App.account };
            if (page.endsWith("EndedPage.qml"))
                given.sync = App.sync;
            setSource(page, page === "Shell.qml" ? {} : given);
        }

        anchors.fill: parent
        onPageChanged: show()
        onLoaded: item.forceActiveFocus()
        Component.onCompleted: show()
    }
    Connections {
        target: pages.item
        ignoreUnknownSignals: true

        function onWindowReleased() {
            window.close();
        }
    }
    Timer {
        running: window.account.phase === AccountModel.Locked && !window.ahead
        interval: 50  // the lock is on the screen
        onTriggered: window.ahead = Qt.createComponent("Shell.qml", Component.Asynchronous)
    }
}
