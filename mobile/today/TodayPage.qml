import QtQuick
import QtQuick.Layouts
import Plumbline

// What is under way, what needs somebody, and what was signed last.
FocusScope {
    id: page

    required property TodayModel today
    required property TasksModel tasks
    required property SyncModel sync
    readonly property bool wide: width > 900 * Theme.textScale
    readonly property bool empty: today.empty && tasks.list.count === 0

    signal started
    signal draftPicked(string draft)
    signal taskPicked(string task)
    signal recordPicked(string record)
    signal threadPicked(string thread)  // "RECORD/ITEM"
    signal findingPicked(string card)  // "CASE/ITEM"; "": the list of them
    signal syncAsked
    signal sitesAsked
    signal siteAsked(string site)
    signal standardsAsked

    onVisibleChanged: today.watched = visible
    Component.onCompleted: today.watched = visible
    Component.onDestruction: today.watched = false

    Flickable {
        anchors.fill: parent
        anchors.bottomMargin: foot.height
        clip: true
        contentHeight: column.implicitHeight + 2 * Theme.edge
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: page.wide ? 28 : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            spacing: 18

            PageHead {
                Layout.fillWidth: true
                title: qsTr("今日")
                subtitle: page.sync.lastGood ? qsTr("%1 · 离线可用 · 上次同步 %2").arg(page.today.date).arg(page.sync.lastGood) : qsTr("%1 · 离线可用").arg(page.today.date)

                ActionButton {
                    objectName: "todayStandards"
                    symbol: "book"
                    text: qsTr("查标准")
                    onClicked: page.standardsAsked()
                }
            }
            Notice {
                Layout.fillWidth: true
                visible: page.today.problem !== ""
                tone: "fail"
                text: page.today.problem
            }
            Notice {
                objectName: "todayRevoked"
                Layout.fillWidth: true
                visible: page.sync.revoked !== ""
                tone: "fail"
                text: page.sync.revoked
                action: page.sync.unsent ? qsTr("去导出") : ""
                actionName: "todayExport"
                onActed: page.syncAsked()
            }
            Notice {
                objectName: "todayStopped"
                Layout.fillWidth: true
                visible: page.sync.stoppedLong !== ""
                tone: "part"
                text: page.sync.stoppedLong
                action: qsTr("去看看")
                actionName: "todayStoppedSync"
                onActed: page.syncAsked()
            }
            Notice {
                objectName: "todayClock"
                Layout.fillWidth: true
                visible: page.sync.clock !== ""
                tone: "fail"
                text: page.sync.clock
            }
            FirstSteps {
                objectName: "firstSteps"
                Layout.fillWidth: true
                Layout.maximumWidth: 860 * Theme.textScale
                visible: page.empty
                ready: page.today.ready
                siteCount: page.today.siteCount
                checklistCount: page.today.checklistCount
                onSitesAsked: page.sitesAsked()
                onSyncAsked: page.syncAsked()
            }
            GridLayout {
                Layout.fillWidth: true
                visible: !page.empty
                columns: page.wide ? 3 : 1
                columnSpacing: 18
                rowSpacing: 24

                Column {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 5
                    Layout.alignment: Qt.AlignTop
                    spacing: 24

                    CardColumn {
                        width: parent.width
                        visible: page.tasks.list.count > 0
                        title: page.tasks.dueToday > 0 ? qsTr("任务（%n 项到期或逾期）", "", page.tasks.dueToday) : qsTr("任务")
                        model: page.tasks.list
                        cardName: "task"
                        remark: page.tasks.more > 0 ? qsTr("还有 %n 项，期限更晚。", "", page.tasks.more) : ""
                        sitesOffered: true
                        onPicked: id => page.taskPicked(id)
                        onSiteAsked: site => page.siteAsked(site)
                    }
                    CardColumn {
                        width: parent.width
                        title: qsTr("草稿")
                        model: page.today.drafts
                        cardName: "draft"
                        emptyText: !page.today.wasRead ? "" : page.today.ready ? qsTr("没有没做完的检查。") : qsTr("先联网同步一次，取得检查对象和检查表，之后就可以离线检查。")
                        remark: qsTr("草稿只在本机，加密保存；签字后才会上传。")
                        sitesOffered: true
                        onPicked: id => page.draftPicked(id)
                        onSiteAsked: site => page.siteAsked(site)
                    }
                }
                CardColumn {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("需要处理")
                    model: page.today.attention
                    cardName: "attention"
                    emptyText: !page.today.wasRead ? "" : qsTr("没有退回或未收下的记录，也没有要处理的整改。")
                    onPicked: id => {
                        if (id === "unsent")
                            page.syncAsked();
                        else if (id === "findings")
                            page.findingPicked("");
                        else if (id.startsWith("thread:"))
                            page.threadPicked(id.slice(7));
                        else if (id.startsWith("finding:"))
                            page.findingPicked(id.slice(8));
                        else
                            page.recordPicked(id);
                    }
                }
                CardColumn {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("最近签名")
                    model: page.today.recent
                    cardName: "recent"
                    emptyText: !page.today.wasRead ? "" : qsTr("还没有签过记录。")
                    onPicked: id => page.recordPicked(id)

                    LogCard {
                        width: parent.width
                        visible: page.today.records > 0
                        today: page.today
                        sync: page.sync
                        onTapped: page.syncAsked()
                    }
                }
            }
        }
    }
    ActionFoot {
        id: foot

        y: parent.height - height
        width: parent.width

        ActionButton {
            objectName: "startCheck"
            kind: "primary"
            symbol: "plus"
            text: qsTr("开始检查")
            onClicked: page.started()
        }
    }
}
