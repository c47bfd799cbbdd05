import QtQuick
import QtQuick.Layouts
import Plumbline

// What is otherwise about a site than it is published: names, the point, the boundary, and why; signed with the PIN.
// The site changes when the office publishes it anew, not before.
FocusScope {
    id: page

    required property ProposeModel propose
    required property PositionSource position
    readonly property bool wide: width > 900 * Theme.textScale

    signal back
    signal walkAsked
    signal finished(string site)

    Component.onCompleted: position.want("propose", true)
    Component.onDestruction: position.want("propose", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.propose.siteName ? qsTr("更正 · %1").arg(page.propose.siteName) : qsTr("更正")
        subtitle: page.propose.saved
        canGoBack: !page.propose.busy
        onBack: page.back()
    }
    Flickable {
        id: scroll

        y: bar.height
        width: page.width
        height: foot.y - y
        contentHeight: column.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: column

            x: page.wide ? Theme.edge : Theme.space
            y: 20
            width: scroll.width - 2 * x
            columns: page.wide ? 2 : 1
            columnSpacing: 20
            rowSpacing: 16

            Notice {
                objectName: "proposeProblem"
                Layout.columnSpan: column.columns
                Layout.fillWidth: true
                visible: page.propose.problem !== "" && !page.propose.pinWrong
                tone: "fail"
                text: page.propose.problem
            }
            Notice {
                objectName: "proposeRestored"
                Layout.columnSpan: column.columns
                Layout.fillWidth: true
                visible: page.propose.restored
                tone: "info"
                text: qsTr("接着上次没写完的更正。")
                action: qsTr("清空重写")
                actionName: "proposeDiscard"
                onActed: confirm.open()
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                implicitHeight: words.implicitHeight + 36

                Column {
                    id: words

                    x: 18
                    y: 18
                    width: parent.width - 36
                    spacing: 12

                    Txt {
                        width: parent.width
                        text: qsTr("只改与现场不符的，其余不动")
                        size: Theme.sub
                        color: Theme.ink2
                    }
                    Field {
                        width: parent.width
                        inputName: "proposeName"
                        label: qsTr("名称")
                        most: 1024
                        text: page.propose.name
                        onEdited: text => page.propose.setText("name", text)
                    }
                    Field {
                        width: parent.width
                        inputName: "proposeCode"
                        label: qsTr("信用代码")
                        most: 1024
                        text: page.propose.code
                        onEdited: text => page.propose.setText("code", text)
                    }
                    Field {
                        width: parent.width
                        inputName: "proposeAddress"
                        label: qsTr("地址")
                        most: 1024
                        text: page.propose.address
                        onEdited: text => page.propose.setText("address", text)
                    }
                    Field {
                        width: parent.width
                        inputName: "proposeContact"
                        label: qsTr("联系人")
                        most: 1024
                        text: page.propose.contact
                        onEdited: text => page.propose.setText("contact", text)
                    }
                    AreaField {
                        width: parent.width
                        inputName: "proposeReason"
                        label: qsTr("为什么要更正")
                        minimumLines: 2
                        text: page.propose.reason
                        onEdited: text => page.propose.setText("reason", text)
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 16

                Card {
                    Layout.fillWidth: true
                    implicitHeight: where.implicitHeight + 36

                    Column {
                        id: where

                        x: 18
                        y: 18
                        width: parent.width - 36
                        spacing: 8

                        Txt {
                            width: parent.width
                            text: qsTr("坐标：到达的地点")
                            strong: true
                            Accessible.role: Accessible.Heading
                        }
                        KeyValue {
                            width: parent.width
                            name: qsTr("已发布")
                            value: page.propose.publishedPoint
                        }
                        KeyValue {
                            width: parent.width
                            visible: page.propose.pointLine !== ""
                            valueName: "proposePoint"
                            name: qsTr("改为")
                            value: page.propose.pointLine
                        }
                        Txt {
                            objectName: "proposeSaid"
                            width: parent.width
                            text: page.propose.said !== "" ? page.propose.said : qsTr("现在：%1").arg(page.position.line)
                            size: Theme.sub
                            color: page.propose.said !== "" ? Theme.part : Theme.ink2
                        }
                        Flow {
                            width: parent.width
                            spacing: 12

                            ActionButton {
                                objectName: "proposeHere"
                                width: Math.min(implicitWidth, parent.width)
                                symbol: "place"
                                text: qsTr("用我现在的位置")
                                onClicked: page.propose.takePoint()
                            }
                            ActionButton {
                                objectName: "proposePointDrop"
                                width: Math.min(implicitWidth, parent.width)
                                visible: page.propose.pointLine !== ""
                                kind: "quiet"
                                text: qsTr("不改坐标")
                                onClicked: page.propose.dropPoint()
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    implicitHeight: border.implicitHeight + 36

                    Column {
                        id: border

                        x: 18
                        y: 18
                        width: parent.width - 36
                        spacing: 8

                        Txt {
                            width: parent.width
                            text: qsTr("边界")
                            strong: true
                            Accessible.role: Accessible.Heading
                        }
                        KeyValue {
                            width: parent.width
                            name: qsTr("已发布")
                            value: page.propose.publishedArea
                        }
                        KeyValue {
                            width: parent.width
                            visible: !page.propose.walk.empty
                            valueName: "proposeArea"
                            name: page.propose.walk.closed ? qsTr("改为") : qsTr("没有围拢")
                            tone: page.propose.walk.closed ? "" : "part"
                            value: page.propose.walk.area !== "" ? qsTr("%1 · %2 个角点").arg(page.propose.walk.area).arg(page.propose.walk.corners) : qsTr("%1 个角点").arg(page.propose.walk.corners)
                        }
                        OutlineView {
                            width: parent.width
                            height: 220
                            visible: !page.propose.walk.empty
                            model: page.propose
                            ink: Theme.ink
                            paper: Theme.card
                            accent: Theme.accent
                            soft: Theme.accentSoft
                            fail: Theme.fail
                            grey: Theme.na
                            family: Theme.family
                            textScale: Theme.textScale
                            Accessible.role: Accessible.Graphic
                            Accessible.name: qsTr("边界草图：%1 个角点").arg(page.propose.walk.corners)
                        }
                        ActionButton {
                            objectName: "proposeWalk"
                            width: Math.min(implicitWidth, parent.width)
                            symbol: "place"
                            text: page.propose.walk.empty ? qsTr("走一圈边界") : qsTr("看边界、接着走")
                            onClicked: page.walkAsked()
                        }
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot

        y: page.height - height
        width: page.width
        height: signRow.implicitHeight + 24
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        GridLayout {
            id: signRow

            x: Theme.space
            y: 12
            width: parent.width - 2 * x
            columns: width > 620 * Theme.textScale ? 2 : 1
            columnSpacing: 16
            rowSpacing: 8

            Txt {
                objectName: "proposeLack"
                Layout.fillWidth: true
                text: page.propose.lack !== "" ? page.propose.lack : qsTr("签名后交主管部门核对；对方发布新版之前，检查对象不变。")
                size: Theme.sub
                color: page.propose.lack !== "" ? Theme.part : Theme.ink2
            }
            ActionButton {
                objectName: "proposeSign"
                Layout.alignment: Qt.AlignRight
                Layout.maximumWidth: signRow.width
                kind: "primary"
                symbol: "pen"
                text: qsTr("签名并提出")
                enabled: page.propose.ready && page.propose.lack === "" && !page.propose.busy
                onClicked: pin.ask()
            }
        }
    }
    PinSheet {
        id: pin

        property string site: ""

        sign: page.propose
        onEntered: code => {
            pin.site = page.propose.site;
            page.propose.sign(code);
        }
    }
    Connections {
        target: page.propose

        function onSealed() {
            page.finished(pin.site);
        }
    }
    ConfirmSheet {
        id: confirm

        title: qsTr("清空这份更正？")
        text: qsTr("写过的文字、坐标和走过的边界都会删除，不能恢复。")
        action: qsTr("清空")
        onConfirmed: page.propose.discard()
    }
}
