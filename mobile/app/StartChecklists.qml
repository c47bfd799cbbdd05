import QtQuick
import Plumbline

// The second step of starting a check: by which checklist. Those that are meant for the site stand first, the rest under
// one line that opens. One scroll.
Flickable {
    id: step

    required property ChecklistsModel checklists
    property string site: ""
    property string siteName: ""    // where the site is no longer seen; "" beside the list of sites
    property string chosen: ""
    property string problem: ""
    property bool all: false
    readonly property bool test: checklists.test

    signal picked(string id)
    signal testAsked(bool test)
    signal siteAsked

    onSiteChanged: all = false

    clip: true
    contentHeight: column.implicitHeight + Theme.space
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: column

        width: step.width
        spacing: 10

        ListCard {
            objectName: "chosenSite"
            width: parent.width
            visible: step.siteName !== ""
            title: step.siteName
            rightText: qsTr("换一个检查对象")
            chosen: true
            onClicked: step.siteAsked()
        }
        TickField {
            objectName: "testMode"
            width: parent.width
            label: qsTr("试用模式")
            hint: qsTr("只为试用检查表：可用草案版本；记录另列，不计入任何统计，不送审、不整改。")
            ticked: step.test
            onClicked: step.testAsked(!step.test)
        }
        TestBanner {
            objectName: "startTest"
            width: parent.width
            radius: Theme.radiusSmall
            visible: step.test
            text: qsTr("试用：这次填写的不是真正的检查，不作数。")
        }
        Txt {
            width: parent.width
            topPadding: step.siteName !== "" ? 8 : 0
            text: qsTr("检查表")
            size: Theme.label
            strong: true
            color: Theme.ink2
            Accessible.role: Accessible.Heading
        }
        Repeater {
            id: meantHere

            model: step.checklists.rows

            ChecklistCard {
                width: column.width
                chosen: id === step.chosen
                onClicked: step.picked(id)
            }
        }
        DashedNote {
            width: parent.width
            visible: meantHere.count === 0
            text: qsTr("还没有检查表。联网同步后，已发布的检查表会出现在这里。")
        }
        ActionButton {
            objectName: "allChecklists"
            width: parent.width
            visible: step.checklists.others.count > 0
            symbolAfter: step.all ? "up" : "down"
            font.pixelSize: Theme.label
            text: step.all ? qsTr("收起为其他对象制定的检查表") : qsTr("全部检查表：另有 %n 份为其他对象制定", "", step.checklists.others.count)
            onClicked: step.all = !step.all
        }
        Repeater {
            model: step.all ? step.checklists.others : null

            ChecklistCard {
                width: column.width
                chosen: id === step.chosen
                onClicked: step.picked(id)
            }
        }
        Notice {
            objectName: "startProblem"
            width: parent.width
            visible: step.problem !== ""
            tone: "fail"
            text: step.problem
        }
    }
}
