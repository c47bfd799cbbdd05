import QtQuick
import QtQuick.Layouts
import Plumbline

// It is signed and sealed: the short fingerprint, to be written down by whoever wants to compare later.
Item {
    id: panel

    required property string fingerprint
    property bool byTwo: false  // a second inspector has to sign it, too

    signal finished
    signal cosignAsked

    // On a low screen, or with large text, there is more than it holds.
    Flickable {
        id: scroll

        anchors.fill: parent
        clip: true
        contentHeight: Math.max(height, card.height + 2 * Theme.space)
        boundsBehavior: Flickable.StopAtBounds

        Card {
            id: card

            x: (scroll.width - width) / 2
            y: (scroll.contentHeight - height) / 2
            width: Math.min(560, scroll.width - 48)
            height: column.implicitHeight + 64

            ColumnLayout {
                id: column

                x: 32
                y: 32
                width: parent.width - 64
                spacing: 18

                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    name: "shield"
                    size: 64
                    color: Theme.pass
                }
                Txt {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("记录已签名并封存在本机")
                    size: Theme.heading
                    strong: true
                    color: Theme.pass
                }
                Txt {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: panel.byTwo ? qsTr("还要另一名检查员签字，签字之前不计入任何结果。下面是内容的短指纹，两名检查员签的是同一份。") : qsTr("有网络时自动上传。下面是记录的短指纹，双方可以抄下，日后核对。")
                    size: Theme.label
                    color: Theme.ink2
                }
                Rectangle {
                    Layout.fillWidth: true
                    implicitHeight: words.implicitHeight + 36
                    radius: Theme.radius
                    color: Theme.sunlight ? Theme.card : Theme.line2
                    border.width: Theme.sunlight ? Theme.hairline : 0

                    Txt {
                        id: words

                        objectName: "sealedFingerprint"
                        anchors.centerIn: parent
                        width: parent.width - 24
                        horizontalAlignment: Text.AlignHCenter
                        text: panel.fingerprint
                        size: Theme.heading
                        font.family: Theme.mono
                        font.letterSpacing: 1
                    }
                }
                ActionButton {
                    objectName: "sealedCosign"
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredWidth: Math.min(implicitWidth, column.width)
                    visible: panel.byTwo
                    kind: "primary"
                    symbol: "pen"
                    text: qsTr("另一名检查员签字")
                    onClicked: panel.cosignAsked()
                }
                ActionButton {
                    objectName: "showRecord"
                    Layout.alignment: Qt.AlignHCenter
                    Layout.preferredWidth: Math.min(implicitWidth, column.width)
                    kind: panel.byTwo ? "quiet" : "primary"
                    symbolAfter: "forward"
                    text: qsTr("查看记录")
                    onClicked: panel.finished()
                }
            }
        }
    }
}
