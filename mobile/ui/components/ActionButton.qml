import QtQuick
import QtQuick.Templates as T
import Plumbline

// The push button: primary (one a screen), plain, quiet (no outline) or danger. At least 56 high; long words wrap.
T.AbstractButton {
    id: button

    property string kind: "plain"
    property string symbol: ""
    property string symbolAfter: ""
    property bool busy: false
    property int minimumHeight: Theme.touch
    // The words' own width, measured apart: the label's follows from the button's, which follows from this.
    readonly property real words: Math.ceil(measure.advanceWidth) + 2
    // In the sun there is no grey: what rests now has a broken outline and thin words.
    readonly property bool dashed: Theme.sunlight && !enabled
    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property color ink: !enabled ? Theme.ink3 : filled ? Theme.inkOnAccent : kind === "quiet" ? Theme.accentInk : Theme.ink

    implicitWidth: Math.max(Theme.touch, words + leftPadding + rightPadding + (symbol ? Theme.icon + 10 : 0) + (symbolAfter ? Theme.icon + 6 : 0))
    implicitHeight: Math.max(minimumHeight, label.implicitHeight + 2 * Theme.gap)
    leftPadding: kind === "quiet" ? Theme.space : Theme.edge
    rightPadding: leftPadding
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Theme.strong
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text

    background: Rectangle {
        id: plate

        radius: height / 2 > 30 ? 28 : height / 2
        color: {
            if (button.kind === "quiet")
                return button.down || button.hovered ? Theme.accentSoft : "transparent";
            if (!button.enabled)
                return Theme.naSoft;
            const base = button.kind === "primary" ? Theme.accent : button.kind === "danger" ? Theme.fail : Theme.card;
            return button.down ? Qt.darker(base, Theme.dark ? 1.25 : 1.08) : base;
        }
        border.width: button.visualFocus ? 3 : button.dashed ? 0 : button.kind === "plain" || Theme.sunlight && button.kind !== "quiet" ? Theme.border : 0
        border.color: button.visualFocus ? (button.filled ? Theme.ink : Theme.accent) : button.enabled ? Theme.outline : Theme.line

        Loader {
            anchors.fill: parent
            active: button.dashed

            sourceComponent: DashedFrame {
                color: Theme.ink
                thickness: Theme.border
                radius: plate.radius
            }
        }
    }
    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: button.font.pixelSize
        font.weight: Theme.strong
        text: button.text
    }

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 10

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.symbol !== ""
                name: button.symbol
                size: Theme.icon
                color: button.ink
            }
            Txt {
                id: label

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(button.words, button.availableWidth - (button.symbol ? Theme.icon + 10 : 0) - (button.symbolAfter ? Theme.icon + 6 : 0))
                text: button.text
                size: button.font.pixelSize
                strong: !button.dashed
                color: button.ink
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.symbolAfter !== ""
                name: button.symbolAfter
                size: Theme.icon - 4
                color: button.ink
            }
        }
    }
}
