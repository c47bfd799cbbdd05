import QtQuick
import QtQuick.Layouts
import Plumbline

// Starting a check: where, and by which checklist. Side by side where there is room; else one after the other, each
// with the whole page to itself.
FocusScope {
    id: page

    required property SitesModel sites
    required property ChecklistsModel checklists
    required property CheckModel check
    property string site: ""
    property string checklist: ""
    property string low: ""  // what is said where the tablet has hardly any room left
    readonly property bool wide: width > 900 * Theme.textScale
    // In steps: the site is chosen, and is not being chosen again.
    readonly property bool second: site !== "" && !again
    property bool again: false
    readonly property string chosenList: checklist !== "" ? checklist : checklists.only

    signal siteChosen(string id)
    signal syncAsked
    signal back

    onSiteChanged: {
        again = false;
        checklist = "";
        checklists.site = site;
    }

    Component.onCompleted: {
        sites.filter = "";
        sites.refresh();
        checklists.site = site;
        checklists.test = false;
        checklists.refresh();
        check.notice.clear();
    }

    PageHead {
        id: head

        x: page.wide ? 28 : Theme.space
        y: Theme.edge
        width: page.width - 2 * x
        title: qsTr("开始检查")
        subtitle: page.wide ? qsTr("选检查对象和检查表。草稿保存在本机，随时可以中断。") : page.second ? qsTr("第 2 步：选检查表。") : qsTr("第 1 步：选检查对象。")
    }
    Notice {
        id: lowNotice

        objectName: "startLow"
        x: head.x
        y: head.y + head.height + 12
        width: head.width
        height: visible ? implicitHeight : 0
        visible: page.low !== ""
        tone: "part"
        text: page.low
    }
    StartSites {
        visible: page.wide || !page.second
        x: head.x
        y: lowNotice.y + lowNotice.height + (lowNotice.visible ? 12 : 4)
        width: page.wide ? Math.round((head.width - 20) * 5 / 9) : head.width
        height: page.height - y
        sites: page.sites
        chosen: page.site
        onSyncAsked: page.syncAsked()
        onPicked: id => {
            // The same one again is an answer, too.
            page.again = false;
            page.siteChosen(id);
        }
    }
    StartChecklists {
        visible: page.wide || page.second
        x: page.wide ? head.x + Math.round((head.width - 20) * 5 / 9) + 20 : head.x
        y: lowNotice.y + lowNotice.height + (lowNotice.visible ? 12 : 4)
        width: page.wide ? head.x + head.width - x : head.width
        height: foot.y - y - 12
        checklists: page.checklists
        site: page.site
        siteName: page.wide || page.sites.total === 0 ? "" : page.sites.nameOf(page.site)
        chosen: page.chosenList
        problem: page.check.notice.text
        onPicked: id => page.checklist = id
        onTestAsked: test => {
            page.checklist = "";
            page.checklists.test = test;
        }
        onSiteAsked: page.again = true
    }
    ActionButton {
        id: foot

        objectName: "beginCheck"
        visible: page.wide || page.second
        x: head.x + head.width - width
        y: page.height - height - Theme.space
        width: Math.min(implicitWidth, head.width)
        kind: "primary"
        symbolAfter: "forward"
        text: page.checklists.test ? qsTr("开始试用") : qsTr("开始检查")
        enabled: page.site !== "" && page.chosenList !== "" && !page.check.notice.busy
        onClicked: page.check.begin(page.site, page.chosenList, page.checklists.test)
    }
}
