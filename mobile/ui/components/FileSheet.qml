import QtQuick
import QtQuick.Layouts
import Qt.labs.folderlistmodel
import Plumbline

// Picks a picture, or any file, from the tablet's folders (or a USB stick), or by typing its path. Where several may be
// picked, a tap marks one, and each is told by a signal of its own, in the order of their names.
Sheet {
    id: sheet

    property bool pictures: true
    property bool several: false
    property var names: pictures ? ["*.jpg", "*.jpeg", "*.png", "*.webp", "*.heic", "*.heif"] : ["*"]
    property url folder: Files.startFolder
    property list<string> marked

    signal picked(string path)

    function take(path: string) {
        picked(path);
        close();
    }
    function mark(path: string) {
        marked = marked.includes(path) ? marked.filter(one => one !== path) : [...marked, path].sort();
    }
    function takeAll() {
        const all = typed.text === "" || marked.includes(typed.text) ? marked : [...marked, typed.text];
        for (const path of all)
            picked(path);
        close();
    }

    wish: 860
    title: pictures ? qsTr("选择照片") : qsTr("选择文件")

    onAboutToShow: {
        typed.text = "";
        marked = [];
    }

    GridLayout {
        id: place

        width: parent.width
        columns: width > 480 * Theme.textScale ? 3 : 2
        columnSpacing: 12
        rowSpacing: 12

        IconButton {
            Layout.alignment: Qt.AlignTop
            symbol: "up"
            outlined: true
            text: qsTr("上一级文件夹")
            onClicked: sheet.folder = list.parentFolder
        }
        Field {
            id: typed

            Layout.fillWidth: true
            inputName: "filePath"
            label: qsTr("文件路径")
            hint: Files.pathOf(sheet.folder)
            onEdited: text => typed.text = text
        }
        ActionButton {
            objectName: "fileOpen"
            Layout.fillWidth: place.columns === 2
            Layout.columnSpan: place.columns === 2 ? 2 : 1
            Layout.alignment: Qt.AlignTop
            kind: "primary"
            text: sheet.pictures ? qsTr("使用这张") : sheet.marked.length > 0 ? qsTr("使用选中的 %n 个", "", sheet.marked.length) : qsTr("使用这个")
            enabled: typed.text !== "" || sheet.marked.length > 0
            onClicked: sheet.takeAll()
        }
    }
    Txt {
        width: parent.width
        visible: list.count === 0
        text: sheet.pictures ? qsTr("这个文件夹里没有照片。") : qsTr("这个文件夹里没有文件。")
        size: Theme.sub
        color: Theme.ink2
    }
    ListView {
        id: view

        width: parent.width
        height: Math.max(200, Math.min(contentHeight, 420))
        clip: true
        spacing: sheet.several ? 8 : 0  // those that are marked have an outline
        // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
        cacheBuffer: 0
        displayMarginBeginning: 320
        displayMarginEnd: 320
        model: FolderListModel {
            id: list

            folder: sheet.folder
            nameFilters: sheet.names
            caseSensitive: false
            showDirsFirst: true
        }
        delegate: ActionButton {
            required property int index
            required property string fileName
            required property string filePath
            required property url fileUrl
            required property bool fileIsDir
            readonly property bool marked: sheet.marked.includes(filePath)

            objectName: "fileRow" + index
            width: view.width
            kind: marked ? "plain" : "quiet"
            minimumHeight: Theme.row
            symbol: marked ? "check" : fileIsDir ? "folder" : sheet.pictures ? "photo" : "clip"
            text: fileName
            Accessible.checkable: sheet.several && !fileIsDir
            Accessible.checked: marked
            onClicked: {
                if (fileIsDir)
                    sheet.folder = fileUrl;
                else if (sheet.several)
                    sheet.mark(filePath);
                else
                    sheet.take(filePath);
            }
        }
    }
}
