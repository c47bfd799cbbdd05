import QtQuick
import QtQuick.Layouts
import Plumbline

// Pick the person, enter the PIN. A wrong PIN costs time, which is counted down.
FocusScope {
    id: page

    required property AccountModel account
    readonly property bool wide: width > 900
    readonly property bool waiting: account.waitSeconds > 0

    onVisibleChanged: if (visible) pad.forceActiveFocus()
    Component.onCompleted: pad.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, columns.implicitHeight + 48)
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: columns

            anchors.centerIn: parent
            width: page.wide ? Math.min(900 * Theme.textScale, page.width - 48) : Math.min(480, page.width - 48)
            columns: page.wide ? 2 : 1
            columnSpacing: 80
            rowSpacing: 28

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignVCenter
                spacing: 18

                Brand {
                    Layout.fillWidth: true
                }
                Repeater {
                    model: page.account.people

                    ListCard {
                        required property string id
                        required property string name
                        required property string role
                        required property string device
                        required property string used
                        required property string waits
                        required property int index

                        objectName: "person" + index
                        Layout.fillWidth: true
                        title: name
                        subtitle: waits !== "" ? qsTr("%1 · %2").arg(role).arg(waits) : role
                        leftText: device
                        rightText: used
                        chosen: id === page.account.person
                        onClicked: {
                            pad.clear();
                            page.account.choose(id);
                            pad.forceActiveFocus();
                        }
                    }
                }
                Txt {
                    objectName: "unlockWaits"
                    Layout.fillWidth: true
                    visible: page.account.someWait
                    text: qsTr("待传的内容加密存在本机，本人解锁后才会上传。")
                    size: Theme.caption
                    color: Theme.ink2
                }
                ActionButton {
                    objectName: "addPerson"
                    Layout.fillWidth: true
                    Layout.maximumWidth: implicitWidth
                    kind: "quiet"
                    symbol: "plus"
                    text: qsTr("在这台平板上登记另一个人")
                    onClicked: page.account.addPerson()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignVCenter
                spacing: 14

                Txt {
                    objectName: "unlockTitle"
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: page.account.busy ? qsTr("正在打开…") : qsTr("输入 PIN")
                    size: Theme.heading
                    strong: true
                }
                Txt {
                    objectName: "unlockProblem"
                    Layout.fillWidth: true
                    Layout.minimumHeight: Theme.body * 2.6
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: page.waiting ? qsTr("%1 请等 %2 秒再试。").arg(page.account.problem).arg(page.account.waitSeconds) : page.account.problem
                    color: Theme.fail
                    Accessible.role: Accessible.AlertMessage
                }
                PinPad {
                    id: pad

                    objectName: "pinPad"
                    Layout.fillWidth: true
                    Layout.maximumWidth: low ? 560 : 380
                    Layout.alignment: Qt.AlignHCenter
                    locked: page.account.busy || page.waiting
                    doneText: qsTr("打开")
                    focus: true
                    onEntered: pin => page.account.unlock(pin)
                    onPinChanged: if (pin !== "") page.account.clearProblem()
                }
            }
        }
    }
}
