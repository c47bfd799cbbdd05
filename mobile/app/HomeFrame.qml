import QtQuick
import QtQuick.Layouts
import Plumbline

// The places of the app and the one that is open.
FocusScope {
    id: frame

    required property string place
    required property bool wide
    property string startSite: ""

    signal went(string where)
    signal draftPicked(string draft)
    signal recordPicked(string record)
    signal sitePicked(string site)
    signal taskPicked(string task)
    signal findingPicked(string card)
    signal threadPicked(string thread)
    signal leaveAsked(string way)
    signal standardPicked(string name)
    signal amended(string record)
    signal compareAsked
    signal credentialAsked

    // A start from elsewhere begins without the site of the one before.
    onPlaceChanged: if (place !== "start") startSite = ""

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    NavBar {
        id: nav

        z: 1
        x: 0
        y: frame.wide ? 0 : frame.height - height
        width: frame.wide ? implicitWidth : frame.width
        height: frame.wide ? frame.height : implicitHeight
        upright: frame.wide
        enterprise: App.account.enterprise
        toDo: App.needs.toDo
        place: frame.place
        person: App.account.name
        sync: App.sync
        onPersonAsked: frame.leaveAsked("lock")
        onWent: where => frame.went(where)
    }
    Loader {
        id: loader

        x: frame.wide ? nav.width : 0
        width: frame.width - x
        height: frame.wide ? frame.height : frame.height - nav.height
        focus: true
        clip: true
        sourceComponent: {
            switch (frame.place) {
            case "assess": return assess;
            case "sites": return sites;
            case "records": return records;
            case "rectify": return rectify;
            case "standards": return standards;
            case "sync": return sync;
            case "settings": return settings;
            case "start": return start;
            default: return today;
            }
        }
    }
    Component {
        id: today

        TodayPage {
            today: App.today
            tasks: App.tasks
            sync: App.sync
            onTaskPicked: task => frame.taskPicked(task)
            onDraftPicked: draft => frame.draftPicked(draft)
            onRecordPicked: record => frame.recordPicked(record)
            onFindingPicked: card => card === "" ? frame.went("rectify") : frame.findingPicked(card)
            onThreadPicked: thread => frame.threadPicked(thread)
            onStarted: frame.went("start")
            onSyncAsked: frame.went("sync")
            onSitesAsked: frame.went("sites")
            onSiteAsked: site => frame.sitePicked(site)
            onStandardsAsked: frame.went("standards")
        }
    }
    Component {
        id: assess

        AssessPage {
            assess: App.assess
            sync: App.sync
            account: App.account
            needs: App.needs.rows
            onFindingPicked: card => card === "" ? frame.went("rectify") : frame.findingPicked(card)
            onRecordPicked: record => frame.recordPicked(record)
            onAmended: record => frame.amended(record)
            onSyncAsked: frame.went("sync")

            // What the page tells of at its head is none of the list's.
            Binding {
                target: App.needs
                property: "told"
                value: App.assess.record
            }
        }
    }
    Component {
        id: sites

        SitesPage {
            sites: App.sites
            map: App.map
            position: App.position
            onPicked: site => frame.sitePicked(site)
            onSyncAsked: frame.went("sync")
            onStarted: site => {
                frame.startSite = site;
                frame.went("start");
            }
        }
    }
    Component {
        id: start

        StartPage {
            sites: App.sites
            checklists: App.checklists
            check: App.check
            site: frame.startSite
            low: App.sync.storage.low
            onSiteChosen: id => frame.startSite = id
            onSyncAsked: frame.went("sync")
            onBack: frame.went("today")
        }
    }
    Component {
        id: records

        RecordsPage {
            records: App.records
            beginWord: App.account.enterprise ? "" : qsTr("开始检查")
            onStartAsked: frame.went("start")
            onPicked: record => frame.recordPicked(record)
        }
    }
    Component {
        id: rectify

        RectifyPage {
            cases: App.cases
            onPicked: card => frame.findingPicked(card)
        }
    }
    Component {
        id: standards

        StandardsPage {
            standards: App.standards
            onPicked: name => frame.standardPicked(name)
            onBack: frame.went(App.account.enterprise ? "assess" : "today")
        }
    }
    Component {
        id: sync

        SyncPage {
            sync: App.sync
            onCompareAsked: frame.compareAsked()
        }
    }
    Component {
        id: settings

        SettingsPage {
            account: App.account
            onLeaveAsked: way => frame.leaveAsked(way)
            onStandardsAsked: frame.went("standards")
            onCredentialAsked: frame.credentialAsked()
        }
    }
}
