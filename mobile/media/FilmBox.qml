import QtQuick
import QtQuick.Templates as T
import Plumbline

// A film that stands beside something: its first picture and a button that opens it on the stage.
T.AbstractButton {
    id: box

    required property string file   // hash of a sealed file
    required property string label  // what it belongs to
    readonly property string problem: glance.problem
    readonly property string length: glance.lengthText

    implicitWidth: 320
    implicitHeight: problem === "" ? Math.round(width * 9 / 16) : Math.max(Theme.row, reason.implicitHeight + 24)
    text: qsTr("播放录像：%1").arg(label)
    enabled: problem === ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: problem !== "" ? problem : length

    onClicked: Player.showFilm(file, label)
    onLabelChanged: Player.rename(file, label)

    MediaGlance {
        id: glance

        file: box.file
        film: true
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: box.problem === "" ? Theme.stage : Theme.panel
        border.width: box.visualFocus ? 3 : box.problem === "" ? 0 : Theme.border
        border.color: box.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        MovieView {
            anchors.fill: parent
            anchors.margins: box.visualFocus ? 3 : 0
            visible: box.problem === ""
            picture: glance.poster
        }
        Rectangle {
            anchors.centerIn: parent
            visible: box.problem === ""
            width: 72
            height: width
            radius: width / 2
            color: box.down ? Theme.accent : Theme.photoVeil
            border.width: 2
            border.color: Theme.paperWhite

            Icon {
                anchors.centerIn: parent
                name: "play"
                size: 30
                color: Theme.paperWhite
            }
        }
        Rectangle {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 8
            visible: box.problem === "" && box.length !== ""
            width: words.implicitWidth + 16
            height: words.implicitHeight + 6
            radius: height / 2
            color: Theme.photoVeil

            Txt {
                id: words

                anchors.centerIn: parent
                text: box.length
                size: Theme.caption
                color: Theme.paperWhite
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Icon {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            visible: box.problem !== ""
            name: "film"
            color: Theme.ink3
        }
        Txt {
            id: reason

            x: 16 + Theme.icon + 12
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 16
            visible: box.problem !== ""
            text: box.problem
            size: Theme.sub
            color: Theme.part
            Accessible.ignored: true
        }
    }
}
