import QtQuick
import QtQuick.Layouts
import Plumbline

// Sites on a map: the list beside it where there is room, marks and numbers alike in both; what is chosen in a card
// below.
FocusScope {
    id: pane

    required property MapModel map
    required property PositionSource position
    readonly property real listWidth: list.width
    readonly property bool beside: width > 860 * Theme.textScale

    signal picked(string site)
    signal detailsAsked(string site)

    Component.onCompleted: {
        position.want("map", true);
        map.refresh();
    }
    Component.onDestruction: position.want("map", false)

    MapList {
        id: list

        visible: pane.beside
        width: visible ? Math.round(Math.min(420, 356 * Math.min(1.3, Theme.textScale))) : 0
        height: parent.height
        map: pane.map
        onSitePicked: site => {
            pane.map.chosen = site;
            view.showChosen();
        }
    }
    MapView {
        id: view

        objectName: "mapView"
        x: list.width
        width: parent.width - x
        height: parent.height
        focus: true
        activeFocusOnTab: true
        model: pane.map
        covered: card.visible ? card.height + 2 * Theme.space : 0
        ink: Theme.ink
        paper: Theme.card
        accent: Theme.accent
        fail: Theme.fail
        part: Theme.part
        grey: Theme.na
        onMark: Theme.inkOnAccent
        land: Theme.mapLand
        outside: Theme.mapOutside
        line: Theme.mapLine
        family: Theme.family
        textScale: Theme.textScale
        night: Theme.dark
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("地图：%1 个对象。方向键移动，加减号缩放。").arg(pane.map.total)

        PinchHandler {
            target: null
            onScaleChanged: delta => view.zoomAt(Math.log2(delta), centroid.position.x, centroid.position.y)
        }
    }
    Rectangle {
        x: view.x
        width: Theme.hairline
        height: parent.height
        visible: pane.beside
        color: Theme.line
    }
    MapLegend {
        id: legend

        x: view.x + Theme.space
        y: Theme.space
        width: Math.min(implicitWidth, view.width - 3 * Theme.space - controls.width)
    }
    Notice {
        x: view.x + Theme.space
        y: legend.y + legend.height + Theme.gap
        width: Math.min(520, view.width - 3 * Theme.space - controls.width)
        visible: text !== ""
        tone: pane.map.problem !== "" ? "fail" : "part"
        objectName: "mapProblem"
        text: pane.map.problem !== "" ? pane.map.problem : pane.map.mapProblem
    }
    MapControls {
        id: controls

        x: parent.width - width - Theme.space
        y: Theme.space
        onZoomed: levels => view.zoomBy(levels)
        onAllAsked: view.showAll()
        onMeAsked: if (!view.showMe()) toast.say(pane.position.line)
        onMapAsked: sheet.open()
    }
    Column {
        x: view.x + 20
        y: foot.y - height - Theme.gap
        spacing: 2

        Txt {
            objectName: "mapScale"
            text: view.scaleText
            size: Theme.caption
            strong: true
            style: Text.Outline
            styleColor: Theme.mapLand
        }
        Rectangle {
            width: view.scaleWidth
            height: 4
            color: Theme.ink
        }
    }
    // The ground is always said: which map, of when, from whom.
    Rectangle {
        id: foot

        x: view.x
        y: (card.visible ? card.y : pane.height) - height - (card.visible ? Theme.gap : 0)
        width: view.width
        height: ground.implicitHeight + 8
        color: Theme.mapLand
        opacity: 0.9
    }
    Txt {
        id: ground

        objectName: "mapGround"
        x: view.x + 20
        y: foot.y + 4
        width: view.width - 40
        horizontalAlignment: Text.AlignRight
        text: [pane.position.known ? "" : pane.position.line, pane.map.placeless > 0 ? qsTr("%1 个对象没有坐标").arg(pane.map.placeless) : "", pane.map.ground].filter(part => part !== "").join("　")
        size: Theme.caption
        color: Theme.ink2
    }
    MapCard {
        id: card

        x: view.x + Theme.space
        y: pane.height - height - Theme.space
        width: view.width - 2 * Theme.space
        visible: pane.map.chosenName !== ""
        map: pane.map
        onStarted: pane.picked(pane.map.chosen)
        onDetailsAsked: pane.detailsAsked(pane.map.chosen)
        onToldNowhere: toast.say(qsTr("本机没有能指路的地图程序，坐标已复制"))
    }
    Toast {
        id: toast

        anchors.horizontalCenter: view.horizontalCenter
        y: foot.y - height - Theme.space
    }
    MapSheet {
        id: sheet

        map: pane.map
    }
}
