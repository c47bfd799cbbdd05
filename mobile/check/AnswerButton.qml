import QtQuick
import QtQuick.Templates as T
import Plumbline

// One answer to one item: a shape and a word, chosen by a tap. As a `row` the shape stands before the words. What is to
// be heard or seen with it has a button of its own inside.
T.AbstractButton {
    id: button

    property string verdict: ""
    property bool chosen: false
    property bool multiple: false
    property bool row: false
    property string picture: ""  // hashes of sealed files
    property string sound: ""
    property string film: ""
    readonly property bool plays: sound !== "" || film !== ""
    readonly property color ink: chosen ? (verdict ? Theme.colorOf(verdict) : Theme.accentInk) : verdict === "na" ? Theme.na : Theme.ink

    implicitWidth: 130
    implicitHeight: Math.max(verdict && !row ? 72 : Theme.touch, (row ? Math.max(words.implicitHeight, beside.item ? beside.item.implicitHeight : 0) : column.implicitHeight) + 16)
    focusPolicy: Qt.StrongFocus
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radius
        color: button.chosen ? (button.verdict ? Theme.softOf(button.verdict) : Theme.accentSoft) : button.down ? Theme.pressed : Theme.card
        border.width: button.chosen ? (Theme.sunlight ? 4 : 2) : button.visualFocus ? 3 : Theme.border
        border.color: button.chosen ? button.ink : button.visualFocus ? Theme.accent : Theme.outline
    }
    contentItem: Item {
        Icon {
            x: 10
            anchors.verticalCenter: parent.verticalCenter
            visible: button.row && button.verdict !== ""
            name: Theme.shapeOf(button.verdict)
            size: Theme.icon - 4
            color: Theme.colorOf(button.verdict)
        }
        Column {
            id: words

            x: button.verdict ? Theme.icon + 18 : 12
            anchors.verticalCenter: parent.verticalCenter
            width: (beside.active ? beside.x : parent.width) - x - 12
            visible: button.row

            Txt {
                width: parent.width
                text: button.multiple ? (button.chosen ? "✓ " : "") + button.text : button.text
                size: Theme.label
                strong: button.chosen
                color: button.ink
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: beside.item ? beside.item.said : ""
                size: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        Loader {
            id: beside

            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            active: button.row && button.plays
            sourceComponent: players
        }
        Component {
            id: players

            Row {
                // Why it is not played, or not heard.
                readonly property string said: {
                    for (let i = 0; i < each.count; ++i)
                        if (each.itemAt(i) && each.itemAt(i).below !== "")
                            return each.itemAt(i).below;
                    return "";
                }

                spacing: 6

                Repeater {
                    id: each

                    model: (button.sound !== "" ? [button.sound] : []).concat(button.film !== "" ? [button.film] : [])

                    MediaButton {
                        required property string modelData

                        objectName: (film ? "film_" : "sound_") + button.objectName
                        file: modelData
                        film: modelData === button.film
                        label: button.text
                    }
                }
            }
        }
        Column {
            id: column

            visible: !button.row
            anchors.centerIn: parent
            width: parent.width - 12
            spacing: 5

            Image {
                width: parent.width
                height: visible ? 96 : 0
                visible: button.picture !== ""
                source: button.picture ? "image://sealed/" + button.picture : ""
                sourceSize: Qt.size(480, 192)
                fillMode: Image.PreserveAspectFit
                asynchronous: true
            }
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: button.verdict !== ""
                name: Theme.shapeOf(button.verdict)
                size: Theme.icon - 4
                color: Theme.colorOf(button.verdict)
            }
            Txt {
                width: parent.width
                text: button.multiple ? (button.chosen ? "✓ " : "") + button.text : button.text
                horizontalAlignment: Text.AlignHCenter
                size: button.verdict ? Theme.body : Theme.label
                strong: true
                color: button.ink
                Accessible.ignored: true
            }
            Loader {
                anchors.horizontalCenter: parent.horizontalCenter
                active: !button.row && button.plays
                visible: active
                sourceComponent: players
            }
        }
    }
}
