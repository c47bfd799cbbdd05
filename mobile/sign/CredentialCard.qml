import QtQuick
import QtQuick.Layouts
import Plumbline

// Before signing: whether it is noted that the credential was shown, when and where; it can be noted late, and taken back.
Rectangle {
    id: card

    required property CheckConduct conduct

    implicitHeight: grid.implicitHeight + 20
    radius: Theme.radius
    color: conduct.shown ? Theme.card : Theme.softOf("part")
    border.width: Theme.hairline
    border.color: conduct.shown ? Theme.line : Theme.partLine
    Accessible.role: Accessible.Grouping
    Accessible.name: title.text + ", " + words.text

    GridLayout {
        id: grid

        x: 16
        y: 10
        width: parent.width - 24
        columns: width > 460 * Theme.textScale ? 3 : 2
        columnSpacing: 14

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 6
            name: card.conduct.shown ? "check" : "warning"
            size: Theme.icon - 2
            color: card.conduct.shown ? Theme.pass : Theme.part
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Txt {
                id: title

                objectName: "credentialTitle"
                Layout.fillWidth: true
                text: card.conduct.shown ? qsTr("已出示证件") : qsTr("没有记下出示证件")
                size: Theme.label
                strong: true
                color: card.conduct.shown ? Theme.ink : Theme.part
                Accessible.ignored: true
            }
            Txt {
                id: words

                objectName: "credentialWords"
                Layout.fillWidth: true
                text: card.conduct.shown ? card.conduct.shownWords : card.conduct.enforced ? qsTr("出示后在此记下；确实没有出示的，签名页要写明理由。") : qsTr("出示后在此记下；没有出示的，可在签名页写明理由。")
                size: Theme.sub
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        ActionButton {
            objectName: card.conduct.shown ? "credentialUndo" : "credentialShown"
            Layout.columnSpan: grid.columns === 2 ? 2 : 1
            Layout.alignment: Qt.AlignRight
            kind: card.conduct.shown ? "quiet" : "plain"
            text: card.conduct.shown ? qsTr("撤回") : qsTr("已出示证件")
            font.pixelSize: Theme.label
            onClicked: card.conduct.setShown(!card.conduct.shown)
        }
    }
}
