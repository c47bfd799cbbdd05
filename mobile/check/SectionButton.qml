import QtQuick
import QtQuick.Templates as T
import Plumbline

// A section of a checklist in the rail: its title, how far, and what is wrong or missing.
T.AbstractButton {
    id: button

    required property string title
    required property int answered
    required property int total
    required property string remark
    required property string tone
    property int depth: 0  // of a section that is part of another: set in, behind a line
    property bool current: false
    readonly property real inset: 12 + Math.min(depth, 2) * 18

    implicitWidth: 232
    implicitHeight: Math.max(Theme.row, column.implicitHeight + 20)
    text: title
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: title + ", " + answered + " / " + total + ", " + remark
    Accessible.selected: current

    background: Rectangle {
        radius: Theme.radiusSmall
        color: button.current ? Theme.accentSoft : button.down ? Theme.pressed : "transparent"
        border.width: Theme.sunlight && button.current ? Theme.chosenBorder : button.visualFocus ? 2.5 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Rectangle {
            visible: button.depth > 0
            x: button.inset - 11
            y: 8
            width: Theme.sunlight ? 2.5 : 2
            height: parent.height - 16
            color: Theme.line
        }
        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            x: button.inset
            width: parent.width - x - 12
            spacing: 3

            Txt {
                width: parent.width
                text: button.title
                size: button.depth > 0 ? Theme.sub : Theme.label
                strong: true
                color: button.current ? Theme.accentInk : Theme.ink
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                implicitHeight: Math.max(count.implicitHeight, remarkText.implicitHeight)

                Txt {
                    id: count

                    text: button.answered + " / " + button.total
                    size: Theme.caption
                    color: Theme.ink2
                    Accessible.ignored: true
                }
                Txt {
                    id: remarkText

                    anchors.right: parent.right
                    width: parent.width - count.implicitWidth - 12
                    horizontalAlignment: Text.AlignRight
                    text: (button.tone === "fail" ? "▲ " : button.tone === "pass" ? "✓ " : "") + button.remark
                    size: Theme.caption
                    color: Theme.colorOf(button.tone)
                    Accessible.ignored: true
                }
            }
            ProgressLine {
                width: parent.width
                value: button.total > 0 ? button.answered / button.total : 0
                fill: button.tone === "pass" ? Theme.pass : Theme.accent
            }
        }
    }
}
