import QtQuick
import Plumbline

// Files that answer a question by themselves: pictures with a small view, others by the head of their fingerprint.
Column {
    id: field

    required property string label
    property string value: ""
    property string hint: ""
    property string problem: ""
    property string inputName: ""
    property bool pictures: false
    property bool optional: false
    readonly property var hashes: value === "" ? [] : value.split(" ")

    signal asked
    signal removed(string hash)

    spacing: 8

    Txt {
        width: parent.width
        text: field.optional ? qsTr("%1（可不填）").arg(field.label) : field.label
        size: Theme.sub
        color: Theme.ink2
    }
    Repeater {
        model: field.hashes

        Rectangle {
            id: file

            required property string modelData
            required property int index
            readonly property string head: modelData.slice(0, 4) + " " + modelData.slice(4, 8)

            width: field.width
            height: Math.max(Theme.row, words.implicitHeight + 16)
            radius: Theme.radiusSmall
            color: Theme.card
            border.width: Theme.hairline
            border.color: Theme.line

            Item {
                id: mark

                x: 8
                anchors.verticalCenter: parent.verticalCenter
                width: 64
                height: 48

                Image {
                    anchors.fill: parent
                    visible: field.pictures
                    source: field.pictures ? "image://sealed/" + file.modelData : ""
                    sourceSize: Qt.size(160, 120)
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                }
                Icon {
                    anchors.centerIn: parent
                    visible: !field.pictures
                    name: "clip"
                    color: Theme.ink3
                }
            }
            Txt {
                id: words

                x: mark.x + mark.width + 12
                anchors.verticalCenter: parent.verticalCenter
                width: remove.x - x - 8
                text: (field.pictures ? qsTr("照片 %1 · 指纹 %2") : qsTr("文件 %1 · 指纹 %2")).arg(file.index + 1).arg(file.head)
                size: Theme.label
            }
            IconButton {
                id: remove

                objectName: field.inputName + "_remove" + file.index
                anchors.right: parent.right
                anchors.rightMargin: 4
                anchors.verticalCenter: parent.verticalCenter
                symbol: "trash"
                text: qsTr("移除：%1").arg(words.text)
                onClicked: field.removed(file.modelData)
            }
        }
    }
    ActionButton {
        objectName: field.inputName + "_add"
        symbol: "clip"
        text: field.pictures ? qsTr("加入照片") : qsTr("加入文件")
        font.pixelSize: Theme.label
        onClicked: field.asked()
    }
    Txt {
        width: parent.width
        visible: text !== ""
        text: field.problem ? field.problem : field.hint
        size: Theme.caption
        color: field.problem ? Theme.fail : Theme.ink2
    }
}
