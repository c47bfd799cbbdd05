import QtQuick
import QtQuick.Layouts
import Plumbline

// What of a page is shown: side by side as Segmented has them; where they do not fit, buttons that flow, since one below the
// other they would take half of a phone.
Item {
    id: tabs

    required property list<string> options
    property list<string> names
    property int current: 0

    signal picked(int index)

    Layout.fillWidth: true
    implicitWidth: segments.implicitWidth
    implicitHeight: segments.stacked ? chips.implicitHeight : segments.implicitHeight

    Segmented {
        id: segments

        visible: !stacked
        options: tabs.options
        names: tabs.names
        current: tabs.current
        onPicked: index => tabs.picked(index)
    }
    Flow {
        id: chips

        width: tabs.width
        visible: segments.stacked
        spacing: 8

        Repeater {
            model: tabs.options

            ActionButton {
                required property string modelData
                required property int index

                objectName: tabs.names[index] ?? ""
                width: Math.min(implicitWidth, chips.width)
                kind: index === tabs.current ? "primary" : "plain"
                leftPadding: 16
                rightPadding: 16
                font.pixelSize: Theme.label
                text: modelData
                onClicked: tabs.picked(index)
            }
        }
    }
}
