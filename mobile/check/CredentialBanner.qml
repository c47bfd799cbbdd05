import QtQuick
import QtQuick.Layouts
import Plumbline

// An inspection begins with the credential: one tap says that it was shown. Once that is said it takes no
// room; before signing it can be looked up and taken back. An amendment is no visit.
Item {
    id: banner

    required property CheckModel check

    signal asked

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
            columns: width > 620 * Theme.textScale ? 3 : width > 320 * Theme.textScale ? 2 : 1
            columnSpacing: 8
            rowSpacing: 4

            Txt {
                id: words

                objectName: "credentialAsked"
                Layout.fillWidth: true
                Layout.columnSpan: grid.columns === 2 ? 2 : 1
                Layout.topMargin: grid.columns < 3 ? 8 : 0
                text: qsTr("检查前先向对方出示证件。")
                size: Theme.label
                color: Theme.colorOf("part")
            }
            ActionButton {
                objectName: "credentialOpen"
                Layout.fillWidth: grid.columns < 3
                symbol: "person"
                text: qsTr("亮证")
                font.pixelSize: Theme.label
                onClicked: banner.asked()
            }
            ActionButton {
                objectName: "credentialShown"
                Layout.fillWidth: grid.columns < 3
                symbol: "check"
                text: qsTr("已出示证件")
                font.pixelSize: Theme.label
                onClicked: banner.check.conduct.setShown(true)
            }
        }
    }
}
