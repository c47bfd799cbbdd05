import QtQuick
import Plumbline

// A section's outcome and points as a line of a table; where it is narrow, the outcome goes below the title.
Item {
    id: row

    required property string title
    required property string outcome
    required property string outcomeTone
    required property string points
    property int depth: 0
    readonly property real inset: 20 + Math.min(depth, 2) * 18
    readonly property bool narrow: width < 520 * Theme.textScale

    implicitHeight: (narrow ? name.implicitHeight + status.implicitHeight + 4 : Math.max(name.implicitHeight, status.implicitHeight)) + 24
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + outcome + ", " + points

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line2
    }
    Txt {
        id: name

        x: row.inset
        y: 12
        width: row.narrow ? parent.width - score.implicitWidth - x - 32 : parent.width * 0.42 - x
        text: row.title
        size: Theme.label
        Accessible.ignored: true
    }
    StatusWord {
        id: status

        x: row.narrow ? row.inset : parent.width * 0.44
        y: row.narrow ? name.y + name.height + 4 : 12
        verdict: row.outcomeTone
        text: row.outcome
        maximumWidth: row.narrow ? row.width - x - 20 : row.width * 0.34
    }
    Txt {
        id: score

        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        text: row.points
        size: Theme.label
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
