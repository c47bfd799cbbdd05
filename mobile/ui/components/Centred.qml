import QtQuick
import Plumbline

// Gives what is lower than a button the place of one, so that both stand on one line.
Item {
    default property alias content: holder.data

    implicitWidth: holder.width
    implicitHeight: Math.max(Theme.touch, holder.height)

    Item {
        id: holder

        anchors.verticalCenter: parent.verticalCenter
        width: childrenRect.width
        height: childrenRect.height
    }
}
