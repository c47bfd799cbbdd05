import QtQuick
import QtQuick.Layouts
import Plumbline

// An inspection begins with the credential: one tap says that it was shown. Once that is said it takes no
// room; before signing it can be looked up and taken back. An amendment is no visit.
Item {
    id: banner

    required property CheckModel check

    visible: check.open && check.conduct.asked && !check.conduct.shown && !check.amending
    implicitHeight: visible ? card.height + 20 : 0

    Rectangle {
        id: card

        x: Theme.space
        y: 10
        width: parent.width - 2 * Theme.space
        height: grid.implicitHeight + 12
        radius: Theme.radius
        color: Theme.softOf("part")
        border.width: Theme.hairline
        border.color: Theme.partLine
        Accessible.role: Accessible.Grouping
        Accessible.name: words.text

        GridLayout {
            id: grid

            x: 16
            y: 6
            width: parent.width - 24
            columns: width > 480 * Theme.textScale ? 2 : 1
            columnSpacing: 8
            rowSpacing: 4

            Txt {
                id: words

                objectName: "credentialAsked"
                Layout.fillWidth: true
                Layout.topMargin: grid.columns === 1 ? 8 : 0
                text: qsTr("检查前先向对方出示证件。")
                size: Theme.label
                color: Theme.colorOf("part")
            }
            ActionButton {
                objectName: "credentialShown"
                Layout.alignment: Qt.AlignRight
                symbol: "check"
                text: qsTr("已出示证件")
                font.pixelSize: Theme.label
                onClicked: banner.check.conduct.setShown(true)
            }
        }
    }
}
