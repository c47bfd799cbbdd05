import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// One photo of a draft, large: marks are drawn over it, its words and what is known of it stand beside it (below it,
// where there is no room). Keys: Ctrl+Z and Ctrl+Y, Tab and arrows for the marks, Delete, Esc.
Popup {
    id: page

    required property PhotoInHand photo
    property string leaveText: qsTr("返回")
    // On a phone on its side everything stands beside the picture, however large the words: below it there is no room.
    readonly property bool wide: width > height && (width >= 900 * Theme.textScale || height < 560)

    signal removed(string photo)

    function show(hash: string) {
        photo.show(hash);
        open();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 800
    height: parent ? parent.height : 600
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape

    onClosed: photo.hide()

    background: Rectangle {
        color: Theme.panel
    }
    contentItem: FocusScope {
        id: content

        readonly property bool typing: Window.activeFocusItem !== null && "cursorPosition" in Window.activeFocusItem
        readonly property bool keys: page.opened && !typing && !words.opened && !mark.opened

        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: page.photo.title

        Shortcut { sequences: ["Ctrl+Z"]; enabled: content.keys; onActivated: page.photo.marks.undo() }
        Shortcut { sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]; enabled: content.keys; onActivated: page.photo.marks.redo() }
        Shortcut { sequences: ["Delete", "Backspace"]; enabled: content.keys; onActivated: page.photo.marks.removeSelected() }
        Shortcut { sequence: "M"; enabled: content.keys; onActivated: page.photo.marks.selectNext() }
        Shortcut { sequence: "Left"; enabled: content.keys; onActivated: page.photo.marks.nudge(-0.01, 0) }
        Shortcut { sequence: "Right"; enabled: content.keys; onActivated: page.photo.marks.nudge(0.01, 0) }
        Shortcut { sequence: "Up"; enabled: content.keys; onActivated: page.photo.marks.nudge(0, -0.01) }
        Shortcut { sequence: "Down"; enabled: content.keys; onActivated: page.photo.marks.nudge(0, 0.01) }

        Rectangle {
            id: head

            width: parent.width
            height: Math.max(68, heads.implicitHeight + 16)
            color: Theme.card

            IconButton {
                id: leave

                objectName: "photoClose"
                x: 8
                anchors.verticalCenter: parent.verticalCenter
                symbol: "back"
                text: page.leaveText
                onClicked: page.close()
            }
            StageTitle {
                id: heads

                x: leave.x + leave.width + 8
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 16
                text: page.photo.title
                size: Theme.item
                under: page.photo.position
                underName: "photoPosition"
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }
        }
        Rectangle {
            id: toolGround

            y: page.wide ? head.height : stage.y + stage.height
            width: page.wide ? tools.implicitWidth : parent.width
            height: page.wide ? parent.height - head.height : tools.implicitHeight
            color: "#18211F"

            MarkTools {
                id: tools

                anchors.fill: parent
                marks: page.photo.marks
                upright: page.wide
            }
        }
        MarkStage {
            id: stage

            x: page.wide ? toolGround.width : 0
            y: head.height
            width: page.wide ? parent.width - x - side.width : parent.width
            height: page.wide ? parent.height - y : Math.round((parent.height - head.height) * 0.46)
            marks: page.photo.marks
            problem: page.photo.problem
            onTextAsked: (x, y) => words.ask(x, y)
            onMarkHeld: mark.open()

            Txt {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 8
                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.wide && page.photo.marks.count > 0
                text: qsTr("长按标记可改颜色或删除")
                size: Theme.caption
                wrapMode: Text.NoWrap
                color: Theme.paperWhite
            }
        }
        Rectangle {
            id: side

            x: page.wide ? parent.width - width : 0
            y: page.wide ? head.height : toolGround.y + toolGround.height
            width: page.wide ? Math.round(332 * Math.min(1.35, Theme.textScale)) : parent.width
            height: parent.height - y
            color: Theme.panel

            Flickable {
                id: scroll

                x: 16
                y: 14
                width: parent.width - 32
                height: parent.height - y - foot.height
                contentHeight: facts.implicitHeight + 14
                clip: true
                boundsBehavior: Flickable.StopAtBounds

                PhotoFacts {
                    id: facts

                    width: scroll.width
                    photo: page.photo
                }
            }
            Item {
                id: foot

                anchors.bottom: parent.bottom
                width: parent.width
                height: Math.max(80, use.height + 24)

                IconButton {
                    objectName: "photoRemove"
                    x: 16
                    anchors.verticalCenter: parent.verticalCenter
                    outlined: true
                    symbol: "trash"
                    text: qsTr("从草稿中移除")
                    onClicked: {
                        const gone = page.photo.hash;
                        page.close();
                        page.removed(gone);
                    }
                }
                ActionButton {
                    id: use

                    objectName: "photoUse"
                    x: 16 + Theme.touch + 12
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - 16
                    kind: "primary"
                    symbol: "check"
                    text: qsTr("用这张")
                    onClicked: page.close()
                }
            }
        }
        Toast {
            id: toast

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 100
        }
        Connections {
            target: page.photo

            function onCopied(path: string, sentence: string) {
                toast.say(sentence);
            }
            function onTold(sentence: string) {
                if (page.opened)
                    toast.say(sentence);
            }
        }
    }
    Sheet {
        id: words

        property real atX: 0
        property real atY: 0

        function ask(x: real, y: real) {
            atX = x;
            atY = y;
            label.text = "";
            open();
        }
        function put() {
            page.photo.marks.addText(atX, atY, label.text);
            close();
        }

        title: qsTr("写在照片上的字")

        Field {
            id: label

            width: parent.width
            inputName: "markWords"
            label: qsTr("文字")
            most: 240
            onEdited: text => label.text = text
        }
        ActionButton {
            objectName: "markWordsPut"
            x: parent.width - width
            kind: "primary"
            text: qsTr("写上")
            enabled: label.text.trim() !== "" && label.acceptable
            onClicked: words.put()
        }
    }
    Sheet {
        id: mark

        function recolor(color: string) {
            page.photo.marks.recolorSelected(color);
            close();
        }

        title: qsTr("这处标记")

        ActionButton {
            objectName: "markColor_red"
            width: parent.width
            visible: page.photo.marks.recolorable
            text: qsTr("红色")
            onClicked: mark.recolor("red")
        }
        ActionButton {
            objectName: "markColor_yellow"
            width: parent.width
            visible: page.photo.marks.recolorable
            text: qsTr("黄色")
            onClicked: mark.recolor("yellow")
        }
        ActionButton {
            objectName: "markColor_blue"
            width: parent.width
            visible: page.photo.marks.recolorable
            text: qsTr("蓝色")
            onClicked: mark.recolor("blue")
        }
        ActionButton {
            objectName: "markDelete"
            width: parent.width
            symbol: "trash"
            text: qsTr("删除标记")
            onClicked: {
                page.photo.marks.removeSelected();
                mark.close();
            }
        }
    }
}
