import QtQuick
import Plumbline

// Nearer, further, all, one's own place, and which map it is; two by two where the screen is too low for a column.
Grid {
    id: controls

    signal zoomed(real levels)
    signal allAsked
    signal meAsked
    signal mapAsked

    columns: Window.height > 0 && Window.height < 560 ? 2 : 1
    spacing: 10

    IconButton {
        objectName: "mapNearer"
        outlined: true
        symbol: "plus"
        ink: Theme.ink
        text: qsTr("放大")
        onClicked: controls.zoomed(1)
    }
    IconButton {
        objectName: "mapFurther"
        outlined: true
        symbol: "minus"
        ink: Theme.ink
        text: qsTr("缩小")
        onClicked: controls.zoomed(-1)
    }
    IconButton {
        objectName: "mapWhole"
        outlined: true
        symbol: "whole"
        ink: Theme.ink
        text: qsTr("看全部对象")
        onClicked: controls.allAsked()
    }
    IconButton {
        objectName: "mapMe"
        outlined: true
        symbol: "locate"
        ink: Theme.ink
        text: qsTr("回到我的位置")
        onClicked: controls.meAsked()
    }
    IconButton {
        objectName: "mapLayers"
        outlined: true
        symbol: "layers"
        ink: Theme.ink
        text: qsTr("地图包")
        onClicked: controls.mapAsked()
    }
}
