import QtQuick
import QtQuick.Layouts
import Plumbline

// How the result came to the inspected party after the record was sealed: handed over, left at the place, or sent.
FocusScope {
    id: page

    required property DeliverModel deliver
    required property RecordModel record
    required property CameraModel camera
    required property PositionSource position
    // By the names of records (shared/records/inspection/result_delivery.h).
    readonly property string way: ["paper", "left", "sent"][ways.current]
    readonly property string address: way === "sent" ? ["post", "email", "message", "platform", "other"][addresses.current] : ""
    readonly property string lack: {
        if (!who.acceptable || !note.acceptable)
            return qsTr("有一处填写的内容不能这样签，请看红框。");
        if (way === "paper" && who.text.trim() === "")
            return qsTr("请填签收人的姓名。");
        if (way === "left" && note.text.trim() === "")
            return qsTr("请写明留在哪里、谁在场。");
        return "";
    }

    signal back

    // Photos that are taken here say where.
    Component.onCompleted: position.want("deliver", true)
    Component.onDestruction: position.want("deliver", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("记录送达")
        subtitle: page.record.siteName + " · " + page.record.subtitle
        canGoBack: !page.deliver.busy
        onBack: page.back()
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: Math.max(Theme.space, (page.width - 720 * Theme.textScale) / 2)
            y: 20
            width: page.width - 2 * x
            spacing: 16

            Notice {
                Layout.fillWidth: true
                tone: "info"
                text: qsTr("送达另签一条记录，原来的检查记录不改动。可以记多次。")
            }
            Segmented {
                id: ways

                options: [qsTr("交纸质"), qsTr("留置送达"), qsTr("寄送")]
                names: ["deliverPaper", "deliverLeft", "deliverSent"]
                current: 0
                onPicked: index => ways.current = index
            }
            Segmented {
                id: addresses

                visible: page.way === "sent"
                options: [qsTr("邮寄"), qsTr("邮箱"), qsTr("短信或微信"), qsTr("政务平台"), qsTr("其他")]
                names: ["deliverPost", "deliverEmail", "deliverMessage", "deliverPlatform", "deliverOther"]
                current: 0
                onPicked: index => addresses.current = index
            }
            Field {
                id: who

                inputName: "deliverName"
                Layout.fillWidth: true
                most: TextRule.name
                label: page.way === "left" ? qsTr("见证人") : page.way === "sent" ? qsTr("收件人") : qsTr("签收人")
                optional: page.way !== "paper"
                onEdited: text => who.text = text
            }
            AreaField {
                id: note

                inputName: "deliverNote"
                Layout.fillWidth: true
                label: page.way === "left" ? qsTr("留在哪里、谁在场") : page.way === "sent" ? qsTr("单号等说明（可不填）") : qsTr("说明（可不填）")
                minimumLines: 2
                onEdited: text => note.text = text
            }
            Txt {
                Layout.fillWidth: true
                visible: page.way === "sent"
                text: qsTr("只记送达方式，不记电话和地址。")
                size: Theme.sub
                color: Theme.ink2
            }
            Repeater {
                model: page.deliver.receipts

                RowLayout {
                    id: receipt

                    required property int index
                    required property string id
                    required property string name
                    required property string value
                    required property string symbol

                    Layout.fillWidth: true
                    spacing: 12

                    Icon {
                        name: receipt.symbol
                        color: Theme.ink2
                    }
                    Txt {
                        objectName: "deliverReceipt" + receipt.index
                        Layout.fillWidth: true
                        text: receipt.name + " · " + receipt.value
                        elide: Text.ElideMiddle
                    }
                    IconButton {
                        objectName: "deliverReceiptMark" + receipt.index
                        visible: receipt.symbol === "camera"
                        symbol: "pen"
                        text: qsTr("查看和标记 %1").arg(receipt.name)
                        enabled: !page.deliver.busy
                        onClicked: photoStage.made().show(receipt.id)
                    }
                    IconButton {
                        objectName: "deliverReceiptRemove" + receipt.index
                        symbol: "trash"
                        text: qsTr("移除 %1").arg(receipt.name)
                        enabled: !page.deliver.busy
                        onClicked: page.deliver.remove(receipt.id)
                    }
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: 12

                ActionButton {
                    objectName: "deliverShot"
                    visible: page.camera.there
                    symbol: "camera"
                    text: qsTr("拍照")
                    enabled: !page.deliver.busy && !page.deliver.taking
                    onClicked: cameraStage.made().begin(page.deliver.shotOwner)
                }
                ActionButton {
                    objectName: "deliverAttach"
                    symbol: "clip"
                    text: page.deliver.taking ? qsTr("正在封存…") : qsTr("附照片或回执")
                    enabled: !page.deliver.busy && !page.deliver.taking
                    onClicked: files.open()
                }
            }
            Notice {
                objectName: "deliverProblem"
                Layout.fillWidth: true
                visible: page.deliver.problem !== "" && !page.deliver.pinWrong
                tone: "fail"
                text: page.deliver.problem
            }
            GridLayout {
                Layout.fillWidth: true
                columns: width > 460 * Theme.textScale ? 2 : 1
                rowSpacing: 8

                Txt {
                    objectName: "deliverLack"
                    Layout.fillWidth: true
                    text: page.lack ? page.lack : qsTr("签名后封存于本机；有网络时自动上传")
                    size: Theme.sub
                    color: page.lack ? Theme.part : Theme.ink2
                }
                ActionButton {
                    objectName: "deliverSign"
                    Layout.alignment: Qt.AlignRight
                    kind: "primary"
                    text: page.deliver.busy ? qsTr("正在封存…") : qsTr("签名")
                    enabled: page.lack === "" && !page.deliver.busy && !page.deliver.taking
                    onClicked: pinSheet.ask()
                }
            }
        }
    }
    Later {
        id: cameraStage

        sourceComponent: CameraStage {
            camera: page.camera
            leaveText: qsTr("返回送达")
            title: qsTr("送达的照片或回执")
            position: qsTr("已附 %1 件").arg(page.deliver.receipts.count)
            onPhotoPicked: cameraStage.made().close()
        }
    }
    Later {
        id: photoStage

        sourceComponent: PhotoStage {
            photo: page.deliver.photo
            leaveText: qsTr("返回送达")
            onRemoved: photo => page.deliver.remove(photo)
        }
    }
    FileSheet {
        id: files

        pictures: false
        onPicked: path => page.deliver.attach(path)
    }
    PinSheet {
        id: pinSheet

        sign: page.deliver
        onEntered: pin => page.deliver.sign(pin, page.way, page.address, who.text, note.text)
    }
    Connections {
        target: page.deliver

        function onSealed() {
            page.back();
        }
    }
}
