import QtQuick
import Plumbline

// Which map lies under the sites: a file of the person's own, or the sketch of counties.
Sheet {
    id: sheet

    required property MapModel map

    title: qsTr("地图包")

    Txt {
        objectName: "mapNow"
        width: parent.width
        text: sheet.map.ground
        size: Theme.body
        strong: true
    }
    Txt {
        width: parent.width
        text: qsTr("可以用自己的离线地图（MBTiles，图片格式）。文件不会复制，就在原处打开；移走后回到示意图。公开使用的地图须有审图号，请核对地图提供者的说明。")
        size: Theme.sub
        color: Theme.ink2
    }
    Notice {
        objectName: "mapFileProblem"
        width: parent.width
        visible: sheet.map.mapProblem !== ""
        tone: "fail"
        text: sheet.map.mapProblem
    }
    ActionButton {
        objectName: "mapChoose"
        width: parent.width
        kind: sheet.map.ownMap ? "plain" : "primary"
        symbol: "folder"
        text: sheet.map.ownMap ? qsTr("换一个地图包") : qsTr("选择地图包")
        onClicked: files.open()
    }
    ActionButton {
        objectName: "mapNone"
        width: parent.width
        visible: sheet.map.ownMap || sheet.map.mapProblem !== ""
        text: qsTr("用示意图")
        onClicked: sheet.map.useMap("")
    }
    FileSheet {
        id: files

        pictures: false
        onPicked: path => sheet.map.useMap(path)
    }
}
