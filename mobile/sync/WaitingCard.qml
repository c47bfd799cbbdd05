import QtQuick
import Plumbline

// One thing that waits for the network: what it is, its bytes, how far, and why it failed.
Card {
    id: card

    required property string title
    required property string detail
    required property string bytes
    required property string problem
    required property string reason
    required property bool file
    required property real progress

    implicitHeight: Math.max(Theme.row, column.implicitHeight + 28)
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + detail + ", " + bytes + ", " + problem + ", " + reason

    Icon {
        x: 18
        anchors.verticalCenter: parent.verticalCenter
        name: card.problem ? "warning" : card.file ? "photo" : "records"
        color: card.problem ? Theme.fail : Theme.ink2
    }
    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        x: 58
        width: parent.width - x - 18
        spacing: 3

        Item {
            width: parent.width
            implicitHeight: Math.max(head.implicitHeight, size.implicitHeight)

            Txt {
                id: head

                width: parent.width - size.implicitWidth - 12
                text: card.detail ? card.title + " · " + card.detail : card.title
                size: Theme.label
                strong: true
                Accessible.ignored: true
            }
            Txt {
                id: size

                anchors.right: parent.right
                text: card.bytes
                size: Theme.sub
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: card.problem
            size: Theme.sub
            color: Theme.fail
            Accessible.ignored: true
        }
        Txt {
            objectName: "waitingReason"
            width: parent.width
            visible: text !== ""
            text: card.reason
            size: Theme.sub
            color: Theme.ink2
            Accessible.ignored: true
        }
        ProgressLine {
            width: parent.width
            visible: card.file && card.progress > 0
            value: card.progress
        }
    }
}
