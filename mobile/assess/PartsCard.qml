import QtQuick
import Plumbline

// A self-assessment by file, where no network joins colleagues: one's own part goes out, theirs come in, and each file
// is told what became of it.
Card {
    id: card

    required property PartsModel parts
    required property int unsent  // items that were not handed over yet: they are in no file
    required property int conflicts

    signal decided

    implicitHeight: column.implicitHeight + 36

    Column {
        id: column

        x: 18
        y: 18
        width: parent.width - 36
        spacing: 12

        Txt {
            width: parent.width
            text: qsTr("没有网络：用文件交接")
            size: Theme.label
            strong: true
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: parent.width
            text: qsTr("把交给合并的内容存成文件，用 U 盘等交给同事；同事在平板或浏览器里取入，不用网络。先连上网的一方会一并上传。")
            size: Theme.sub
            color: Theme.ink2
        }
        Txt {
            objectName: "partsUnsent"
            width: parent.width
            visible: card.unsent > 0
            text: qsTr("有 %n 项还没有交给合并，不会在文件里。", "", card.unsent)
            size: Theme.sub
            strong: true
            color: Theme.ink2
        }
        Notice {
            objectName: "partsSaid"
            width: parent.width
            visible: card.parts.said !== ""
            tone: card.parts.tone
            text: card.parts.said
        }
        Repeater {
            model: card.parts.told

            Notice {
                required property int index
                required property string name
                required property string words
                required tone

                objectName: "partTold" + index
                width: column.width
                text: qsTr("%1：%2").arg(name).arg(words)
            }
        }
        Flow {
            width: parent.width
            spacing: 12

            ActionButton {
                objectName: "partsSave"
                width: Math.min(implicitWidth, parent.width)
                symbol: "share"
                text: card.parts.busy ? qsTr("请稍等") : qsTr("把我填的部分存成文件")
                enabled: !card.parts.busy
                onClicked: folder.made().open()
            }
            ActionButton {
                objectName: "partsTake"
                width: Math.min(implicitWidth, parent.width)
                symbol: "folder"
                text: qsTr("取入同事的文件")
                enabled: !card.parts.busy
                onClicked: files.made().open()
            }
            ActionButton {
                objectName: "partsDecide"
                width: Math.min(implicitWidth, parent.width)
                visible: card.conflicts > 0 && card.parts.told.count > 0
                kind: "quiet"
                symbolAfter: "forward"
                text: qsTr("去选定")
                onClicked: card.decided()
            }
        }
    }
    Later {
        id: files

        sourceComponent: FileSheet {
            pictures: false
            several: true
            names: ["*.json"]
            title: qsTr("选择同事的文件")
            onPicked: path => card.parts.take(path)
        }
    }
    Later {
        id: folder

        sourceComponent: FolderSheet {
            onPicked: path => card.parts.save(path)
        }
    }
}
