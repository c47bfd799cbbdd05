import QtQuick
import QtQuick.Layouts
import Plumbline

// The first step of starting a check: where. A search and the sites, one list as high as there is room.
ColumnLayout {
    id: step

    required property SitesModel sites
    property string chosen: ""

    signal picked(string id)
    signal syncAsked

    spacing: 12

    Field {
        inputName: "siteSearch"
        interim: false
        Layout.fillWidth: true
        label: qsTr("搜索名称、代码、地址")
        onEdited: text => step.sites.filter = text
    }
    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: 10
        bottomMargin: Theme.space
        model: step.sites.rows
        boundsBehavior: Flickable.StopAtBounds
        onAtYEndChanged: if (atYEnd) step.sites.readOn()
        // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
        cacheBuffer: 0
        reuseItems: true
        displayMarginBeginning: 2000
        displayMarginEnd: 2000

        delegate: ListCard {
            required property string id
            required property string name
            required property string code
            required property string address
            required property string programme
            required property string sector

            objectName: "site_" + id
            width: list.width
            title: name
            subtitle: address
            leftText: [programme, sector].filter(one => one !== "").join(" · ")
            rightText: code
            chosen: id === step.chosen
            onClicked: step.picked(id)
        }
        EmptyState {
            anchors.centerIn: parent
            width: Math.min(420, parent.width)
            visible: list.count === 0
            symbol: "place"
            title: step.sites.total === 0 ? qsTr("还没有检查对象") : qsTr("没有找到")
            text: step.sites.total === 0 ? qsTr("联网同步后，您辖区内已发布的对象会出现在这里。") : qsTr("换一个词试试。")
            action: step.sites.total === 0 ? qsTr("去同步") : ""
            onActed: step.syncAsked()
        }
    }
}
