import QtQuick
import QtQuick.Layouts
import Plumbline

// What shows that the inspected party refused to sign: heard, seen and read here.
Card {
    id: card

    required property RecordModel record

    implicitHeight: column.implicitHeight + 32

    ColumnLayout {
        id: column

        x: 18
        y: 16
        width: parent.width - 36
        spacing: 10

        Txt {
            Layout.fillWidth: true
            text: qsTr("拒签的证明材料")
            size: Theme.label
            strong: true
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.record.refusalSounds

            SoundBar {
                required property string modelData
                required property int index

                objectName: "refusalSound" + index
                Layout.fillWidth: true
                Layout.maximumWidth: 480
                file: modelData
                label: qsTr("拒签录音")
            }
        }
        Repeater {
            model: card.record.refusalFilms

            FilmBox {
                required property string modelData
                required property int index

                objectName: "refusalFilm" + index
                Layout.fillWidth: true
                Layout.maximumWidth: 480
                file: modelData
                label: qsTr("拒签录像")
            }
        }
        Flow {
            Layout.fillWidth: true
            visible: card.record.refusalPictures.length > 0
            spacing: 8

            Repeater {
                model: card.record.refusalPictures

                Image {
                    required property string modelData

                    width: 132
                    height: 100
                    source: "image://sealed/" + modelData
                    sourceSize: Qt.size(320, 320)
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("证明材料")
                }
            }
        }
        Txt {
            objectName: "refusalOthers"
            Layout.fillWidth: true
            visible: text !== ""
            text: card.record.refusalOthers
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
