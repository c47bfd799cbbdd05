import QtQuick
import QtQuick.Layouts
import Plumbline

// What waits and how many bytes of it, what went wrong in a sentence, and the log's health.
FocusScope {
    id: page

    required property SyncModel sync
    readonly property bool wide: width > 900 * Theme.textScale

    signal compareAsked

    Component.onCompleted: sync.refresh()

    Flickable {
        anchors.fill: parent
        anchors.bottomMargin: foot.height
        clip: true
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
                title: qsTr("同步")
                subtitle: page.sync.lastGood ? qsTr("上次同步 %1 · %2").arg(page.sync.lastGood).arg(page.sync.traffic) : qsTr("还没有同步过")

            }
            Notice {
                objectName: "syncStopped"
                Layout.fillWidth: true
                visible: page.sync.stopped
                tone: page.sync.stoppedLong !== "" ? "part" : "info"
                text: page.sync.stoppedLong !== "" ? page.sync.stoppedLong : qsTr("同步已暂停，重新启动后也不会自动开始。签过的内容都留在本机，排着队。")
            }
            Notice {
                objectName: "syncHeld"
                Layout.fillWidth: true
                visible: page.sync.held !== ""
                tone: "info"
                text: page.sync.held
                action: qsTr("这次用移动数据传")
                actionName: "sendHeldNow"
                onActed: page.sync.sendHeldNow()
            }
            Notice {
                objectName: "syncProblem"
                Layout.fillWidth: true
                visible: page.sync.problem !== ""
                tone: page.sync.offline ? "part" : "fail"
                text: page.sync.problem
            }
            Notice {
                objectName: "syncProblems"
                Layout.fillWidth: true
                visible: page.sync.problems !== "" && page.sync.problem === ""
                tone: "part"
                text: page.sync.problems
            }
            Notice {
                objectName: "syncRevoked"
                Layout.fillWidth: true
                visible: page.sync.revoked !== ""
                tone: "fail"
                text: page.sync.revoked
                action: page.sync.unsent ? qsTr("导出") : ""
                actionName: "exportUnsent"
                onActed: page.sync.exportUnsent()
            }
            Notice {
                objectName: "syncDoubted"
                Layout.fillWidth: true
                visible: page.sync.doubted !== ""
                tone: "fail"
                text: page.sync.doubted
            }
            Notice {
                objectName: "syncExported"
                Layout.fillWidth: true
                visible: page.sync.exported !== ""
                tone: "info"
                text: page.sync.exported
            }
            Notice {
                objectName: "syncNotThere"
                Layout.fillWidth: true
                visible: page.sync.notThere !== ""
                tone: "part"
                text: page.sync.notThere
            }
            Notice {
                objectName: "syncClock"
                Layout.fillWidth: true
                visible: page.sync.clock !== ""
                tone: "fail"
                text: page.sync.clock
            }
            GridLayout {
                Layout.fillWidth: true
                columns: page.wide ? 2 : 1
                columnSpacing: 20
                rowSpacing: 20

                Column {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 5
                    Layout.alignment: Qt.AlignTop
                    spacing: 12

                    Txt {
                        objectName: "syncWord"
                        width: parent.width
                        text: page.sync.count > 0 ? qsTr("%1 · 待传 %2 件，%3").arg(page.sync.word).arg(page.sync.count).arg(page.sync.bytesLeft) : page.sync.word
                        size: Theme.label
                        strong: true
                        color: Theme.ink2
                    }
                    WifiCard {
                        width: parent.width
                        network: page.sync.network
                    }
                    Repeater {
                        model: page.sync.waiting

                        WaitingCard {
                            width: parent.width
                        }
                    }
                    Card {
                        width: parent.width
                        height: nothing.implicitHeight + 64
                        visible: page.sync.count === 0

                        EmptyState {
                            id: nothing

                            anchors.centerIn: parent
                            width: parent.width - 48
                            symbol: "cloud-done"
                            title: qsTr("没有待传的内容")
                            text: qsTr("签名后的记录和照片会排在这里，有网络时自动上传：先记录，后照片。")
                        }
                    }
                }
                Column {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    Layout.alignment: Qt.AlignTop
                    spacing: 12

                    Txt {
                        width: parent.width
                        text: qsTr("日志的状况")
                        size: Theme.label
                        strong: true
                        color: Theme.ink2
                    }
                    Card {
                        width: parent.width
                        height: facts.implicitHeight + 28

                        Column {
                            id: facts

                            x: 18
                            y: 14
                            width: parent.width - 36

                            Repeater {
                                model: page.sync.health

                                KeyValue {
                                    required property string id
                                    required tone
                                    required symbol

                                    valueName: "health_" + id
                                    width: facts.width
                                }
                            }
                        }
                    }
                    ActionButton {
                        objectName: "compareLogs"
                        width: Math.min(implicitWidth, parent.width)
                        symbol: "shield"
                        text: qsTr("和同事核对日志")
                        onClicked: page.compareAsked()
                    }
                    Txt {
                        width: parent.width
                        text: qsTr("存储")
                        size: Theme.label
                        strong: true
                        color: Theme.ink2
                    }
                    StorageCard {
                        width: parent.width
                        storage: page.sync.storage
                    }
                    PackCard {
                        width: parent.width
                        pack: page.sync.pack
                    }
                    ActionButton {
                        objectName: "exportDiagnostics"
                        kind: "quiet"
                        symbol: "info"
                        text: qsTr("导出诊断信息")
                        onClicked: diagnosticsFolder.open()

                        FolderSheet {
                            id: diagnosticsFolder

                            onPicked: path => page.sync.exportDiagnostics(path)
                        }
                    }
                    DashedNote {
                        width: parent.width
                        text: qsTr("本机对服务器的日志逐次核验：每条记录都在其中，而且以前的内容没有改动。服务器自己也改不了。")
                    }
                }
            }
        }
    }
    ActionFoot {
        id: foot

        y: parent.height - height
        width: parent.width

        ActionButton {
            objectName: "syncPause"
            visible: !page.sync.stopped && page.sync.revoked === ""
            symbol: "pause"
            text: qsTr("暂停")
            onClicked: page.sync.pause()
        }
        ActionButton {
            objectName: "syncNow"
            kind: "primary"
            symbol: page.sync.stopped ? "play" : "refresh"
            text: page.sync.stopped ? qsTr("继续同步") : page.sync.running ? qsTr("正在同步") : qsTr("现在同步")
            enabled: page.sync.stopped || !page.sync.running
            onClicked: page.sync.syncNow()
        }
    }
}
