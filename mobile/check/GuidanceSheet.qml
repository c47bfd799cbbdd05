import QtQuick
import QtQuick.Templates as T
import Plumbline

// The clauses that an item rests on, and how to judge it.
Sheet {
    id: sheet

    required property CheckItem item

    signal standardAsked(string ref)

    wish: 760
    title: qsTr("条文与判定方法 · 第 %1 项").arg(item.no)

    Repeater {
        model: sheet.item.standards

        T.AbstractButton {
            id: row

            required text
            required property bool mandatory
            required property string ref
            required property int index

            objectName: "itemStandard" + index
            width: parent ? parent.width : 0
            implicitHeight: Math.max(Theme.touch, name.implicitHeight + 20)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: text
            onClicked: {
                sheet.close();
                sheet.standardAsked(ref);
            }

            background: Rectangle {
                radius: Theme.radiusSmall
                color: row.down ? Theme.accentSoft : "transparent"
                border.width: row.visualFocus ? 2.5 : Theme.hairline
                border.color: row.visualFocus ? Theme.accent : Theme.line
            }
            contentItem: Item {
                Chip {
                    id: force

                    x: 12
                    anchors.verticalCenter: parent.verticalCenter
                    tone: row.mandatory ? "must" : ""
                    text: row.mandatory ? qsTr("强制") : qsTr("推荐")
                }
                Txt {
                    id: name

                    x: force.x + force.width + 10
                    anchors.verticalCenter: parent.verticalCenter
                    width: go.x - x - 8
                    text: row.text
                    size: Theme.label
                    strong: true
                    Accessible.ignored: true
                }
                Icon {
                    id: go

                    x: parent.width - width - 12
                    anchors.verticalCenter: parent.verticalCenter
                    name: "go"
                    size: Theme.icon - 4
                    color: Theme.ink2
                }
            }
        }
    }
    Txt {
        width: parent.width
        text: sheet.item.guidance
        lineHeight: 1.35
    }
}
