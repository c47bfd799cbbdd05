import QtQuick
import QtQuick.Templates as T
import Plumbline

// One of a few, side by side. `options` are labels; `names` their object names.
Rectangle {
    id: segmented

    required property list<string> options
    property list<string> names
    property int current: 0

    signal picked(int index)

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(Theme.touch, row.implicitHeight)
    radius: height / 2
    color: Theme.card
    border.width: Theme.border
    border.color: Theme.line
    Accessible.role: Accessible.PageTabList

    Row {
        id: row

        height: parent.height

        Repeater {
            model: segmented.options

            T.AbstractButton {
                id: option

                required property string modelData
                required property int index
                readonly property bool chosen: index === segmented.current

                objectName: segmented.names.length > index ? segmented.names[index] : ""
                implicitWidth: Math.max(64, word.implicitWidth + 36)
                height: row.height
                text: modelData
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: chosen

                onClicked: segmented.picked(index)

                background: Rectangle {
                    radius: height / 2
                    color: option.chosen ? Theme.accentSoft : "transparent"
                    border.width: option.visualFocus ? 3 : option.chosen ? (Theme.sunlight ? 4 : 2) : 0
                    border.color: Theme.accent
                }
                contentItem: Item {
                    Txt {
                        id: word

                        anchors.centerIn: parent
                        text: option.text
                        size: Theme.label
                        strong: option.chosen
                        wrapMode: Text.NoWrap
                        color: option.chosen ? Theme.accentInk : Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
