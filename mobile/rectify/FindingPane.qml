import QtQuick
import QtQuick.Layouts
import Plumbline

// One finding: what it is about, what was found and is demanded, before and after side by side, what was done about it,
// what was signed so far; at the foot what whoever is signed in does next.
FocusScope {
    id: pane

    required property CaseModel rectification
    required property ReportModel report
    required property CameraModel camera
    readonly property CaseFinding finding: rectification.finding
    readonly property bool writing: report.open && report.item === finding.item
    readonly property bool wide: width > 860 * Theme.textScale
    readonly property bool medium: width > 560 * Theme.textScale
    readonly property bool paired: width > 440 * Theme.textScale

    signal acted(string kind)
    signal submitted
    signal shotAsked
    signal photoAsked
    signal paperAsked
    signal shotOpened(string id, bool removable)
    signal composeAsked
    signal recheckAsked

    Flickable {
        id: scroll

        width: parent.width
        height: foot.y
        contentHeight: main.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: main

            x: pane.medium ? Theme.edge : Theme.space
            y: 16
            width: pane.width - 2 * x
            spacing: 12

            FindingHead {
                Layout.fillWidth: true
                room: main.width
                finding: pane.finding
            }
            Notice {
                Layout.fillWidth: true
                visible: pane.rectification.away !== ""
                tone: pane.rectification.fetchProblem ? "part" : "info"
                text: pane.rectification.fetchProblem ? qsTr("%1。%2").arg(pane.rectification.away).arg(pane.rectification.fetchProblem) : pane.rectification.away
                action: pane.rectification.fetching ? qsTr("正在取…") : qsTr("取来看")
                actionName: "fetchCaseFiles"
                onActed: pane.rectification.fetch()
            }
            Notice {
                objectName: "askedMore"
                Layout.fillWidth: true
                visible: pane.finding.asked !== ""
                tone: "part"
                text: qsTr("申请延至 %1：%2").arg(pane.finding.askedUntil).arg(pane.finding.asked)
            }
            Notice {
                objectName: "officeAnswer"
                Layout.fillWidth: true
                visible: pane.finding.answer !== ""
                tone: pane.finding.answerTone === "pass" ? "pass" : "part"
                text: pane.finding.answer
            }
            Notice {
                objectName: "findingFollowed"
                Layout.fillWidth: true
                visible: pane.rectification.followed !== ""
                tone: "info"
                text: pane.rectification.followed
            }
            Notice {
                objectName: "recheckFound"
                Layout.fillWidth: true
                visible: pane.finding.recheck !== ""
                tone: pane.finding.recheckVerdict === "pass" ? "pass" : "part"
                text: qsTr("%1：%2").arg(pane.finding.recheck).arg(Theme.wordOf(pane.finding.recheckVerdict))
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: told.implicitHeight

                GridLayout {
                    id: told

                    width: parent.width
                    columns: pane.wide ? 3 : pane.medium ? 2 : 1
                    columnSpacing: 0
                    rowSpacing: 0

                    ToldBox {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        label: qsTr("现场事实 · 检查员记录")
                        valueName: "findingFacts"
                        text: pane.finding.facts
                    }
                    ToldBox {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        label: qsTr("整改要求")
                        valueName: "findingRequirement"
                        text: pane.finding.requirement ? pane.finding.requirement : qsTr("还没有下达整改要求")
                    }
                    ToldBox {
                        Layout.fillWidth: true
                        Layout.columnSpan: pane.wide ? 1 : pane.medium ? 2 : 1
                        Layout.preferredWidth: 1
                        Layout.fillHeight: true
                        visible: !pane.writing && pane.finding.lateReason !== ""
                        label: qsTr("逾期原因")
                        tone: "part"
                        text: pane.finding.lateReason
                    }
                    Item {
                        Layout.fillWidth: true
                        Layout.columnSpan: pane.wide ? 1 : pane.medium ? 2 : 1
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        visible: pane.writing && pane.finding.late
                        implicitHeight: lateField.implicitHeight + 16

                        Rectangle {
                            anchors.fill: parent
                            anchors.margins: 5
                            radius: Theme.radiusSmall
                            color: Theme.partSoft
                            border.width: Theme.hairline
                            border.color: Theme.partLine
                        }
                        AreaField {
                            id: lateField

                            x: 8
                            y: 8
                            width: parent.width - 16
                            inputName: "lateReason"
                            place: pane.finding.item
                            label: qsTr("逾期原因（必填）")
                            text: pane.report.late
                            onEdited: text => pane.report.late = text
                        }
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                // Before and after stand side by side wherever they are large enough to be compared.
                columns: pane.wide ? 3 : pane.paired ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                Shots {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    model: pane.finding.before
                    shotName: "before"
                    title: qsTr("整改前")
                    emptyText: pane.rectification.away !== "" ? qsTr("照片在服务器上，可以取来看") : qsTr("检查时没有拍照")
                    onOpened: id => pane.shotOpened(id, false)
                }
                Shots {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    model: pane.writing ? pane.report.photos : pane.finding.after
                    shotName: "after"
                    title: qsTr("整改后")
                    emptyText: pane.writing ? qsTr("加入整改后的照片，站在同一个位置拍最好") : pane.rectification.away !== "" ? qsTr("照片在服务器上，可以取来看") : qsTr("还没有整改后的照片")
                    onOpened: id => pane.shotOpened(id, pane.writing)
                }
                SelfBeside {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2.75
                    Layout.columnSpan: pane.wide ? 1 : pane.paired ? 2 : 1
                    Layout.alignment: Qt.AlignTop
                    visible: pane.finding.selfDay !== ""
                    finding: pane.finding
                }
                ActLog {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2.75
                    Layout.columnSpan: pane.wide ? 1 : pane.paired ? 2 : 1
                    Layout.alignment: Qt.AlignTop
                    visible: pane.wide && pane.finding.selfDay === "" && acts.count > 0
                    acts: pane.finding.acts
                }
            }
            GridLayout {
                Layout.fillWidth: true
                visible: pane.writing || pane.finding.done !== "" || pane.finding.papers.count > 0
                columns: pane.medium ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                AreaField {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    visible: pane.writing
                    inputName: "reportDone"
                    place: pane.finding.item
                    label: qsTr("做了什么")
                    hint: qsTr("写事实和日期，附照片或票据")
                    minimumLines: pane.medium ? 5 : 3
                    text: pane.report.done
                    problem: pane.report.saveProblem
                    onEdited: text => pane.report.done = text
                }
                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    visible: !pane.writing && pane.finding.done !== ""
                    implicitHeight: said.implicitHeight

                    ToldBox {
                        id: said

                        width: parent.width
                        label: pane.finding.doneLabel
                        valueName: "findingDone"
                        text: pane.finding.done
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    visible: pane.writing || pane.finding.papers.count > 0
                    spacing: 8

                    PaperList {
                        Layout.fillWidth: true
                        papers: pane.writing ? pane.report.papers : pane.finding.papers
                        removable: pane.writing
                        onRemoved: id => pane.report.remove(id)
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        visible: pane.writing
                        columns: (pane.medium ? (main.width - 12) / 3 : main.width) > 300 * Theme.textScale ? 2 : 1
                        columnSpacing: 8
                        rowSpacing: 8

                        // Where there is no camera, files are the way.
                        ActionButton {
                            objectName: "reportShot"
                            Layout.fillWidth: true
                            Layout.columnSpan: parent.columns
                            visible: pane.camera.there
                            symbol: "camera"
                            text: qsTr("拍照")
                            onClicked: pane.shotAsked()
                        }
                        ActionButton {
                            objectName: "reportPhoto"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            leftPadding: 12
                            rightPadding: 12
                            symbol: "photo"
                            text: qsTr("加照片")
                            onClicked: pane.photoAsked()
                        }
                        ActionButton {
                            objectName: "reportPaper"
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            leftPadding: 12
                            rightPadding: 12
                            symbol: "clip"
                            text: qsTr("附文件")
                            onClicked: pane.paperAsked()
                        }
                    }
                    Notice {
                        objectName: "reportFileProblem"
                        Layout.fillWidth: true
                        visible: pane.report.fileProblem !== ""
                        tone: "fail"
                        text: pane.report.fileProblem
                    }
                    // One that could not be sealed waits in memory, whichever page it was taken on.
                    Notice {
                        objectName: "reportStuck"
                        Layout.fillWidth: true
                        visible: pane.writing && pane.camera.stuck
                        tone: "fail"
                        text: pane.camera.problem
                        action: qsTr("再存")
                        actionName: "reportSealAgain"
                        onActed: pane.camera.sealAgain()
                    }
                }
            }
            ActLog {
                Layout.fillWidth: true
                visible: (!pane.wide || pane.finding.selfDay !== "") && acts.count > 0
                acts: pane.finding.acts
            }
        }
    }
    FindingFoot {
        id: foot

        y: parent.height - height
        width: parent.width
        height: visible ? implicitHeight : 0
        finding: pane.finding
        report: pane.report
        writing: pane.writing
        enterprise: pane.rectification.enterprise
        onActed: kind => pane.acted(kind)
        onSubmitted: pane.submitted()
        onComposeAsked: pane.composeAsked()
    }
}
