import QtQuick
import QtQuick.Layouts
import Plumbline

// The head of a place of the app: a large title, a line under it, the primary action to the right.
RowLayout {
    id: head

    required property string title
    property string subtitle: ""

    spacing: 16

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Txt {
            objectName: "pageTitle"
            Layout.fillWidth: true
            text: head.title
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
        }
        Txt {
            Layout.fillWidth: true
            visible: text !== ""
            text: head.subtitle
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
