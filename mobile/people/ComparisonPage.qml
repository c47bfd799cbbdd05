import QtQuick
import QtQuick.Layouts
import Plumbline

// The end of an enrolment: four characters, large, for the administrator to compare over the telephone, before any work.
FocusScope {
    id: page

    required property AccountModel account
    readonly property list<string> characters: account.comparison.split(/\s+/).filter(one => one !== "")

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 64)
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(640, page.width - 2 * Theme.space)
            spacing: 20

            Brand {
                Layout.alignment: Qt.AlignHCenter
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: content.implicitHeight + 48

                ColumnLayout {
                    id: content

                    x: 24
                    y: 24
                    width: parent.width - 48
                    spacing: 16

                    StatusWord {
                        verdict: "pass"
                        text: qsTr("登记完成")
                        size: Theme.label
                        maximumWidth: content.width
                    }
                    Txt {
                        objectName: "comparisonTitle"
                        Layout.fillWidth: true
                        text: qsTr("读给管理员核对")
                        size: Theme.heading
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    // One text for who listens and for tests; drawn as four boxes.
                    Item {
                        objectName: "comparisonText"

                        readonly property string text: page.characters.join(" ")

                        Layout.fillWidth: true
                        implicitHeight: boxes.implicitHeight
                        Accessible.role: Accessible.StaticText
                        Accessible.name: text

                        Row {
                            id: boxes

                            readonly property real side: Math.min(112, (content.width - 3 * spacing) / 4)

                            anchors.horizontalCenter: parent.horizontalCenter
                            spacing: 12

                            Repeater {
                                model: page.characters

                                Rectangle {
                                    required property string modelData

                                    width: boxes.side
                                    height: boxes.side
                                    radius: Theme.radius
                                    color: Theme.accentSoft
                                    border.width: Theme.border
                                    border.color: Theme.sunlight ? Theme.accent : Theme.line

                                    Txt {
                                        anchors.centerIn: parent
                                        text: parent.modelData
                                        size: Math.round(boxes.side * 0.6)
                                        strong: true
                                        wrapMode: Text.NoWrap
                                        color: Theme.accentInk
                                        Accessible.ignored: true
                                    }
                                }
                            }
                        }
                    }
                    Txt {
                        Layout.fillWidth: true
                        text: qsTr("打电话或当面读给发邀请的管理员：他那里应是同样的四个字。不同，就是别的设备用了您的邀请，请他立即撤销。")
                        size: Theme.label
                        color: Theme.ink2
                    }
                    KeyValue { Layout.fillWidth: true; name: qsTr("姓名"); value: page.account.name }
                    KeyValue { Layout.fillWidth: true; name: qsTr("角色"); value: page.account.role }
                    KeyValue { Layout.fillWidth: true; name: qsTr("本机"); value: page.account.device }
                    ActionButton {
                        objectName: "comparisonDone"
                        Layout.fillWidth: true
                        kind: "primary"
                        text: qsTr("进入准绳")
                        onClicked: page.account.compared()
                    }
                    Txt {
                        Layout.fillWidth: true
                        text: qsTr("以后在“设置”里也能看到这四个字。")
                        size: Theme.sub
                        color: Theme.ink2
                    }
                }
            }
        }
    }
}
