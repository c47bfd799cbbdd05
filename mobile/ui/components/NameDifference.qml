import QtQuick
import Plumbline

// Two names in one, character by character: what only the published one has is struck through, what only the licence has
// is underlined. Told by form, not by colour alone.
Flow {
    id: flow

    required property RowModel runs
    required property string published
    required property string licence
    property int size: Theme.body

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("登记的名称：%1；证照上的名称：%2").arg(published).arg(licence)

    Repeater {
        model: flow.runs

        // One run wraps within the line; a single one is never wider than it.
        Rectangle {
            id: run

            required property string text
            required property string side

            implicitWidth: Math.min(word.implicitWidth + (side === "both" ? 0 : 6), flow.width)
            implicitHeight: word.implicitHeight + 4
            radius: 3
            color: side === "both" ? "transparent" : Theme.softOf(side === "published" ? "fail" : "pass")

            Txt {
                id: word

                x: run.side === "both" ? 0 : 3
                y: 2
                width: Math.min(implicitWidth, flow.width - 2 * x)
                text: run.text
                size: flow.size
                strong: run.side !== "both"
                color: run.side === "published" ? Theme.fail : run.side === "licence" ? Theme.pass : Theme.ink
                font.strikeout: run.side === "published"
                font.underline: run.side === "licence"
                Accessible.ignored: true
            }
        }
    }
}
