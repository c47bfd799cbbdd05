import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// The published sites: search, look at the facts, start a check.
FocusScope {
    id: page

    required property SitesModel sites
    required property MapModel map
    required property PositionSource position
    property bool mapShown: false
    readonly property bool wide: width > 900 * Theme.textScale
    // How many cards lie beside one another.
    readonly property int across: Math.max(1, Math.floor((width - 2 * side + 16) / (400 * Math.max(1, Theme.textScale))))
    readonly property int side: wide ? 28 : Theme.space

    signal syncAsked
    signal picked(string site)   // to be looked at
    signal started(string site)  // a check is begun there

    Component.onCompleted: sites.refresh()

    ColumnLayout {
        x: page.side
        y: page.mapShown ? 12 : Theme.edge
        width: page.width - 2 * x
        height: page.height - y
        spacing: page.mapShown ? 12 : 16

        PageHead {
            Layout.fillWidth: true
            title: qsTr("检查对象")
            subtitle: page.mapShown ? "" : qsTr("共 %1 个，均由管理员签名发布").arg(page.sites.total)

            Segmented {
                Layout.fillWidth: false
                Layout.preferredWidth: across
                options: [qsTr("列表"), qsTr("地图")]
                names: ["sitesList", "sitesMap"]
                current: page.mapShown ? 1 : 0
                onPicked: index => page.mapShown = index === 1
            }
        }
        Loader {
            id: onMap

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: -page.side
            Layout.rightMargin: -page.side
            visible: page.mapShown
            active: page.mapShown
            focus: page.mapShown

            sourceComponent: MapPane {
                map: page.map
                position: page.position
                onPicked: site => page.started(site)
                onDetailsAsked: site => page.picked(site)
            }
        }
        Field {
            inputName: "siteSearch"
            interim: false
            visible: !page.mapShown
            Layout.fillWidth: true
            Layout.maximumWidth: 640
            label: qsTr("搜索名称、信用代码、地址")
            onEdited: text => page.sites.filter = text
        }
        Notice {
            Layout.fillWidth: true
            visible: page.sites.problem !== "" && !page.mapShown
            tone: "fail"
            text: page.sites.problem
        }
        // One below the other where there is room for no more: each as high as its words are.
        ListView {
            id: column

            visible: !page.mapShown && page.across === 1
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 12
            model: page.across === 1 ? page.sites.rows : null
            boundsBehavior: Flickable.StopAtBounds
            onAtYEndChanged: if (atYEnd) page.sites.readOn()
            // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
            cacheBuffer: 0
            reuseItems: true
            displayMarginBeginning: 2000
            displayMarginEnd: 2000

            delegate: SiteCard {
                width: column.width
                onClicked: page.picked(id)
            }
        }
        GridView {
            id: grid

            visible: !page.mapShown && page.across > 1
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: -16
            clip: true
            cellWidth: Math.floor(width / page.across)
            cellHeight: 190 * Theme.textScale
            model: page.across > 1 ? page.sites.rows : null
            boundsBehavior: Flickable.StopAtBounds
            onAtYEndChanged: if (atYEnd) page.sites.readOn()
            cacheBuffer: 0
            displayMarginBeginning: 2000
            displayMarginEnd: 2000

            delegate: SiteCard {
                width: grid.cellWidth - 16
                height: grid.cellHeight - 16
                onClicked: page.picked(id)
            }
        }
    }
    // On the map it stands on paper.
    Card {
        anchors.centerIn: nothing
        width: nothing.width + 48
        height: nothing.height + 48
        visible: nothing.visible && page.mapShown
    }
    EmptyState {
        id: nothing

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: page.mapShown ? ((onMap.item as MapPane)?.listWidth ?? 0) / 2 : 0
        width: Math.min(420, page.width - 96)
        visible: page.mapShown ? page.sites.total === 0 : grid.count + column.count === 0
        symbol: "place"
        title: page.sites.total === 0 ? qsTr("还没有检查对象") : qsTr("没有找到")
        text: page.sites.total === 0 ? qsTr("联网同步后，您辖区内已发布的对象会出现在这里。") : qsTr("换一个词试试。")
        action: page.sites.total === 0 ? qsTr("去同步") : ""
        onActed: page.syncAsked()
    }
}
