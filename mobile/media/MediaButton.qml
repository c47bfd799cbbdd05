import QtQuick
import QtQuick.Templates as T
import Plumbline

// A sound or a film that stands with a choice: small, and a tap of its own, which is not the choice's.
T.AbstractButton {
    id: button

    required property string file   // hash of a sealed file
    required property string label  // what it belongs to
    property bool film: false
    readonly property bool mine: file !== "" && Player.file === file && !Player.onStage
    readonly property string phase: mine ? Player.state : "idle"
    readonly property string problem: mine && Player.problem !== "" ? Player.problem : glance.problem
    readonly property string below: problem !== "" ? problem : mine ? Player.silence : ""

    implicitWidth: Math.max(Theme.touch, disc.width + (words.text !== "" ? words.implicitWidth + 12 : 0) + 16)
    implicitHeight: Theme.touch
    text: film ? qsTr("播放录像：%1").arg(label) : phase === "playing" ? qsTr("暂停：%1").arg(label) : qsTr("播放声音：%1").arg(label)
    enabled: problem === ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: below !== "" ? below : words.text

    onLabelChanged: if (film) Player.rename(file, label)
    onClicked: film ? Player.showFilm(file, label) : Player.toggle(file)
    onVisibleChanged: if (!visible && mine) Player.stop()
    Component.onDestruction: if (mine) Player.stop()

    MediaGlance {
        id: glance

        file: button.file
        film: button.film
    }

    background: Rectangle {
        radius: height / 2
        color: button.down ? Theme.pressed : Theme.panel
        border.width: button.visualFocus ? 3 : Theme.border
        border.color: button.visualFocus || button.phase === "playing" ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        ProgressRing {
            id: disc

            x: 8
            anchors.verticalCenter: parent.verticalCenter
            width: 40
            height: 40
            value: button.mine && Player.length > 0 ? Player.position / Player.length : 0
            color: Theme.accent
            track: "transparent"
        }
        Icon {
            anchors.centerIn: disc
            name: button.problem !== "" ? (button.film ? "film" : "sound") : button.phase === "playing" ? "pause" : "play"
            size: 20
            color: button.problem !== "" ? Theme.ink3 : Theme.accentInk
        }
        Txt {
            id: words

            x: disc.x + disc.width + 4
            anchors.verticalCenter: parent.verticalCenter
            text: button.mine && button.phase !== "loading" ? Player.positionText : glance.lengthText
            size: Theme.sub
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
