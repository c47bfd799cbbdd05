import QtQuick
import QtQuick.Templates as T
import Plumbline

// The title of a stage over everything, which leaves the picture its room: two lines, and the whole of it at a tap where
// it is longer. A line under it always stands whole.
Column {
    id: title

    required property string text
    property string under: ""
    property string underName: ""
    property color ink: Theme.ink
    property color underInk: Theme.ink2
    property int size: Theme.label
    property bool whole: false
    readonly property bool cut: words.truncated

    onTextChanged: whole = false

    T.AbstractButton {
        id: button

        objectName: "stageTitle"
        width: title.width
        implicitHeight: Math.max(words.implicitHeight, enabled ? Theme.touch : 0)
        enabled: title.cut || title.whole
        text: title.text
        focusPolicy: enabled ? Qt.StrongFocus : Qt.NoFocus
        Accessible.role: enabled ? Accessible.Button : Accessible.Heading
        Accessible.name: text
        Accessible.description: !enabled ? "" : title.whole ? qsTr("收起题目") : qsTr("看完整题目")
        onClicked: title.whole = !title.whole

        background: Rectangle {
            radius: Theme.radiusSmall
            color: "transparent"
            border.width: button.visualFocus ? 3 : 0
            border.color: Theme.accent
        }
        contentItem: Item {
            Txt {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                // The mark's room is kept whether it is there or not: what is cut must not depend on it.
                width: parent.width - more.width - 8
                text: title.text
                size: title.size
                strong: true
                maximumLineCount: title.whole ? 100 : 2
                elide: Text.ElideRight
                color: title.ink
                Accessible.ignored: true
            }
            Icon {
                id: more

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: button.enabled
                name: "forward"
                rotation: title.whole ? -90 : 90
                size: Theme.icon - 4
                color: title.ink
            }
        }
    }
    Txt {
        objectName: title.underName
        width: title.width
        visible: text !== ""
        text: title.under
        size: Theme.caption
        color: title.underInk
    }
}
