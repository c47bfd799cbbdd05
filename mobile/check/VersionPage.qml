import QtQuick
import QtQuick.Layouts
import Plumbline

// A newer version of the checklist: what it changes and what it would do to the answers; the person stays or moves. And
// what earlier moves set aside, which is never lost.
FocusScope {
    id: page

    required property CheckModel check
    readonly property CheckVersions versions: check.versions
    readonly property bool newer: versions.newer !== ""
    readonly property bool wide: width > 900 * Theme.textScale

    signal back

    Component.onCompleted: check.compareVersions()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.newer ? qsTr("检查表有新版：第 %1 版 → 第 %2 版").arg(page.versions.current).arg(page.versions.newer) : qsTr("另行保留的答案")
        subtitle: page.check.siteName + " · " + page.check.title
        onBack: page.back()
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: foot.y - y
        contentHeight: grid.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: page.wide ? Theme.edge : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            columns: page.wide && page.newer ? 2 : 1
            columnSpacing: 24
            rowSpacing: 28

            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                visible: page.newer
                spacing: 12

                Txt {
                    objectName: "versionAnswers"
                    width: parent.width
                    text: qsTr("您的答案")
                    size: Theme.heading
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Notice {
                    objectName: "versionKept"
                    width: parent.width
                    tone: page.versions.droppedAnswers > 0 ? "part" : "pass"
                    text: page.versions.droppedAnswers > 0 ? qsTr("%1 个照旧，%2 个带过去要再看，%3 个新版放不下。放不下的另行保留，写进记录，不会丢。").arg(page.versions.kept).arg(page.versions.changedAnswers).arg(page.versions.droppedAnswers) : qsTr("%1 个照旧，%2 个带过去要再看，没有放不下的。").arg(page.versions.kept).arg(page.versions.changedAnswers)
                }
                ChangeList {
                    width: parent.width
                    name: "answerChange"
                    changes: page.versions.answers
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                visible: page.newer
                spacing: 12

                Txt {
                    width: parent.width
                    text: qsTr("检查表的改动")
                    size: Theme.heading
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                DashedNote {
                    width: parent.width
                    visible: page.versions.items.count === 0
                    text: qsTr("检查项没有增减，文字和分值也没有改动。")
                }
                ChangeList {
                    width: parent.width
                    name: "itemChange"
                    changes: page.versions.items
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.columnSpan: grid.columns
                Layout.alignment: Qt.AlignTop
                visible: page.versions.asideCount > 0
                spacing: 12

                Txt {
                    width: parent.width
                    visible: page.newer
                    text: qsTr("另行保留的答案")
                    size: Theme.heading
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    text: qsTr("改版时现版放不下的答案。它们留在草稿里，签名时写进记录。")
                    size: Theme.sub
                    color: Theme.ink2
                }
                ChangeList {
                    width: Math.min(parent.width, 860 * Theme.textScale)
                    name: "aside"
                    changes: page.versions.aside
                }
            }
        }
    }
    Rectangle {
        id: foot

        y: page.newer ? parent.height - height : parent.height
        width: parent.width
        height: ways.implicitHeight + 2 * Theme.space
        visible: page.newer
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Flow {
            id: ways

            x: page.wide ? Theme.edge : Theme.space
            y: Theme.space
            width: parent.width - 2 * x
            spacing: 12
            layoutDirection: Qt.RightToLeft

            ActionButton {
                objectName: "moveVersion"
                width: page.wide ? implicitWidth : ways.width
                kind: "primary"
                enabled: !page.check.notice.busy
                text: qsTr("改用第 %1 版").arg(page.versions.newer)
                onClicked: page.check.moveToNewer()
            }
            ActionButton {
                objectName: "stayVersion"
                width: page.wide ? implicitWidth : ways.width
                enabled: !page.check.notice.busy
                text: qsTr("留在第 %1 版").arg(page.versions.current)
                onClicked: page.check.stayOnVersion()
            }
        }
    }
}
