import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Plumbline

// One of a few, side by side; one below the other where they do not fit. `options` are labels; `names` their object names.
Item {
    id: segmented

    required property list<string> options
    property list<string> names
    property int current: 0

    // What the options take side by side.
    property real across: 0
    readonly property bool stacked: width > 0 && width < across

    signal picked(int index)

    function measure() {
        let sum = 0;
        for (let i = 0; i < items.count; ++i)
            sum += items.itemAt(i)?.implicitWidth ?? 0;
        across = sum;
    }

    Layout.fillWidth: true
    Layout.maximumWidth: across
    implicitWidth: across
    width: parent ? Math.min(across, parent.width) : across
    implicitHeight: stacked ? grid.implicitHeight : Theme.touch
    Accessible.role: Accessible.PageTabList

    // A layout that gave the height of the stack does not take it back by itself (Qt 6.4): nothing drawn depends on it.
    Rectangle {
        width: segmented.width
        height: segmented.implicitHeight
        radius: Theme.touch / 2
        color: Theme.card
        border.width: Theme.border
        border.color: Theme.outline
    }
    Grid {
        id: grid

        columns: segmented.stacked ? 1 : Math.max(1, segmented.options.length)

        Repeater {
            id: items

            model: segmented.options
            onItemAdded: segmented.measure()
            onItemRemoved: segmented.measure()

            T.AbstractButton {
                id: option

                required property string modelData
                required property int index
                readonly property bool chosen: index === segmented.current

                objectName: segmented.names.length > index ? segmented.names[index] : ""
                implicitWidth: Math.max(64, word.implicitWidth + 36)
                width: segmented.stacked ? segmented.width : implicitWidth
                height: segmented.stacked ? Math.max(Theme.touch, word.height + 16) : Theme.touch
                text: modelData
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: chosen

                onClicked: segmented.picked(index)
                // Not at once: what it takes decides whether they are stacked, which decides its width.
                onImplicitWidthChanged: Qt.callLater(segmented.measure)

                background: Rectangle {
                    radius: Theme.touch / 2
                    color: option.chosen ? Theme.chosen : "transparent"
                    border.width: option.visualFocus ? 3 : option.chosen ? 2 : 0
                    border.color: Theme.accent

                    // Seen on a filled ground, too.
                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: 4
                        radius: parent.radius - 4
                        visible: Theme.sunlight && option.visualFocus && option.chosen
                        color: "transparent"
                        border.width: 2
                        border.color: Theme.chosenInk
                    }
                }
                contentItem: Item {
                    Txt {
                        id: word

                        anchors.centerIn: parent
                        width: segmented.stacked ? parent.width - 36 : implicitWidth
                        horizontalAlignment: Text.AlignHCenter
                        text: option.text
                        size: Theme.label
                        strong: option.chosen
                        wrapMode: segmented.stacked ? Text.Wrap : Text.NoWrap
                        color: option.chosen ? Theme.chosenInk : Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
