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
            // Beside a large word the name would be a column of syllables.
            readonly property bool stacked: go.x - force.x - force.width - 18 < 180 * Theme.textScale
            implicitHeight: Math.max(Theme.touch, name.implicitHeight + 20 + (stacked ? force.height + 6 : 0))
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
                    y: row.stacked ? 10 : (parent.height - height) / 2
                    tone: row.mandatory ? "must" : ""
                    text: row.mandatory ? qsTr("强制") : qsTr("推荐")
                }
                Txt {
                    id: name

                    x: row.stacked ? 12 : force.x + force.width + 10
                    y: row.stacked ? force.y + force.height + 6 : (parent.height - implicitHeight) / 2
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
