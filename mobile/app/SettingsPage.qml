import QtQuick
import QtQuick.Layouts
import Plumbline

// Language, theme, size of text; who is signed in, on what device, with which server.
FocusScope {
    id: page

    required property AccountModel account
    readonly property bool wide: width > 900 * Theme.textScale

    signal leaveAsked(string way)
    signal credentialAsked

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.edge
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: page.wide ? 28 : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            spacing: 16

            PageHead {
                Layout.fillWidth: true
                title: qsTr("设置")
                subtitle: qsTr("准绳 %1").arg(Settings.version)

                ActionButton {
                    objectName: "lock"
                    symbol: "lock"
                    text: qsTr("锁定")
                    onClicked: page.leaveAsked("lock")
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: page.wide ? 2 : 1
                columnSpacing: 20
                rowSpacing: 20

                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    implicitHeight: looks.implicitHeight + 40

                    Column {
                        id: looks

                        x: 20
                        y: 20
                        width: parent.width - 40
                        spacing: 10

                        Txt {
                            text: qsTr("语言")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        LanguageChoice {}
                        Item { width: 1; height: 6 }
                        Txt {
                            text: qsTr("外观")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        Segmented {
                            options: [qsTr("浅色"), qsTr("深色"), qsTr("阳光下")]
                            names: ["themeLight", "themeDark", "themeSunlight"]
                            current: ["light", "dark", "sunlight"].indexOf(Theme.mode)
                            onPicked: index => Settings.theme = ["light", "dark", "sunlight"][index]
                        }
                        Item { width: 1; height: 6 }
                        Txt {
                            text: qsTr("字号")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        Segmented {
                            readonly property list<real> scales: [1, 1.25, 1.5, 2]

                            options: ["100%", "125%", "150%", "200%"]
                            names: ["text100", "text125", "text150", "text200"]
                            current: scales.indexOf(Settings.textScale)
                            onPicked: index => Settings.textScale = [1, 1.25, 1.5, 2][index]
                        }
                        Item { width: 1; height: 6 }
                        Txt {
                            text: qsTr("多久不碰就锁定")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        Segmented {
                            options: [qsTr("2 分钟"), qsTr("5 分钟"), qsTr("15 分钟")]
                            names: ["lock2", "lock5", "lock15"]
                            current: [2, 5, 15].indexOf(Settings.autoLockMinutes)
                            onPicked: index => Settings.autoLockMinutes = [2, 5, 15][index]
                        }
                        Item { width: 1; height: 6; visible: !page.account.enterprise }
                        Txt {
                            visible: !page.account.enterprise
                            text: qsTr("检查时旁边显示企业自评")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        Segmented {
                            visible: !page.account.enterprise
                            options: [qsTr("显示"), qsTr("不显示")]
                            names: ["besideOn", "besideOff"]
                            current: Settings.besideShown ? 0 : 1
                            onPicked: index => Settings.besideShown = index === 0
                        }
                        Item { width: 1; height: 6 }
                        Txt {
                            width: parent.width
                            text: qsTr("照片副本的长边（原图总是原样保存）")
                            size: Theme.label
                            strong: true
                            color: Theme.ink2
                        }
                        Segmented {
                            readonly property list<int> sides: [0, 2560, 1920]

                            options: [qsTr("原大"), "2560", "1920"]
                            names: ["copyWhole", "copy2560", "copy1920"]
                            current: sides.indexOf(Settings.copySide)
                            onPicked: index => Settings.copySide = [0, 2560, 1920][index]
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    implicitHeight: facts.implicitHeight + 40

                    Column {
                        id: facts

                        x: 20
                        y: 20
                        width: parent.width - 40
                        spacing: 4

                        ActionButton {
                            objectName: "credentialOpen"
                            visible: !page.account.enterprise
                            symbol: "person"
                            text: qsTr("亮证")
                            onClicked: page.credentialAsked()
                        }
                        KeyValue { width: parent.width; name: qsTr("姓名"); value: page.account.name; valueName: "personName" }
                        KeyValue { width: parent.width; name: qsTr("角色"); value: page.account.role }
                        KeyValue { width: parent.width; name: qsTr("辖区"); value: page.account.regions }
                        KeyValue { width: parent.width; name: qsTr("本机"); value: page.account.device }
                        KeyValue { width: parent.width; name: qsTr("服务器"); value: page.account.server }
                        KeyValue { width: parent.width; name: qsTr("本机密钥"); value: page.account.kid }
                        KeyValue { width: parent.width; name: qsTr("核对字"); value: page.account.comparison; valueName: "comparison" }
                        KeyValue { width: parent.width; name: qsTr("资料存放"); value: Settings.home }
                    }
                }
                DashedNote {
                    objectName: "photoPolicy"
                    Layout.fillWidth: true
                    Layout.columnSpan: page.wide ? 2 : 1
                    text: qsTr("照片原样封存，一个字节也不改：相机写在照片里的拍摄位置（GPS）、时间和机型会随照片一起上传，审核员看得到。不想带上位置，请在拍照前关掉相机的定位。")
                }
                Card {
                    Layout.fillWidth: true
                    Layout.columnSpan: page.wide ? 2 : 1
                    implicitHeight: actions.implicitHeight + 40

                    Flow {
                        id: actions

                        x: 20
                        y: 20
                        width: parent.width - 40
                        spacing: 12

                        ActionButton {
                            objectName: "changePin"
                            symbol: "key"
                            text: qsTr("更改 PIN")
                            onClicked: pinSheet.open()
                        }
                        ActionButton {
                            objectName: "addPerson"
                            symbol: "plus"
                            text: qsTr("登记另一个人")
                            onClicked: page.leaveAsked("person")
                        }
                    }
                }
            }
        }
    }
    ChangePinSheet {
        id: pinSheet

        account: page.account
    }
}
