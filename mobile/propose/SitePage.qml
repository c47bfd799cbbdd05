import QtQuick
import QtQuick.Layouts
import Plumbline

// A site: what is published, where it lies from here, what was proposed about it; a check begins here, and so does a
// correction.
FocusScope {
    id: page

    required property SiteModel site
    required property PositionSource position
    readonly property bool wide: width > 900 * Theme.textScale

    signal back
    signal started(string id)
    signal corrected(string id)

    Component.onCompleted: position.want("site", true)
    Component.onDestruction: position.want("site", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.site.name !== "" ? page.site.name : qsTr("检查对象")
        subtitle: [page.site.away, page.site.place].filter(part => part !== "").join(" · ")
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
                Layout.columnSpan: column.columns
                Layout.fillWidth: true
                visible: page.site.problem !== ""
                tone: "fail"
                text: page.site.problem
            }
            Card {
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                visible: page.site.ready
                implicitHeight: about.implicitHeight + 36

                Column {
                    id: about

                    x: 20
                    y: 18
                    width: parent.width - 40
                    spacing: 6

                    Txt {
                        width: parent.width
                        text: qsTr("已发布的资料")
                        size: Theme.item
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: page.site.facts

                        KeyValue {
                            id: fact

                            required property string id

                            valueName: "siteFact_" + fact.id
                            width: about.width
                        }
                    }
                    Item {
                        width: 1
                        height: 6
                    }
                    StatusWord {
                        objectName: "sitePlace"
                        visible: page.site.place !== ""
                        maximumWidth: about.width
                        verdict: page.site.placeTone === "" ? "na" : page.site.placeTone
                        text: page.site.place
                    }
                    Txt {
                        objectName: "siteAway"
                        width: parent.width
                        visible: text !== ""
                        text: page.site.away
                        color: Theme.ink2
                    }
                    ActionButton {
                        objectName: "siteGo"
                        width: Math.min(implicitWidth, parent.width)
                        visible: page.site.point !== ""
                        symbol: "go"
                        text: qsTr("导航")
                        onClicked: {
                            if (!page.site.handOver())
                                toast.say(qsTr("本机没有能指路的地图程序，坐标已复制：%1").arg(page.site.point));
                        }
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
                    text: qsTr("提过的更正")
                    size: Theme.item
                    strong: true
                    Accessible.role: Accessible.Heading
                }
                DashedNote {
                    width: parent.width
                    visible: page.site.proposals.count === 0
                    text: qsTr("还没有人提过更正。名称、坐标或边界与现场不符时，可以在这里提出，由主管部门核对后发布。")
                }
                Repeater {
                    model: page.site.proposals

                    Card {
                        id: proposal

                        required property int index
                        required property string title
                        required property string subtitle
                        required property string leftText
                        required property string rightText
                        required property string rightTone

                        objectName: "proposal" + index
                        width: parent.width
                        implicitHeight: lines.implicitHeight + 32
                        Accessible.role: Accessible.StaticText
                        Accessible.name: [title, rightText, subtitle, leftText].filter(part => part !== "").join(", ")

                        Column {
                            id: lines

                            x: 20
                            y: 16
                            width: parent.width - 40
                            spacing: 4

                            Txt {
                                width: parent.width
                                text: proposal.title
                                strong: true
                                Accessible.ignored: true
                            }
                            StatusWord {
                                objectName: "proposalState" + proposal.index
                                maximumWidth: lines.width
                                verdict: proposal.rightTone
                                text: proposal.rightText
                            }
                            Txt {
                                objectName: "proposalWords" + proposal.index
                                width: parent.width
                                text: proposal.subtitle
                                size: Theme.sub
                                Accessible.ignored: true
                            }
                            Txt {
                                width: parent.width
                                text: proposal.leftText
                                size: Theme.caption
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
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
        height: acts.implicitHeight + 24
        color: Theme.card

        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
        }
        Flow {
            id: acts

            // As many as fit stand beside one another, at the right.
            readonly property real natural: correct.visible ? correct.implicitWidth + spacing + start.implicitWidth : start.implicitWidth

            x: parent.width - width - Theme.space
            y: 12
            width: Math.min(parent.width - 2 * Theme.space, natural)
            spacing: 12

            ActionButton {
                id: correct

                objectName: "siteCorrect"
                width: Math.min(implicitWidth, acts.width)
                visible: page.site.mayPropose
                symbol: "pen"
                text: page.site.drafted ? qsTr("继续更正") : qsTr("更正资料、走边界")
                onClicked: page.corrected(page.site.id)
            }
            ActionButton {
                id: start

                objectName: "siteStart"
                width: Math.min(implicitWidth, acts.width)
                enabled: page.site.ready
                kind: "primary"
                symbolAfter: "forward"
                text: qsTr("开始检查")
                onClicked: page.started(page.site.id)
            }
        }
    }
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        y: foot.y - height - Theme.space
    }
}
