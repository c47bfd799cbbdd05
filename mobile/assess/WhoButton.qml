import QtQuick
import QtQuick.Templates as T
import Plumbline

// Who fills a section, or is to fill it; a tap names somebody.
T.AbstractButton {
    id: button

    required property string section
    required property string who
    required property string note
    required property string initial
    property bool small: false

    objectName: "assignWho_" + section
    implicitWidth: mark.implicitWidth + 12
    implicitHeight: Math.max(Theme.touch, mark.implicitHeight + 8)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: who !== "" ? qsTr("谁在填：%1，改派").arg([who, note].filter(one => one !== "").join(", ")) : qsTr("派给谁")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: button.down ? Theme.pressed : "transparent"
        border.width: button.visualFocus ? 3 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        PersonMark {
            id: mark

            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            name: button.who
            note: button.note
            initial: button.initial
            small: button.small
            askable: button.enabled
        }
    }
}
