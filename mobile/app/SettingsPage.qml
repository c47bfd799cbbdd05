import QtQuick
import QtQuick.Layouts
import Plumbline

// Language, theme, size of text; who is signed in, on what device, with which server.
FocusScope {
    id: page

    required property AccountModel account
    readonly property bool wide: width > 900 * Theme.textScale

    signal leaveAsked(string way)
    signal standardsAsked
    signal credentialAsked

    Flickable {
        objectName: "settingsPage"
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
                        spacing: 22

                        SettingBlock {
                            width: parent.width
                            name: qsTr("语言")
                            note: qsTr("界面和纸面的说明。检查表的内容按它自己的语言。")

                            LanguageChoice {}
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("外观")
                            note: qsTr("“阳光下”只用黑白和粗线，户外看得清。")

                            Segmented {
                                options: [qsTr("浅色"), qsTr("深色"), qsTr("阳光下")]
                                names: ["themeLight", "themeDark", "themeSunlight"]
                                current: ["light", "dark", "sunlight"].indexOf(Theme.mode)
                                onPicked: index => Settings.theme = ["light", "dark", "sunlight"][index]
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("字号")
                            note: qsTr("整个界面一起放大，文字不会被截断。")

                            Segmented {
                                readonly property list<real> scales: [1, 1.25, 1.5, 2]

                                options: ["100%", "125%", "150%", "200%"]
                                names: ["text100", "text125", "text150", "text200"]
                                current: scales.indexOf(Settings.textScale)
                                onPicked: index => Settings.textScale = [1, 1.25, 1.5, 2][index]
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("多久不碰就锁定")
                            note: qsTr("锁定前先存好正在填的内容，解锁后回到原处。")

                            Segmented {
                                options: [qsTr("2 分钟"), qsTr("5 分钟"), qsTr("15 分钟")]
                                names: ["lock2", "lock5", "lock15"]
                                current: [2, 5, 15].indexOf(Settings.autoLockMinutes)
                                onPicked: index => Settings.autoLockMinutes = [2, 5, 15][index]
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("提醒")
                            note: qsTr("在“今日”里提醒：今天到期的、三天没动的草稿、签了一天还没传出的记录。")

                            Segmented {
                                options: [qsTr("提醒"), qsTr("不提醒")]
                                names: ["remindersOn", "remindersOff"]
                                current: Settings.reminders ? 0 : 1
                                onPicked: index => Settings.reminders = index === 0
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("照片用什么网络传")
                            note: qsTr("记录只有几 KB，什么网络都马上传；照片和附件可以等无线网络。认不出的网络按移动数据对待。")

                            Segmented {
                                options: [qsTr("什么网络都传"), qsTr("只用无线网络")]
                                names: ["photosAnyNetwork", "photosWifiOnly"]
                                current: Settings.photosOnWifi ? 1 : 0
                                onPicked: index => Settings.photosOnWifi = index === 1
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            visible: !page.account.enterprise
                            name: qsTr("检查时旁边显示企业自评")
                            note: qsTr("只显示，不会替您填答案。")

                            Segmented {
                                options: [qsTr("显示"), qsTr("不显示")]
                                names: ["besideOn", "besideOff"]
                                current: Settings.besideShown ? 0 : 1
                                onPicked: index => Settings.besideShown = index === 0
                            }
                        }
                        SettingBlock {
                            width: parent.width
                            name: qsTr("照片副本的长边（原图总是原样保存）")
                            note: qsTr("带标记和水印另存的副本有多大，像素。")

                            Segmented {
                                readonly property list<int> sides: [0, 2560, 1920]

                                options: [qsTr("原大"), "2560", "1920"]
                                names: ["copyWhole", "copy2560", "copy1920"]
                                current: sides.indexOf(Settings.copySide)
                                onPicked: index => Settings.copySide = [0, 2560, 1920][index]
                            }
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
                            width: Math.min(implicitWidth, parent.width)
                            symbol: "key"
                            text: qsTr("更改 PIN")
                            onClicked: pinSheet.open()
                        }
                        ActionButton {
                            objectName: "settingsStandards"
                            width: Math.min(implicitWidth, parent.width)
                            symbol: "book"
                            text: qsTr("查标准")
                            onClicked: page.standardsAsked()
                        }
                        ActionButton {
                            objectName: "addPerson"
                            width: Math.min(implicitWidth, parent.width)
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
