import QtQuick
import QtQuick.Layouts
import Qt.labs.folderlistmodel
import Plumbline

// Picks a folder of the tablet (or of a USB stick), by walking there or by typing its path.
Sheet {
    id: sheet

    property url folder: Files.startFolder

    signal picked(string path)

    function take(path: string) {
        picked(path);
        close();
    }

    wish: 860
    title: qsTr("保存到哪个文件夹")

    onAboutToShow: typed.text = ""

    RowLayout {
        width: parent.width
        spacing: 12

        IconButton {
            symbol: "up"
            outlined: true
            text: qsTr("上一级文件夹")
            onClicked: sheet.folder = list.parentFolder
        }
        Field {
            id: typed

            Layout.fillWidth: true
            inputName: "folderPath"
            label: qsTr("文件夹路径")
            hint: Files.pathOf(sheet.folder)
            onEdited: text => typed.text = text
        }
    }
    Txt {
        width: parent.width
        visible: list.count === 0
        text: qsTr("这个文件夹里没有别的文件夹。")
        size: Theme.sub
        color: Theme.ink2
    }
    ListView {
        id: view

        width: parent.width
        height: Math.min(contentHeight, 360)
        visible: list.count > 0
        clip: true
        cacheBuffer: 0
        model: FolderListModel {
            id: list

            folder: sheet.folder
            showFiles: false
        }
        delegate: ActionButton {
            required property string fileName
            required property url fileUrl

            width: view.width
            kind: "quiet"
            minimumHeight: Theme.row
            symbol: "folder"
            text: fileName
            onClicked: sheet.folder = fileUrl
        }
    }
    ActionButton {
        objectName: "folderSave"
        width: parent.width
        kind: "primary"
        symbol: "folder"
        text: qsTr("保存在这里")
        onClicked: sheet.take(typed.text !== "" ? typed.text : Files.pathOf(sheet.folder))
    }
}
