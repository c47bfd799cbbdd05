import QtQuick
import QtQuick.Layouts
import Plumbline

// One standard: what holds on the day, what follows it, which items of the checklists held here cite it and how; and a
// word on a clause, signed from here.
FocusScope {
    id: page

    required property StandardsModel standards
    readonly property bool wide: width > 1000 * Theme.textScale

    signal back

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.standards.name
        subtitle: page.standards.title === page.standards.name ? "" : page.standards.title
        onBack: page.back()

        ActionButton {
            objectName: "standardSay"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            symbol: "pen"
            text: qsTr("反馈意见")
            onClicked: feedback.say(-1, "")
        }
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: grid.implicitHeight + 2 * Theme.edge
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        GridLayout {
            id: grid

            x: page.wide ? 28 : Theme.space
            y: Theme.edge
            width: parent.width - 2 * x
            columns: page.wide && citations.count > 0 ? 2 : 1
            columnSpacing: 24
            rowSpacing: 20

            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                spacing: 14

                StatusWord {
                    objectName: "standardStatus"
                    verdict: page.standards.statusTone
                    text: page.standards.status
                    size: Theme.item
                    strong: true
                    maximumWidth: parent.width
                }
                Txt {
                    objectName: "standardStatusText"
                    width: parent.width
                    text: page.standards.statusText
                }
                Txt {
                    objectName: "standardSaid"
                    width: parent.width
                    visible: text !== ""
                    text: page.standards.said
                    size: Theme.sub
                    color: Theme.ink2
                }
                DateField {
                    inputName: "standardPageDay"
                    width: parent.width
                    label: qsTr("按哪一天的状态")
                    value: page.standards.day
                    onPicked: value => page.standards.day = value
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: page.standards.otherTitle
                    size: Theme.sub
                    color: Theme.ink2
                }
                Txt {
                    width: parent.width
                    visible: next.count > 0
                    text: qsTr("代替它的")
                    size: Theme.label
                    strong: true
                    color: Theme.ink2
                }
                Repeater {
                    id: next

                    model: page.standards.successors

                    StandardCard {
                        objectName: "successor" + index
                        width: parent ? parent.width : 0
                        onClicked: page.standards.open(id)
                    }
                }
                Card {
                    width: parent.width
                    visible: facts.count > 0
                    implicitHeight: factColumn.implicitHeight + 28

                    Column {
                        id: factColumn

                        x: 18
                        y: 14
                        width: parent.width - 36

                        Repeater {
                            id: facts

                            model: page.standards.facts

                            KeyValue {
                                required property string id
                                required tone
                                required symbol

                                valueName: "standard_" + id
                                width: factColumn.width
                            }
                        }
                    }
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                spacing: 12

                Txt {
                    objectName: "standardCited"
                    width: parent.width
                    text: citations.count > 0 ? qsTr("引用它的检查项 %1").arg(citations.count) : qsTr("本机的检查表没有引用它")
                    size: Theme.label
                    strong: true
                    color: Theme.ink2
                }
                Repeater {
                    id: citations

                    model: page.standards.citations

                    Card {
                        id: citation

                        required property string id
                        required property string where
                        required property string clause
                        required property string text
                        required property bool mandatory
                        required property int number
                        required property string said
                        required property int index

                        width: parent ? parent.width : 0
                        implicitHeight: words.implicitHeight + 28
                        Accessible.role: Accessible.ListItem
                        Accessible.name: [clause, where, text, said].join(", ")

                        Column {
                            id: words

                            x: 18
                            y: 14
                            width: parent.width - 36
                            spacing: 6

                            Row {
                                width: parent.width
                                spacing: 10

                                Chip {
                                    id: force

                                    tone: citation.mandatory ? "must" : ""
                                    text: citation.mandatory ? qsTr("强制") : qsTr("推荐")
                                }
                                Txt {
                                    width: parent.width - force.width - 10
                                    text: citation.clause
                                    strong: true
                                    Accessible.ignored: true
                                }
                            }
                            Txt {
                                width: parent.width
                                text: citation.text
                                size: Theme.label
                                Accessible.ignored: true
                            }
                            Txt {
                                width: parent.width
                                text: citation.where
                                size: Theme.sub
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                            Txt {
                                objectName: "clauseSaid" + citation.index
                                width: parent.width
                                visible: text !== ""
                                text: citation.said
                                size: Theme.sub
                                Accessible.ignored: true
                            }
                            ActionButton {
                                objectName: "clauseSay" + citation.index
                                x: -Theme.space
                                kind: "quiet"
                                symbol: "pen"
                                text: qsTr("对这一条提意见")
                                font.pixelSize: Theme.sub
                                onClicked: feedback.say(citation.number, citation.clause)
                            }
                        }
                    }
                }
            }
        }
    }
    FeedbackSheet {
        id: feedback

        standards: page.standards
        onDone: {
            toast.say(qsTr("意见已签名，联网后上传。"));
            page.standards.refresh();
        }
    }
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 60
    }
}
