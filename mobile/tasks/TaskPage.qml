import QtQuick
import QtQuick.Layouts
import Plumbline

// A task: where, until when, by what and with whom; accepted or declined here, signed with the PIN, and its check begins
// here.
FocusScope {
    id: page

    required property TasksModel tasks
    required property PositionSource position
    required property bool starting  // a draft is being made
    property string startProblem: ""
    readonly property bool wide: width > 900 * Theme.textScale

    signal back
    signal papersWanted(string record)
    signal started(string task, string checklist)

    Component.onCompleted: position.want("task", true)
    Component.onDestruction: position.want("task", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.tasks.siteName !== "" ? page.tasks.siteName : qsTr("检查任务")
        subtitle: [page.tasks.due, page.tasks.away].filter(part => part !== "").join(" · ")
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
            rowSpacing: 20

            Notice {
                objectName: "taskProblem"
                Layout.columnSpan: column.columns
                Layout.fillWidth: true
                visible: text !== ""
                tone: "fail"
                text: page.tasks.problem !== "" && !page.tasks.pinWrong ? page.tasks.problem : page.startProblem
            }
            Notice {
                objectName: "taskWithdrawn"
                Layout.columnSpan: column.columns
                Layout.fillWidth: true
                visible: page.tasks.withdrawn !== ""
                tone: "part"
                text: page.tasks.begun ? qsTr("任务所用的检查表已撤回（%1）。已经开始的检查可以填完并签名。").arg(page.tasks.withdrawn) : qsTr("任务所用的检查表已撤回（%1）。不能再开始；请派发人改派别的检查表，或取消任务。").arg(page.tasks.withdrawn)
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                visible: page.tasks.ready
                implicitHeight: about.implicitHeight + 36

                Column {
                    id: about

                    x: 20
                    y: 18
                    width: parent.width - 40
                    spacing: 6

                    Txt {
                        width: parent.width
                        text: qsTr("检查任务")
                        size: Theme.item
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    StatusWord {
                        objectName: "taskState"
                        visible: page.tasks.state !== ""
                        maximumWidth: about.width
                        verdict: page.tasks.stateTone
                        text: page.tasks.state
                    }
                    KeyValue {
                        valueName: "taskDue"
                        width: about.width
                        name: qsTr("期限")
                        value: page.tasks.due
                        tone: page.tasks.dueTone
                    }
                    Repeater {
                        model: page.tasks.facts

                        KeyValue {
                            id: fact

                            required property string id

                            valueName: "taskFact_" + fact.id
                            width: about.width
                        }
                    }
                    Txt {
                        objectName: "taskAway"
                        width: parent.width
                        visible: text !== ""
                        text: page.tasks.away
                        color: Theme.ink2
                    }
                    Flow {
                        width: about.width
                        topPadding: 6
                        spacing: 12

                        ActionButton {
                            objectName: "taskLetter"
                            width: Math.min(implicitWidth, about.width)
                            visible: page.tasks.letter !== ""
                            symbol: "records"
                            text: qsTr("任务单")
                            onClicked: page.papersWanted(page.tasks.letter)
                        }
                        ActionButton {
                            objectName: "taskApproval"
                            width: Math.min(implicitWidth, about.width)
                            visible: page.tasks.approval !== ""
                            symbol: "records"
                            text: qsTr("通知书和审批表")
                            onClicked: page.papersWanted(page.tasks.approval)
                        }
                        ActionButton {
                            objectName: "taskGo"
                            width: Math.min(implicitWidth, about.width)
                            visible: page.tasks.point !== ""
                            symbol: "go"
                            text: qsTr("导航")
                            onClicked: {
                                if (!page.tasks.handOver())
                                    toast.say(qsTr("本机没有能指路的地图程序，坐标已复制：%1").arg(page.tasks.point));
                            }
                        }
                    }
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 4
                Layout.alignment: Qt.AlignTop
                visible: page.tasks.ready
                spacing: 12

                Txt {
                    width: parent.width
                    text: qsTr("要求")
                    size: Theme.item
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                DashedNote {
                    width: parent.width
                    visible: page.tasks.instructions === ""
                    text: qsTr("派发人没有另外写要求。")
                }
                Card {
                    width: parent.width
                    visible: page.tasks.instructions !== ""
                    implicitHeight: told.implicitHeight + 32

                    Txt {
                        id: told

                        objectName: "taskInstructions"
                        x: 20
                        y: 16
                        width: parent.width - 40
                        text: page.tasks.instructions
                    }
                }
                Txt {
                    width: parent.width
                    visible: choices.count > 0
                    text: qsTr("任务只定了项目：选一张检查表开始")
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    id: choices

                    model: page.tasks.mayDecline && !page.tasks.mayAccept ? page.tasks.choices : null

                    ActionButton {
                        required property string id
                        required property string title

                        objectName: "taskChecklist_" + id
                        width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                        text: title
                        symbolAfter: "forward"
                        enabled: !page.starting
                        onClicked: page.started(page.tasks.id, id)
                    }
                }
            }
        }
    }
    Rectangle {
        id: foot

        y: page.height - height
        width: page.width
        height: acts.implicitHeight + 24
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Flow {
            id: acts

            x: Theme.space
            y: 12
            width: parent.width - 2 * Theme.space
            layoutDirection: Qt.RightToLeft
            spacing: 12

            ActionButton {
                objectName: "taskStart"
                width: Math.min(implicitWidth, acts.width)
                visible: page.tasks.mayStart
                enabled: !page.starting && !page.tasks.busy
                kind: "primary"
                symbolAfter: "forward"
                text: page.tasks.begun ? qsTr("继续检查") : qsTr("开始检查")
                onClicked: page.started(page.tasks.id, "")
            }
            ActionButton {
                objectName: "taskAccept"
                width: Math.min(implicitWidth, acts.width)
                visible: page.tasks.mayAccept
                enabled: !page.tasks.busy
                kind: "primary"
                symbol: "check"
                text: qsTr("接受任务")
                onClicked: pinSheet.askFor(true)
            }
            ActionButton {
                objectName: "taskDecline"
                width: Math.min(implicitWidth, acts.width)
                visible: page.tasks.mayDecline
                enabled: !page.tasks.busy
                text: qsTr("不能接受")
                onClicked: declining.open()
            }
        }
    }
    Sheet {
        id: declining

        property string reason: ""

        closable: !page.tasks.busy
        title: qsTr("不能接受这项任务")

        Txt {
            width: parent.width
            text: qsTr("写明原因：例如需要回避、当日另有安排。派发人会另行指派。")
            size: Theme.sub
            color: Theme.ink2
        }
        AreaField {
            inputName: "declineReason"
            width: parent.width
            label: qsTr("原因")
            minimumLines: 3
            text: declining.reason
            onEdited: text => declining.reason = text
        }
        Notice {
            objectName: "declineProblem"
            width: parent.width
            visible: page.tasks.problem !== "" && !page.tasks.pinWrong
            tone: "fail"
            text: page.tasks.problem
        }
        ActionButton {
            objectName: "declineSign"
            x: parent.width - width
            width: Math.min(implicitWidth, parent.width)
            kind: "primary"
            enabled: declining.reason.trim() !== "" && !page.tasks.busy
            text: qsTr("签名谢绝")
            onClicked: pinSheet.askFor(false)
        }
    }
    PinSheet {
        id: pinSheet

        property bool accepting: false

        function askFor(accept: bool) {
            accepting = accept;
            ask();
        }

        sign: page.tasks
        onEntered: pin => accepting ? page.tasks.accept(pin) : page.tasks.decline(pin, declining.reason)
    }
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        y: foot.y - height - Theme.space
    }
    Connections {
        target: page.tasks

        function onAnswered(accepted: bool) {
            declining.reason = "";
            declining.close();
            toast.say(accepted ? qsTr("已签名接受，联网后派发人看得到。") : qsTr("已签名谢绝，联网后派发人看得到。"));
        }
    }
}
