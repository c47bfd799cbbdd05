import QtQuick
import QtQuick.Layouts
import Plumbline

// An order from the findings of an inspection: what is demanded and until when, who orders, how it is delivered; beside
// it the paper as it will be signed.
FocusScope {
    id: page

    required property OrderModel order
    required property PositionSource position
    readonly property bool wide: width > 1000 * Theme.textScale

    signal back
    signal ordered(string inspection)

    // What is signed here says where.
    Component.onCompleted: position.want("order", true)
    Component.onDestruction: position.want("order", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.order.siteName ? qsTr("下达整改 · %1").arg(page.order.siteName) : qsTr("下达整改")
        subtitle: page.order.subtitle
        canGoBack: !page.order.busy
        onBack: page.back()

        ActionButton {
            objectName: "orderPreview"
            visible: !page.wide
            symbol: "eye"
            text: qsTr("预览")
            onClicked: preview.open()
        }
    }
    Flickable {
        id: form

        y: bar.height
        width: page.wide ? page.width - side.width : page.width
        height: foot.y - y
        contentHeight: column.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: page.wide ? Theme.edge : Theme.space
            y: 20
            width: form.width - 2 * x
            spacing: 14

            Notice {
                objectName: "orderOvertaken"
                Layout.fillWidth: true
                visible: page.order.overtaken
                tone: "part"
                text: qsTr("检查记录已有新版，上次没写完的整改通知不再适用，已删去。")
            }
            Notice {
                objectName: "orderRestored"
                Layout.fillWidth: true
                visible: page.order.restored
                tone: "info"
                text: qsTr("接着上次没写完的整改通知。")
                action: qsTr("清空重写")
                actionName: "orderDiscard"
                onActed: page.order.discard()
            }
            Repeater {
                model: page.order.findings

                OrderFindingCard {
                    objectName: "orderFinding_" + id
                    Layout.fillWidth: true
                    onIncludedPicked: included => page.order.include(id, included)
                    onFactsEdited: text => page.order.setFacts(id, text)
                    onRequirementEdited: text => page.order.setRequirement(id, text)
                    onStatusPicked: status => page.order.setStatus(id, status)
                    onTermPicked: days => page.order.setTerm(id, days)
                    onDayPicked: day => page.order.setDue(id, day)
                }
            }
            DashedNote {
                Layout.fillWidth: true
                visible: page.order.ready && page.order.findings.count === 0
                text: qsTr("没有待下达的问题。")
            }
            Card {
                Layout.fillWidth: true
                visible: page.order.findings.count > 0
                implicitHeight: office.implicitHeight + 36

                ColumnLayout {
                    id: office

                    x: 18
                    y: 18
                    width: parent.width - 36
                    spacing: 12

                    GridLayout {
                        Layout.fillWidth: true
                        columns: width > 520 * Theme.textScale ? 2 : 1
                        columnSpacing: 12
                        rowSpacing: 12

                        Field {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            inputName: "orderOffice"
                            label: qsTr("下达机关")
                            text: page.order.office
                            onEdited: text => page.order.office = text
                        }
                        Field {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            inputName: "orderContact"
                            label: qsTr("联系人和电话")
                            text: page.order.contact
                            onEdited: text => page.order.contact = text
                        }
                    }
                    AreaField {
                        Layout.fillWidth: true
                        inputName: "orderRemedies"
                        label: qsTr("救济途径（怎样申请复议或提起诉讼）")
                        minimumLines: 2
                        text: page.order.remedies
                        onEdited: text => page.order.remedies = text
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                visible: page.order.findings.count > 0
                implicitHeight: deliver.implicitHeight + 36

                Column {
                    id: deliver

                    x: 18
                    y: 18
                    width: parent.width - 36
                    spacing: 12

                    Txt {
                        text: qsTr("送达")
                        strong: true
                    }
                    DeliveryForm {
                        id: delivery

                        width: parent.width
                        onChanged: (way, name, witness, reason, tracking) => page.order.setDelivery(way, name, witness, reason, tracking)
                    }
                }
            }
            Notice {
                objectName: "orderProblem"
                Layout.fillWidth: true
                visible: page.order.problem !== ""
                tone: "fail"
                text: page.order.problem
            }
        }
    }
    Rectangle {
        id: side

        x: page.width - width
        y: bar.height
        width: Math.min(560, page.width * 0.42)
        height: foot.y - y
        visible: page.wide
        color: Theme.panel

        Rectangle {
            width: Theme.hairline
            height: parent.height
            color: Theme.line
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: 20
            contentHeight: paper.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            OrderPaper {
                id: paper

                width: parent.width
                paper: page.order.paper
            }
        }
    }
    Rectangle {
        id: foot

        y: parent.height - height
        width: parent.width
        height: ways.implicitHeight + 24
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        GridLayout {
            id: ways

            x: page.wide ? Theme.edge : Theme.space
            y: 12
            width: parent.width - 2 * x
            columns: width > 520 * Theme.textScale ? 2 : 1
            rowSpacing: 8

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Txt {
                    objectName: "orderLack"
                    Layout.fillWidth: true
                    text: page.order.lack !== "" ? page.order.lack : !delivery.isSigned ? qsTr("请签收人在框内手写签名。") : qsTr("%1 个问题，签名后生效；有网络时自动上传").arg(page.order.count)
                    size: Theme.sub
                    color: page.order.lack !== "" || !delivery.isSigned ? Theme.part : Theme.ink2
                }
                Txt {
                    objectName: "orderStanding"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.order.standing !== "" ? qsTr("第 %1 项的依据今天不是现行有效，请核对后再签。").arg(page.order.standing) : ""
                    size: Theme.sub
                    color: Theme.part
                }
                Txt {
                    objectName: "orderSaved"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.order.saved
                    size: Theme.caption
                    color: Theme.ink2
                }
            }
            ActionButton {
                objectName: "orderSign"
                Layout.alignment: Qt.AlignRight
                kind: "primary"
                text: page.order.busy ? qsTr("正在封存…") : qsTr("签名下达")
                enabled: page.order.lack === "" && delivery.isSigned && !page.order.busy
                onClicked: pin.ask()
            }
        }
    }
    OrderSheet {
        id: preview

        paper: page.order.paper
    }
    PinSheet {
        id: pin

        sign: page.order
        onEntered: text => page.order.sign(text, delivery.png())
    }
    Connections {
        target: page.order

        function onBegun() {
            delivery.show(page.order.delivery);
        }
        function onSealed(id) {
            page.ordered(page.order.caseId);
        }
    }
}
