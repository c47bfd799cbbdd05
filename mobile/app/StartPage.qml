import QtQuick
import QtQuick.Layouts
import Plumbline

// Starting a check: where, and by which checklist.
FocusScope {
    id: page

    required property SitesModel sites
    required property ChecklistsModel checklists
    required property CheckModel check
    property string site: ""
    property string checklist: ""
    readonly property bool wide: width > 900 * Theme.textScale
    readonly property string onlyChecklist: checklists.rows.count === 1 && lists.count === 1 ? lists.itemAt(0).id : ""

    signal siteChosen(string id)
    signal back

    Component.onCompleted: {
        sites.filter = "";
        sites.refresh();
        checklists.refresh();
        check.notice.clear();
    }

    ColumnLayout {
        x: page.wide ? 28 : Theme.space
        y: Theme.edge
        width: page.width - 2 * x
        height: page.height - 2 * y
        spacing: 16

        PageHead {
            Layout.fillWidth: true
            title: qsTr("开始检查")
            subtitle: qsTr("选检查对象和检查表。草稿保存在本机，随时可以中断。")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.wide ? 2 : 1
            columnSpacing: 20
            rowSpacing: 16

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 5
                Layout.preferredHeight: 3
                spacing: 12

                Field {
                    inputName: "siteSearch"
                    Layout.fillWidth: true
                    label: qsTr("检查对象：搜索名称、信用代码、地址")
                    onEdited: text => page.sites.filter = text
                }
                ListView {
                    id: siteList

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    spacing: 10
                    model: page.sites.rows
                    boundsBehavior: Flickable.StopAtBounds
                    // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
                    cacheBuffer: 0
                    displayMarginBeginning: 2000
                    displayMarginEnd: 2000

                    delegate: ListCard {
                        required property string id
                        required property string name
                        required property string code
                        required property string address

                        objectName: "site_" + id
                        width: siteList.width
                        title: name
                        subtitle: address
                        leftText: code
                        chosen: id === page.site
                        onClicked: page.siteChosen(id)
                    }
                    EmptyState {
                        anchors.centerIn: parent
                        width: Math.min(420, parent.width)
                        visible: siteList.count === 0
                        symbol: "place"
                        title: qsTr("没有找到")
                        text: page.sites.total === 0 ? qsTr("联网同步后，您辖区内已发布的对象会出现在这里。") : qsTr("换一个词试试。")
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 4
                Layout.preferredHeight: 2
                spacing: 12

                Txt {
                    Layout.topMargin: 8
                    text: qsTr("检查表")
                    size: Theme.label
                    strong: true
                    color: Theme.ink2
                }
                Flickable {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true
                    contentHeight: listColumn.implicitHeight
                    boundsBehavior: Flickable.StopAtBounds

                    Column {
                        id: listColumn

                        width: parent.width
                        spacing: 10

                        Repeater {
                            id: lists

                            model: page.checklists.rows

                            ListCard {
                                required property string id
                                required property string version
                                required property bool here
                                required title

                                objectName: "checklist_" + id.split("@")[0]
                                width: listColumn.width
                                leftText: qsTr("第 %1 版").arg(version)
                                rightText: here ? qsTr("已在本机") : qsTr("待下载")
                                rightTone: here ? "" : "part"
                                chosen: id === page.checklist || id === page.onlyChecklist
                                enabled: here
                                onClicked: page.checklist = id
                            }
                        }
                        DashedNote {
                            width: parent.width
                            visible: lists.count === 0
                            text: qsTr("还没有检查表。联网同步后，已发布的检查表会出现在这里。")
                        }
                    }
                }
                Notice {
                    objectName: "startProblem"
                    Layout.fillWidth: true
                    visible: page.check.notice.text !== ""
                    tone: "fail"
                    text: page.check.notice.text
                }
                ActionButton {
                    readonly property string chosenList: page.checklist !== "" ? page.checklist : page.onlyChecklist

                    objectName: "beginCheck"
                    Layout.alignment: Qt.AlignRight
                    kind: "primary"
                    symbolAfter: "forward"
                    text: qsTr("开始检查")
                    enabled: page.site !== "" && chosenList !== "" && !page.check.notice.busy
                    onClicked: page.check.begin(page.site, chosenList)
                }
            }
        }
    }
}
