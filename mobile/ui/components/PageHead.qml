import QtQuick
import QtQuick.Layouts
import Plumbline

// The head of a place of the app: a large title, a line under it, the primary action to the right; beneath where large
// text leaves no room beside it.
GridLayout {
    id: head

    required property string title
    property string subtitle: ""

    columns: width < 300 * Theme.textScale ? 1 : 2
    columnSpacing: 16
    rowSpacing: 12

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
