import QtQuick
import Plumbline

// Files that answer a question by themselves: pictures with a small view, sounds and films to be played, others by the
// head of their fingerprint.
Column {
    id: field

    required property string label
    required property SoundNote note
    property string draft: ""
    property string question: ""  // the key of the answer
    property string value: ""
    property string hint: ""
    property string problem: ""
    property string inputName: ""
    property bool pictures: false
    property bool sounds: false
    property bool films: false
    property bool optional: false
    readonly property var hashes: value === "" ? [] : value.split(" ")

    signal asked
    signal removed(string hash)

    function nameOf(number: int, head: string): string {
        return (pictures ? qsTr("照片 %1 · 指纹 %2") : sounds ? qsTr("录音 %1 · 指纹 %2") : films ? qsTr("录像 %1 · 指纹 %2") : qsTr("文件 %1 · 指纹 %2")).arg(number).arg(head);
    }

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
            id: entry

            required property string modelData
            required property int index
            readonly property string fingerprint: modelData.slice(0, 4) + " " + modelData.slice(4, 8)

            width: field.width
            height: Math.max(Theme.row, words.implicitHeight + 16) + (played.active ? played.height + 8 : 0)
            radius: Theme.radiusSmall
            color: Theme.card
            border.width: Theme.hairline
            border.color: Theme.line

            Item {
                id: mark

                x: 8
                y: (head.height - height) / 2
                width: 64
                height: 48

                Image {
                    anchors.fill: parent
                    visible: field.pictures
                    source: field.pictures ? "image://sealed/" + entry.modelData : ""
                    sourceSize: Qt.size(160, 120)
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                }
                Icon {
                    anchors.centerIn: parent
                    visible: !field.pictures
                    name: field.sounds ? "sound" : field.films ? "film" : "clip"
                    color: Theme.ink3
                }
            }
            Item {
                id: head

                width: parent.width
                height: Math.max(Theme.row, words.implicitHeight + 16)

                Txt {
                    id: words

                    x: mark.x + mark.width + 12
                    anchors.verticalCenter: parent.verticalCenter
                    width: remove.x - x - 8
                    text: field.nameOf(entry.index + 1, entry.fingerprint)
                    size: Theme.label
                }
                IconButton {
                    id: remove

                    objectName: field.inputName + "_remove" + entry.index
                    anchors.right: parent.right
                    anchors.rightMargin: 4
                    anchors.verticalCenter: parent.verticalCenter
                    symbol: "trash"
                    text: qsTr("移除：%1").arg(words.text)
                    onClicked: field.removed(entry.modelData)
                }
            }
            Loader {
                id: played

                x: 8
                y: head.height
                width: Math.min(parent.width - 16, 480)
                active: field.sounds || field.films
                sourceComponent: field.films ? film : sound
            }
            Component {
                id: sound

                SoundBar {
                    objectName: field.inputName + "_sound" + entry.index
                    file: entry.modelData
                    label: words.text
                }
            }
            Component {
                id: film

                FilmBox {
                    objectName: field.inputName + "_film" + entry.index
                    file: entry.modelData
                    label: words.text
                }
            }
        }
    }
    SoundRecorder {
        width: parent.width
        visible: field.sounds
        wholeWidth: false
        note: field.note
        draft: field.draft
        place: "question:" + field.question
    }
    ActionButton {
        objectName: field.inputName + "_add"
        symbol: "clip"
        text: field.pictures ? qsTr("加入照片") : field.sounds ? qsTr("加入录音") : field.films ? qsTr("加入录像") : qsTr("加入文件")
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
