import QtQuick
import QtQuick.Layouts
import Plumbline

// The places of the app: a rail at the left, or a bar below in portrait.
Rectangle {
    id: bar

    required property string place
    required property SyncModel sync
    property bool upright: true
    property bool enterprise: false
    property string person: ""
    property int toDo: 0  // findings that an enterprise has to act on

    // Large words have two rows of places at the foot of a phone.
    readonly property bool broken: !upright && width / 7 < 50 * Theme.textScale
    // A phone that lies on its side has no height for one column: the places stand in two, without the mark.
    // By what a place takes with its word at full size: words that became smaller in two columns would ask for one again.
    readonly property bool low: upright && height < 7 * (Math.max(68, Theme.icon + Math.ceil(Theme.caption * 1.65) + 18) + 4) + 88
    // The largest at which every place has its word on a line; a person's name may be longer, and is smaller alone.
    readonly property int wordSize: {
        let least = Theme.caption;
        for (const button of [assess, today, sites, rectify, records, waiting, settings])
            if (button.visible)
                least = Math.min(least, button.fits);
        return Math.max(11, least);
    }

    signal went(string where)
    signal personAsked  // somebody else takes the tablet

    implicitWidth: Math.round((low ? 152 : 100) * Math.min(1.5, Math.max(1, Theme.textScale * 0.75)))
    implicitHeight: grid.implicitHeight + 12
    color: Theme.card
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("导航")

    Rectangle {
        x: bar.upright ? parent.width - width : 0
        width: bar.upright ? Theme.hairline : parent.width
        height: bar.upright ? parent.height : Theme.hairline
        color: Theme.line
    }
    Icon {
        id: logo

        visible: bar.upright && !bar.low
        anchors.horizontalCenter: parent.horizontalCenter
        y: 16
        width: 36
        height: 44
        name: "plumb"
        color: Theme.accent
    }
    GridLayout {
        id: grid

        x: bar.upright ? 8 : 4
        y: bar.low ? 8 : bar.upright ? 76 : 6
        width: parent.width - 2 * x
        height: bar.upright ? parent.height - y - 12 : implicitHeight
        columns: bar.low ? 2 : bar.upright ? 1 : bar.broken ? 4 : 7
        rowSpacing: 4
        columnSpacing: 2

        NavButton {
            id: assess

            objectName: "navAssess"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            visible: bar.enterprise
            symbol: "check"
            text: qsTr("自评")
            current: bar.place === "assess"
            onClicked: bar.went("assess")
        }
        NavButton {
            id: today

            objectName: "navToday"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            visible: !bar.enterprise
            symbol: "calendar"
            text: qsTr("今日")
            current: bar.place === "today" || bar.place === "start"
            onClicked: bar.went("today")
        }
        NavButton {
            id: sites

            objectName: "navSites"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            visible: !bar.enterprise
            symbol: "place"
            text: qsTr("对象")
            current: bar.place === "sites"
            onClicked: bar.went("sites")
        }
        NavButton {
            id: rectify

            objectName: "navRectify"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            symbol: "shield-alert"
            text: bar.toDo > 0 ? qsTr("整改 %1").arg(bar.toDo) : qsTr("整改")
            tone: bar.toDo > 0 ? "part" : ""
            current: bar.place === "rectify"
            onClicked: bar.went("rectify")
        }
        NavButton {
            id: records

            objectName: "navRecords"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            symbol: "records"
            text: qsTr("记录")
            current: bar.place === "records"
            onClicked: bar.went("records")
        }
        Item {
            visible: bar.upright && !bar.low
            Layout.fillHeight: true
        }
        NavButton {
            id: waiting

            objectName: "navSync"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            symbol: bar.sync.count > 0 ? "cloud-up" : bar.sync.offline ? "cloud-off" : "cloud-done"
            text: bar.sync.count > 0 ? qsTr("待传 %1").arg(bar.sync.count) : bar.sync.offline ? qsTr("离线") : qsTr("已同步")
            tone: bar.sync.count > 0 ? "part" : ""
            current: bar.place === "sync"
            onClicked: bar.went("sync")
        }
        NavButton {
            objectName: "navPerson"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            symbol: "person"
            text: bar.person
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1：锁定，换人").arg(bar.person)
            onClicked: bar.personAsked()
        }
        NavButton {
            id: settings

            objectName: "navSettings"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            size: bar.wordSize
            symbol: "settings"
            text: qsTr("设置")
            current: bar.place === "settings"
            onClicked: bar.went("settings")
        }
    }
}
