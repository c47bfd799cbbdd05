import QtQuick
import Plumbline

// What the enterprise's self-assessment makes of the open item, and the switch that takes all of it off the screen, so
// that it leads nobody.
Rectangle {
    id: strip

    required property CheckItem item
    readonly property bool shown: item.selfVerdict !== ""

    implicitHeight: Math.max(words.implicitHeight, button.implicitHeight) + 8
    radius: Theme.radiusSmall
    color: Theme.sunlight ? Theme.card : Theme.accentSoft
    border.width: Theme.sunlight ? Theme.hairline : 0
    border.color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("企业自评")

    Column {
        id: words

        x: 14
        anchors.verticalCenter: parent.verticalCenter
        width: button.x - x - 8
        spacing: 2

        Flow {
            width: parent.width
            spacing: 10

            Txt {
                text: strip.shown ? qsTr("自评") : qsTr("企业自评已隐藏")
                size: Theme.sub
                color: Theme.accentInk
            }
            StatusWord {
                objectName: "selfVerdict"
                visible: strip.shown
                verdict: strip.item.selfVerdict
                size: Theme.sub
            }
            Txt {
                objectName: "selfPoints"
                visible: strip.shown && text !== ""
                text: strip.item.selfPoints
                size: Theme.sub
                color: Theme.ink2
            }
        }
        Txt {
            objectName: "selfNote"
            width: parent.width
            visible: text !== ""
            text: strip.item.selfNote !== "" ? qsTr("“%1”").arg(strip.item.selfNote) : ""
            size: Theme.sub
            color: Theme.ink
        }
    }
    ActionButton {
        id: button

        objectName: "besideToggle"
        x: parent.width - width - 4
        anchors.verticalCenter: parent.verticalCenter
        kind: "quiet"
        symbol: "eye"
        font.pixelSize: Theme.caption
        text: strip.shown ? qsTr("隐藏") : qsTr("显示")
        onClicked: Settings.besideShown = !Settings.besideShown
    }
}
