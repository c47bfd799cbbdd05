import QtQuick
import QtQuick.Templates as T
import Plumbline

// The choices of a question that has many of them: typed for, then tapped. Where several may be chosen it stays open.
Sheet {
    id: sheet

    required property CheckModel check
    property string question: ""
    property string value: ""
    property bool several: false

    function show(key: string, label: string, chosen: string, many: bool) {
        question = key;
        title = label;
        value = chosen;
        several = many;
        words.text = "";
        check.choices.search(key, "");
        open();
        words.forceActiveFocus();
    }
    function pick(name: string) {
        if (!several) {
            check.editor.answer(question, name);
            close();
            return;
        }
        const names = value.split(" ").filter(one => one !== "");
        value = (names.includes(name) ? names.filter(one => one !== name) : names.concat([name])).join(" ");
        check.editor.toggle(question, name);
    }

    wish: 680

    Field {
        id: words

        inputName: "pickSearch"
        interim: false
        width: parent.width
        label: qsTr("查找")
        focus: true
        onEdited: text => { words.text = text; sheet.check.choices.search(sheet.question, text); }
    }
    Txt {
        width: parent.width
        visible: sheet.check.choices.found.count === 0
        text: qsTr("没有这样的选项。")
        size: Theme.label
        color: Theme.ink2
    }
    ListView {
        id: view

        width: parent.width
        height: Math.max(120, Math.min(contentHeight, 400))
        visible: count > 0
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
        cacheBuffer: 0
        displayMarginBeginning: 320
        displayMarginEnd: 320
        model: sheet.check.choices.found
        delegate: T.AbstractButton {
            id: row

            required property string id
            required property string label
            readonly property bool chosen: (" " + sheet.value + " ").includes(" " + id + " ")

            objectName: "pick_" + id
            width: view.width
            implicitHeight: Math.max(Theme.row, words.implicitHeight + 20)
            text: label
            focusPolicy: Qt.StrongFocus
            Accessible.role: sheet.several ? Accessible.CheckBox : Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: chosen
            onClicked: sheet.pick(id)

            background: Rectangle {
                radius: Theme.radiusSmall
                color: row.chosen ? Theme.accentSoft : row.down || row.hovered ? Theme.accentSoft : "transparent"
                border.width: Theme.sunlight && row.chosen ? Theme.chosenBorder : row.visualFocus ? 3 : 0
                border.color: Theme.accent
            }
            contentItem: Item {
                Txt {
                    id: words

                    x: 14
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - Theme.icon - 24
                    text: row.text
                    strong: row.chosen
                    color: row.chosen ? Theme.accentInk : Theme.ink
                    Accessible.ignored: true
                }
                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: 14
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.chosen
                    name: "check"
                    color: Theme.accentInk
                }
            }
        }
    }
    Txt {
        width: parent.width
        visible: sheet.check.choices.more > 0
        text: qsTr("还有 %1 个，多写几个字来查找。").arg(sheet.check.choices.more)
        size: Theme.sub
        color: Theme.ink2
    }
    Flow {
        width: parent.width
        spacing: 12
        layoutDirection: Qt.RightToLeft

        ActionButton {
            objectName: "pickDone"
            width: Math.min(implicitWidth, parent.width)
            visible: sheet.several
            kind: "primary"
            text: qsTr("完成")
            onClicked: sheet.close()
        }
        ActionButton {
            objectName: "pickClear"
            width: Math.min(implicitWidth, parent.width)
            visible: sheet.value !== ""
            text: qsTr("清除")
            onClicked: {
                sheet.check.editor.answer(sheet.question, "");
                sheet.close();
            }
        }
    }
}
