import QtQuick
import QtQuick.Templates as T
import Plumbline

// The head of one copy of a repeat: which it is, a copy of it, and away with it. Where there are many a tap opens it.
Rectangle {
    id: head

    required property string copy
    required property string label
    property string words: ""
    property string problem: ""
    property bool fixed: false
    property bool foldable: false
    property bool folded: false

    signal toggled
    signal copied
    signal removed

    implicitHeight: Math.max(Theme.touch, column.implicitHeight + 16)
    radius: Theme.radiusSmall
    color: Theme.panel
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.Heading
    Accessible.name: label

    T.AbstractButton {
        id: opener

        objectName: "copy_" + head.copy
        width: buttons.x
        height: parent.height
        enabled: head.foldable
        text: head.label
        focusPolicy: head.foldable ? Qt.StrongFocus : Qt.NoFocus
        Accessible.role: head.foldable ? Accessible.Button : Accessible.StaticText
        Accessible.name: [head.label, head.words, head.problem].filter(part => part !== "").join(", ")
        onClicked: head.toggled()

        background: Rectangle {
            radius: Theme.radiusSmall
            color: opener.down ? Theme.accentSoft : "transparent"
            border.width: opener.visualFocus ? 3 : 0
            border.color: Theme.accent
        }
        contentItem: Item {
            Icon {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                visible: head.foldable
                name: "down"
                rotation: head.folded ? -90 : 0
                size: 20
                color: Theme.ink2
            }
            Column {
                id: column

                x: head.foldable ? 42 : 14
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 8
                spacing: 2

                Txt {
                    objectName: "copyLabel_" + head.copy
                    width: parent.width
                    text: head.label
                    size: Theme.body
                    strong: true
                    Accessible.ignored: true
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: head.words
                    size: Theme.sub
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: head.problem
                    size: Theme.sub
                    color: Theme.part
                    Accessible.ignored: true
                }
            }
        }
    }
    Row {
        id: buttons

        x: parent.width - width
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            objectName: "like_" + head.copy
            visible: !head.fixed
            symbol: "copy"
            text: qsTr("照样添加一份：%1").arg(head.label)
            onClicked: head.copied()
        }
        IconButton {
            objectName: "remove_" + head.copy
            visible: !head.fixed
            symbol: "trash"
            text: qsTr("删除：%1").arg(head.label)
            onClicked: head.removed()
        }
    }
}
