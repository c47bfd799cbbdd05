import QtQuick
import Plumbline

// Several rounds are open, or one for several sites: which is shown.
Flow {
    id: flow

    required property RowModel choices

    signal picked(int index)

    spacing: 8

    Repeater {
        model: flow.choices

        ActionButton {
            required property int index
            required property string title
            required property string site
            required property bool chosen

            objectName: "assessChoice" + index
            width: Math.min(implicitWidth, flow.width)
            kind: chosen ? "primary" : "plain"
            text: title + " · " + site
            font.pixelSize: Theme.label
            onClicked: flow.picked(index)
        }
    }
}
