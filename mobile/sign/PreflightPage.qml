import QtQuick
import QtQuick.Layouts
import Plumbline

// Before signing: what lacks (a tap goes there), the score by section and what makes it, vetoes, findings with due dates.
FocusScope {
    id: page

    required property CheckModel check
    readonly property bool wide: width > 900 * Theme.textScale

    signal back
    signal jumped(string item, string question)
    signal signed
    signal discarded
    signal versionsAsked
    signal paperAsked

    Component.onCompleted: check.totals.showConduct()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.check.assessing ? qsTr("提交前核对") : qsTr("签字前核对")
        subtitle: page.check.siteName + " · " + page.check.subtitle
        onBack: page.back()
    }
    TestBanner {
        id: test

        objectName: "preflightTest"
        y: bar.height
        width: parent.width
        visible: page.check.testing
        text: qsTr("试用：这次填写的不是真正的检查，不作数。")
    }
    Flickable {
        y: bar.height + test.height
        width: parent.width
        height: foot.y - y
        contentHeight: grid.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: page.wide ? Theme.edge : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            columns: page.wide ? 2 : 1
            columnSpacing: 20
            rowSpacing: 24

            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 10

                Txt {
                    objectName: "missingTitle"
                    width: parent.width
                    text: page.check.totals.missing.count > 0 ? qsTr("还差 %1 处").arg(page.check.totals.missing.count) : qsTr("没有漏项")
                    size: Theme.heading
                    strong: true
                    color: page.check.totals.missing.count > 0 ? Theme.part : Theme.pass
                    Accessible.role: Accessible.Heading
                }
                Notice {
                    width: parent.width
                    visible: page.check.totals.missing.count === 0
                    tone: "pass"
                    text: page.check.assessing ? qsTr("各项都已填全，核对得分后就可以签名提交。") : qsTr("各项都已填全，可以请被检查方阅读并签名。")
                }
                Notice {
                    objectName: "versionNotice"
                    width: parent.width
                    visible: page.check.versions.newer !== "" || page.check.versions.asideCount > 0
                    tone: "info"
                    text: [page.check.versions.newer !== "" ? qsTr("按第 %1 版填写，已有第 %2 版。").arg(page.check.versions.current).arg(page.check.versions.newer) : "", page.check.versions.asideCount > 0 ? qsTr("改版时有 %1 个答案另行保留，会写进记录。").arg(page.check.versions.asideCount) : ""].filter(part => part !== "").join("\n")
                    action: qsTr("查看")
                    actionName: "versionDetails"
                    onActed: page.versionsAsked()
                }
                Repeater {
                    model: page.check.totals.missing

                    MissingCard {
                        objectName: "missing" + index
                        width: parent.width
                        onClicked: page.jumped(item, question)
                    }
                }
                CredentialCard {
                    width: parent.width
                    visible: page.check.conduct.asked
                    conduct: page.check.conduct
                }
                LicenceCard {
                    width: parent.width
                    visible: page.check.conduct.asked
                    conduct: page.check.conduct
                }
                Txt {
                    objectName: "conductTitle"
                    width: parent.width
                    topPadding: 14
                    visible: page.check.totals.conduct.count > 0
                    text: qsTr("签字前再看一眼（不拦签字）")
                    size: Theme.body
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                Repeater {
                    model: page.check.totals.conduct

                    MissingCard {
                        objectName: "conduct" + index
                        width: parent.width
                        enabled: item !== ""
                        onClicked: page.jumped(item, question)
                    }
                }
                ActionButton {
                    objectName: "paperPreview"
                    visible: !page.check.assessing
                    kind: "quiet"
                    symbol: "eye"
                    text: qsTr("纸面预览")
                    onClicked: page.paperAsked()
                }
                ActionButton {
                    objectName: "discard"
                    kind: "quiet"
                    symbol: "trash"
                    text: qsTr("删除这份草稿")
                    font.pixelSize: Theme.label
                    onClicked: confirm.open()
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 14

                ScoreCard {
                    width: parent.width
                    points: page.check.totals.points
                    max: page.check.totals.max
                    grade: page.check.totals.grade
                    gradeTone: page.check.totals.gradeTone
                    advice: page.check.totals.advice
                    explanation: page.check.totals.explanation
                    vetoes: page.check.totals.vetoes
                    findings: page.check.assessing ? 0 : page.check.totals.findings.count
                    sections: page.check.outline.sections
                }
                FindingsCard {
                    width: parent.width
                    visible: !page.check.assessing && page.check.totals.findings.count > 0
                    findings: page.check.totals.findings
                }
            }
        }
    }
    ConfirmSheet {
        id: confirm

        title: qsTr("删除草稿")
        text: qsTr("这份草稿的 %1 项答案和照片会从本机删除，无法恢复。签过名的记录不受影响。").arg(page.check.totals.answered)
        action: qsTr("删除")
        onConfirmed: page.discarded()
    }
    ActionFoot {
        id: foot

        y: parent.height - height
        width: parent.width
        note: page.check.totals.missing.count > 0 ? qsTr("还差 %1 处").arg(page.check.totals.missing.count) : ""
        noteInk: Theme.part

        ActionButton {
            objectName: "goSign"
            kind: "primary"
            symbol: "pen"
            text: page.check.assessing ? qsTr("去签名提交") : qsTr("去签名")
            enabled: page.check.totals.complete
            onClicked: page.signed()
        }
    }
}
