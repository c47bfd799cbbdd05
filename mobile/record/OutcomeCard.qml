import QtQuick
import Plumbline

// One item of a signed record: what it came to, what was answered, seen and recorded, and its photos.
Card {
    id: card

    required property string no
    required property string text
    required property string verdict
    required property string score
    required property string detail
    required property list<string> photos
    required property string places
    required property list<string> sounds
    required property list<string> soundLabels
    required property list<string> films
    required property list<string> filmLabels
    required property list<string> remarks
    required property string talk
    required property bool talkWaits
    property bool talkable: false  // whoever is signed in may write here

    signal talkAsked

    implicitHeight: column.implicitHeight + 28
    Accessible.role: Accessible.ListItem
    Accessible.name: no + " " + text + ", " + Theme.wordOf(verdict) + ", " + score

    Column {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 8

        Item {
            width: parent.width
            implicitHeight: Math.max(title.implicitHeight, points.implicitHeight)

            Icon {
                y: 3
                name: Theme.shapeOf(card.verdict)
                size: 18
                color: Theme.colorOf(card.verdict)
            }
            Txt {
                id: title

                x: 30
                width: parent.width - x - points.implicitWidth - 14
                text: card.no + "  " + card.text
                size: Theme.label
                Accessible.ignored: true
            }
            Txt {
                id: points

                anchors.right: parent.right
                text: card.score
                size: Theme.label
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Txt {
            x: 30
            width: parent.width - x
            visible: text !== ""
            text: card.detail
            size: Theme.sub
            color: Theme.ink2
        }
        Txt {
            objectName: "photoPlaces"
            x: 30
            width: parent.width - x
            visible: text !== ""
            text: card.places
            size: Theme.caption
            color: Theme.ink2
        }
        Flow {
            x: 30
            width: parent.width - x
            visible: card.photos.length > 0
            spacing: 8

            Repeater {
                model: card.photos

                Image {
                    required property string modelData

                    width: 132
                    height: 100
                    source: modelData
                    sourceSize: Qt.size(320, 320)
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("照片")
                }
            }
        }
        Repeater {
            model: card.sounds

            Column {
                id: heard

                required property string modelData
                required property int index
                // The two lists come one after the other.
                readonly property string asked: index < card.soundLabels.length ? card.soundLabels[index] : ""

                x: 30
                width: Math.min(480, column.width - x)
                spacing: 4

                Txt {
                    width: parent.width
                    text: heard.asked
                    size: Theme.caption
                    color: Theme.ink2
                }
                SoundBar {
                    objectName: "sound_" + card.objectName + "_" + heard.index
                    width: parent.width
                    file: heard.modelData
                    label: heard.asked
                }
            }
        }
        Repeater {
            model: card.films

            Column {
                id: seen

                required property string modelData
                required property int index
                readonly property string asked: index < card.filmLabels.length ? card.filmLabels[index] : ""

                x: 30
                width: Math.min(480, column.width - x)
                spacing: 4

                Txt {
                    width: parent.width
                    text: seen.asked
                    size: Theme.caption
                    color: Theme.ink2
                }
                FilmBox {
                    objectName: "film_" + card.objectName + "_" + seen.index
                    width: parent.width
                    file: seen.modelData
                    label: seen.asked
                }
            }
        }
        Column {
            x: 30
            width: parent.width - x
            visible: card.talk !== ""
            spacing: 4

            Repeater {
                model: card.remarks

                Txt {
                    required property string modelData

                    width: parent ? parent.width : 0
                    text: modelData
                    size: Theme.sub
                }
            }
            StatusWord {
                objectName: "talkWord_" + card.objectName
                maximumWidth: parent.width
                verdict: card.talkWaits ? "part" : "na"
                text: card.talk
            }
        }
        ActionButton {
            objectName: "talk_" + card.objectName
            x: 30
            width: Math.min(implicitWidth, parent.width - x)
            visible: card.talkable || card.talk !== ""
            kind: card.talkWaits ? "plain" : "quiet"
            symbol: "talk"
            text: card.talkWaits ? qsTr("回复") : card.talk !== "" ? qsTr("看问答") : qsTr("提问")
            font.pixelSize: Theme.label
            onClicked: card.talkAsked()
        }
    }
}
