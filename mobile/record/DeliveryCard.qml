import QtQuick
import QtQuick.Layouts
import Plumbline

// How the result came to the inspected party after the record was sealed, each with its photos and receipts; a tap on
// one shows it whole, under its marks.
Card {
    id: card

    required property RowModel deliveries

    implicitHeight: column.implicitHeight + 32

    ColumnLayout {
        id: column

        x: 18
        y: 16
        width: parent.width - 36
        spacing: 14

        Txt {
            Layout.fillWidth: true
            text: qsTr("事后送达")
            size: Theme.label
            strong: true
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: card.deliveries

            ColumnLayout {
                id: one

                required property int index
                required property string said
                required property list<string> pictures
                required property list<string> kinds
                required property list<string> captions
                required property list<string> sounds
                required property list<string> films
                required property string others

                Layout.fillWidth: true
                spacing: 10

                Txt {
                    objectName: "deliverySaid" + one.index
                    Layout.fillWidth: true
                    text: one.said
                    size: Theme.sub
                    color: Theme.ink2
                }
                Flow {
                    Layout.fillWidth: true
                    visible: one.pictures.length > 0
                    spacing: 10

                    Repeater {
                        model: one.pictures

                        PhotoTile {
                            required property string modelData
                            required property int index

                            objectName: "deliveryPicture" + one.index + "_" + index
                            width: 160
                            height: 128
                            source: "image://sealed/" + modelData
                            kind: one.kinds[index]
                            caption: one.captions[index]
                            onClicked: whole.made().show(modelData, false)
                        }
                    }
                }
                Repeater {
                    model: one.sounds

                    SoundBar {
                        required property string modelData
                        required property int index

                        objectName: "deliverySound" + one.index + "_" + index
                        Layout.fillWidth: true
                        Layout.maximumWidth: 480
                        file: modelData
                        label: qsTr("送达的录音")
                    }
                }
                Repeater {
                    model: one.films

                    FilmBox {
                        required property string modelData
                        required property int index

                        objectName: "deliveryFilm" + one.index + "_" + index
                        Layout.fillWidth: true
                        Layout.maximumWidth: 480
                        file: modelData
                        label: qsTr("送达的录像")
                    }
                }
                Txt {
                    objectName: "deliveryOthers" + one.index
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: one.others
                    size: Theme.sub
                    color: Theme.ink2
                }
            }
        }
    }
    Later {
        id: whole

        sourceComponent: ShotSheet {
            title: qsTr("送达的照片或回执")
        }
    }
}
