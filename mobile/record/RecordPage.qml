import QtQuick
import QtQuick.Layouts
import Plumbline

// A signed record: its life, its score, its items and findings; beside it what this device verified.
FocusScope {
    id: page

    required property RecordModel record
    readonly property bool wide: width > 1000 * Theme.textScale
    readonly property list<string> tabs: ["score", "items", "findings"].concat(record.besideHead !== "" ? ["beside"] : [], record.previousHead !== "" ? ["previous"] : [])
    property string picked: "score"
    readonly property string tab: tabs.indexOf(picked) < 0 ? "score" : picked

    signal back
    signal amended(string record)
    signal caseAsked(string record)
    signal orderAsked(string record)
    signal otherAsked(string record)
    signal papersAsked(string record)
    signal cosignAsked(string record)
    signal deliverAsked(string record)
    signal talkAsked(string record, string item)
    signal rateAsked

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.record.siteName
        subtitle: page.record.subtitle
        onBack: page.back()

        ActionButton {
            objectName: "papers"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            visible: page.record.ready
            symbol: "records"
            text: qsTr("文书")
            onClicked: page.papersAsked(page.record.id)
        }
        ActionButton {
            objectName: "concludeRecheck"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            visible: page.record.concludable
            kind: "primary"
            symbol: "check"
            text: qsTr("按复查结论处理")
            onClicked: page.caseAsked(page.record.rechecks)
        }
        ActionButton {
            objectName: "orderFindings"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            visible: page.record.orderable && page.record.rechecks === ""
            kind: "primary"
            symbol: "shield-alert"
            text: qsTr("下达整改")
            onClicked: page.orderAsked(page.record.id)
        }
        ActionButton {
            objectName: "amend"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            visible: page.record.canAmend
            kind: page.record.refused || page.record.status === "returned" ? "primary" : "plain"
            symbol: "pen"
            text: page.record.refused ? qsTr("更正后重签") : page.record.status === "returned" ? qsTr("去补正") : qsTr("补充说明")
            onClicked: page.amended(page.record.id)
        }
    }
    Notice {
        id: problem

        x: Theme.edge
        y: bar.height + 12
        width: parent.width - 2 * x
        visible: page.record.problem !== ""
        tone: "fail"
        text: page.record.problem
    }
    Flickable {
        id: left

        visible: page.record.ready
        y: bar.height
        width: page.wide ? page.width - side.width : page.width
        height: page.height - y
        contentHeight: main.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: main

            x: page.wide ? Theme.edge : Theme.space
            y: 20
            width: left.width - 2 * x
            spacing: 14

            TestBanner {
                objectName: "recordTest"
                Layout.fillWidth: true
                radius: Theme.radiusSmall
                visible: page.record.test
                text: qsTr("试用记录：只为试用检查表而作，不计入任何统计，不审核、不整改、不公示。")
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: steps.implicitHeight + 36

                StepLine {
                    id: steps

                    x: 10
                    y: 18
                    width: parent.width - 20
                    model: page.record.steps
                    reached: page.record.reached
                }
            }
            Notice {
                objectName: "cosignWord"
                Layout.fillWidth: true
                visible: page.record.cosignWord !== ""
                tone: "part"
                text: page.record.cosignWord
                action: !page.record.cosignable ? "" : page.record.own ? qsTr("另一名检查员签字") : qsTr("去签字")
                actionName: "recordCosign"
                onActed: page.cosignAsked(page.record.id)
            }
            Notice {
                objectName: "recheckWord"
                Layout.fillWidth: true
                visible: page.record.recheckWord !== ""
                tone: "info"
                text: page.record.recheckWord
                action: qsTr("看案卷")
                actionName: "recheckCase"
                onActed: page.caseAsked(page.record.rechecks)
            }
            Notice {
                objectName: "notThere"
                Layout.fillWidth: true
                visible: page.record.notThere !== ""
                tone: "part"
                text: page.record.notThere
            }
            Notice {
                objectName: "photosAway"
                Layout.fillWidth: true
                visible: page.record.away !== ""
                tone: page.record.fetchProblem ? "part" : "info"
                text: page.record.fetchProblem ? qsTr("%1。%2").arg(page.record.away).arg(page.record.fetchProblem) : page.record.away
                action: page.record.fetching ? qsTr("正在取…") : qsTr("取来看")
                actionName: "fetchPhotos"
                onActed: page.record.fetch()
            }
            Notice {
                objectName: "clockWord"
                Layout.fillWidth: true
                visible: page.record.clockWord !== ""
                tone: "part"
                text: page.record.clockWord
            }
            Notice {
                objectName: "refusal"
                Layout.fillWidth: true
                visible: page.record.refusal !== ""
                tone: "fail"
                text: page.record.refusal
            }
            Repeater {
                model: page.record.reviews

                ReviewCard {
                    required property int index

                    objectName: "review" + index
                    Layout.fillWidth: true
                }
            }
            Notice {
                Layout.fillWidth: true
                visible: page.record.amendReason !== ""
                tone: "info"
                text: qsTr("补正的理由：%1").arg(page.record.amendReason)
            }
            Tabs {
                readonly property string itemsWord: page.record.talkWaits > 0 ? qsTr("各项（%1 待复）").arg(page.record.talkWaits) : qsTr("各项")
                readonly property list<string> besideWord: page.record.besideHead !== "" ? [qsTr("对照 %1").arg(page.record.differences)] : []
                readonly property list<string> previousWord: page.record.previousHead !== "" ? [page.record.previousWorse > 0 ? qsTr("上次（%1 项变差）").arg(page.record.previousWorse) : qsTr("上次")] : []

                options: [qsTr("得分"), itemsWord, qsTr("问题 %1").arg(page.record.findingCount)].concat(besideWord, previousWord)
                names: ["tabScore", "tabItems", "tabFindings"].concat(besideWord.length > 0 ? ["tabBeside"] : [], previousWord.length > 0 ? ["tabPrevious"] : [])
                current: page.tabs.indexOf(page.tab)
                onPicked: index => page.picked = page.tabs[index]
            }
            ScoreCard {
                Layout.fillWidth: true
                visible: page.tab === "score"
                points: page.record.points
                max: page.record.max
                grade: page.record.grade
                gradeTone: page.record.gradeTone
                explanation: page.record.explanation
                vetoes: page.record.vetoes
                findings: page.record.findingCount
                sections: page.record.sections
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.tab === "score"
                columns: width > 560 * Theme.textScale ? 2 : 1
                columnSpacing: 12
                rowSpacing: 12

                FactCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    name: qsTr("照片与文件")
                    value: page.record.files
                }
                FactCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: !page.record.assessment
                    name: qsTr("整改")
                    value: page.record.rectification
                }
                FactCard {
                    objectName: "recordPlaces"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: page.record.places !== ""
                    name: qsTr("位置")
                    value: page.record.places
                }
                FactCard {
                    objectName: "recordConduct"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: page.record.conduct !== ""
                    name: qsTr("检查程序")
                    value: page.record.conduct
                }
                FactCard {
                    objectName: "recordFacts"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: page.record.facts !== ""
                    name: qsTr("现场情况")
                    value: page.record.facts
                }
                FactCard {
                    objectName: "recordVersions"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    visible: page.record.versions !== ""
                    name: qsTr("检查表版本")
                    value: page.record.versions
                }
            }
            Card {
                objectName: "licenceDiffers"
                Layout.fillWidth: true
                visible: page.tab === "score" && page.record.licenceName !== ""
                implicitHeight: names.implicitHeight + 32

                ColumnLayout {
                    id: names

                    x: 18
                    y: 16
                    width: parent.width - 36
                    spacing: 6

                    Txt {
                        Layout.fillWidth: true
                        text: qsTr("证照上的名称与登记的不同")
                        size: Theme.label
                        strong: true
                        color: Theme.part
                        Accessible.role: Accessible.Heading
                    }
                    NameDifference {
                        Layout.fillWidth: true
                        runs: page.record.nameRuns
                        published: page.record.publishedName
                        licence: page.record.licenceName
                    }
                    Txt {
                        objectName: "licenceReasonSaid"
                        Layout.fillWidth: true
                        text: qsTr("原因：%1").arg(page.record.nameReason)
                        size: Theme.sub
                        color: Theme.ink2
                    }
                }
            }
            DeliveryCard {
                objectName: "recordDelivered"
                Layout.fillWidth: true
                visible: page.tab === "score" && page.record.deliveries.count > 0
                deliveries: page.record.deliveries
            }
            ActionButton {
                objectName: "recordDeliver"
                Layout.alignment: Qt.AlignLeft
                visible: page.tab === "score" && page.record.deliverable
                symbol: "forward"
                text: qsTr("记录送达")
                font.pixelSize: Theme.label
                onClicked: page.deliverAsked(page.record.id)
            }
            ActionButton {
                objectName: "recordRate"
                Layout.alignment: Qt.AlignLeft
                visible: page.tab === "score" && page.record.rateCode !== ""
                symbol: "forward"
                text: qsTr("请对方评价")
                font.pixelSize: Theme.label
                onClicked: page.rateAsked()
            }
            RefusalCard {
                objectName: "refusalProof"
                Layout.fillWidth: true
                visible: page.tab === "score" && page.record.refusalCount > 0
                record: page.record
            }
            Repeater {
                model: page.tab === "items" ? page.record.items : null

                OutcomeCard {
                    required property int index
                    required property string id

                    objectName: "outcome" + index
                    Layout.fillWidth: true
                    talkable: page.record.asks
                    onTalkAsked: page.talkAsked(page.record.id, id)
                }
            }
            ActionButton {
                objectName: "showCase"
                Layout.alignment: Qt.AlignLeft
                visible: page.tab === "findings" && page.record.findings.count > 0
                symbolAfter: "forward"
                text: qsTr("整改办理情况")
                onClicked: page.caseAsked(page.record.id)
            }
            FindingsCard {
                Layout.fillWidth: true
                visible: page.tab === "findings" && page.record.findings.count > 0
                findings: page.record.findings
            }
            DashedNote {
                Layout.fillWidth: true
                visible: page.tab === "findings" && page.record.findings.count === 0
                text: qsTr("没有问题。")
            }
            Notice {
                objectName: "besideHead"
                Layout.fillWidth: true
                visible: page.tab === "beside"
                tone: "info"
                text: (page.record.differences > 0 ? qsTr("%n 项不同，排在前面。", "", page.record.differences) : qsTr("各项都一致。")) + "\n" + page.record.besideHead
                action: page.record.assessment ? qsTr("看检查记录") : qsTr("看自评")
                actionName: "besideOther"
                onActed: page.otherAsked(page.record.besideOther)
            }
            Repeater {
                model: page.tab === "beside" ? page.record.beside : null

                BesideCard {
                    required property int index

                    objectName: "beside" + index
                    Layout.fillWidth: true
                }
            }
            Notice {
                objectName: "previousHead"
                Layout.fillWidth: true
                visible: page.tab === "previous"
                tone: "info"
                text: page.record.previousHead
                action: qsTr("看上次记录")
                actionName: "previousOther"
                onActed: {
                    const other = page.record.previousOther;
                    page.picked = "score";
                    page.otherAsked(other);
                }
            }
            Repeater {
                model: page.tab === "previous" ? page.record.previous : null

                BesideCard {
                    required property int index

                    objectName: "previous" + index
                    Layout.fillWidth: true
                    inspectedHead: qsTr("这次")
                    assessedHead: qsTr("上次")
                }
            }
            Loader {
                Layout.fillWidth: true
                active: !page.wide
                visible: active
                sourceComponent: proof
            }
        }
    }
    Rectangle {
        id: side

        visible: page.wide && page.record.ready
        x: page.width - width
        y: bar.height
        width: Math.round(420 * Math.min(1.2, Theme.textScale))
        height: page.height - y
        color: Theme.panel

        Rectangle {
            width: Theme.hairline
            height: parent.height
            color: Theme.line
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: 20
            contentHeight: beside.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Loader {
                id: beside

                width: parent.width
                active: page.wide
                sourceComponent: proof
            }
        }
    }
    Component {
        id: proof

        ProofPanel {
            record: page.record
        }
    }
}
