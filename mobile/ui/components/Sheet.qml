import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// A modal sheet in the middle of the screen: a title, whatever stands in it, and a close button. Its content scrolls when
// the screen is too low for it.
Popup {
    id: sheet

    property string title: ""
    property int wish: 620
    property bool closable: true
    property bool bare: false  // without a head: what stands in it closes it itself
    default property alias content: column.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(wish, (parent ? parent.width : wish) - 2 * Theme.space)
    height: Math.min(implicitHeight, (parent ? parent.height : 800) - 2 * Theme.space)
    implicitHeight: head.height + column.implicitHeight + Theme.edge
    padding: 0
    modal: true
    focus: true
    closePolicy: closable ? Popup.CloseOnEscape : Popup.NoAutoClose

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: 16
        color: Theme.card
        border.width: Theme.hairline
        border.color: Theme.line
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Item {
            id: head

            width: parent.width
            visible: !sheet.bare
            height: sheet.bare ? Theme.gap : Math.max(72, heading.implicitHeight + 32)

            Txt {
                id: heading

                x: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 80
                text: sheet.title
                size: Theme.item
                strong: true
                Accessible.role: Accessible.Heading
            }
            IconButton {
                objectName: "sheetClose"
                anchors.right: parent.right
                anchors.rightMargin: 10
                anchors.verticalCenter: parent.verticalCenter
                visible: sheet.closable
                symbol: "close"
                text: qsTr("关闭")
                onClicked: sheet.close()
            }
        }
        Flickable {
            anchors.fill: parent
            anchors.topMargin: head.height
            anchors.bottomMargin: Theme.gap
            contentHeight: column.implicitHeight + Theme.space
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: column

                x: Theme.edge
                width: parent.width - 2 * Theme.edge
                spacing: Theme.space
            }
        }
    }
}
