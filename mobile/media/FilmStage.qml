import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// The film that is played, over everything: a dark stage whatever the theme. Space pauses it, Esc and the button at the
// top lead back.
Popup {
    id: stage

    readonly property string phase: Player.state
    readonly property real progress: Player.length > 0 ? Player.position / Player.length : 0

    parent: T.Overlay.overlay
    width: parent ? parent.width : 800
    height: parent ? parent.height : 600
    padding: 0
    modal: true
    focus: true
    visible: Player.onStage
    closePolicy: Popup.CloseOnEscape

    onClosed: if (Player.onStage) Player.stop()

    background: Rectangle {
        color: Theme.stage
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: Player.title

        Keys.onSpacePressed: Player.pauseOrGoOn()
        Keys.onLeftPressed: Player.seek(Math.max(0, Player.position - 5000))
        Keys.onRightPressed: Player.seek(Math.min(Player.length, Player.position + 5000))

        Item {
            id: head

            width: parent.width
            height: Math.max(72, heading.implicitHeight + 24)

            StageTitle {
                id: heading

                x: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - close.width - 24
                text: Player.title
                ink: Theme.paperWhite
            }
            IconButton {
                id: close

                objectName: "filmClose"
                anchors.right: parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                symbol: "close"
                ink: hovered || down ? Theme.ink : Theme.paperWhite
                text: qsTr("关闭录像")
                onClicked: stage.close()
            }
        }
        MovieView {
            id: view

            objectName: "filmPicture"
            y: head.height
            width: parent.width
            height: foot.y - y
            picture: Player.picture
            Accessible.role: Accessible.Graphic
            Accessible.name: Player.title

            MouseArea {
                anchors.fill: parent
                onClicked: Player.pauseOrGoOn()
            }
        }
        Waiting {
            anchors.centerIn: view
            visible: stage.phase === "loading"
        }
        Column {
            anchors.centerIn: view
            width: Math.min(560, parent.width - 2 * Theme.edge)
            visible: stage.phase === "cannot"
            spacing: 12

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "film"
                size: 48
                color: Theme.paperWhite
            }
            Txt {
                objectName: "filmProblem"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: Player.problem
                color: Theme.paperWhite
                Accessible.role: Accessible.AlertMessage
            }
        }
        Column {
            id: foot

            y: parent.height - height - 12
            x: Theme.space
            width: parent.width - 2 * x
            visible: stage.phase !== "cannot"
            topPadding: 8
            spacing: 4

            Txt {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: Player.silence
                size: Theme.sub
                color: Theme.paperWhite
            }
            Item {
                width: parent.width
                height: Math.max(Theme.touch, times.implicitHeight)

                T.AbstractButton {
                    id: toggle

                    objectName: "filmToggle"
                    width: Theme.touch
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                    focus: true
                    focusPolicy: Qt.StrongFocus
                    enabled: stage.phase !== "loading"
                    text: stage.phase === "playing" ? qsTr("暂停") : qsTr("播放")
                    Accessible.role: Accessible.Button
                    Accessible.name: text
                    onClicked: Player.pauseOrGoOn()

                    background: Rectangle {
                        radius: height / 2
                        color: toggle.down ? Theme.accent : "transparent"
                        border.width: toggle.visualFocus ? 3 : 2
                        border.color: Theme.paperWhite
                    }
                    contentItem: Item {
                        Icon {
                            anchors.centerIn: parent
                            name: stage.phase === "playing" ? "pause" : "play"
                            color: Theme.paperWhite
                        }
                    }
                }
                T.Slider {
                    id: line

                    objectName: "filmLine"
                    x: toggle.width + 12
                    anchors.verticalCenter: parent.verticalCenter
                    width: times.x - x - 16
                    height: Theme.touch
                    enabled: Player.length > 0
                    value: stage.progress
                    Accessible.role: Accessible.Slider
                    Accessible.name: qsTr("播放位置")
                    onMoved: Player.seek(Math.round(value * Player.length))
                    // A slider that was moved is not bound any more.
                    onPressedChanged: if (!pressed) value = Qt.binding(() => stage.progress)

                    background: Rectangle {
                        y: (line.height - height) / 2
                        width: line.width
                        height: 6
                        radius: 3
                        color: Theme.stageLine

                        Rectangle {
                            width: line.visualPosition * parent.width
                            height: parent.height
                            radius: parent.radius
                            color: Theme.paperWhite
                        }
                    }
                    handle: Rectangle {
                        x: line.visualPosition * (line.width - width)
                        y: (line.height - height) / 2
                        width: 22
                        height: width
                        radius: width / 2
                        color: Theme.paperWhite
                        border.width: line.visualFocus ? 4 : 0
                        border.color: Theme.accent
                    }
                }
                Txt {
                    id: times

                    objectName: "filmTimes"
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: Player.lengthText !== "" ? qsTr("%1 / %2").arg(Player.positionText).arg(Player.lengthText) : Player.positionText
                    size: Theme.sub
                    color: Theme.paperWhite
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
