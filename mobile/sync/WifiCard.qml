import QtQuick
import Plumbline

// Whether photos wait for a network that costs nothing, and what network there is now.
Card {
    id: card

    required property string network

    implicitHeight: column.implicitHeight + 28

    Column {
        id: column

        x: 18
        y: 14
        width: parent.width - 36
        spacing: 8

        TickField {
            objectName: "photosOnWifi"
            width: parent.width
            label: qsTr("照片和附件只用无线网络传")
            ticked: Settings.photosOnWifi
            onClicked: Settings.photosOnWifi = !Settings.photosOnWifi
        }
        Txt {
            objectName: "networkKind"
            width: parent.width
            text: qsTr("现在：%1。记录只有几 KB，什么网络都马上传。").arg(card.network)
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
