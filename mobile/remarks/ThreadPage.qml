import QtQuick
import QtQuick.Layouts
import Plumbline

// What supervisor and inspector write to each other at one item of a record: read, answered, resolved, or asked. Each
// word is signed with the PIN and goes when there is a network.
FocusScope {
    id: page

    required property ThreadsModel threads
    property bool writing: false
    property bool closing: false  // what is signed resolves, without words
    property string answered: ""  // the thread that is written in; "" of a question

    signal back
    signal recordAsked(string record)

    function write(thread: string) {
        answered = thread;
        writing = true;
        words.forceActiveFocus();
    }
    function sign(thread: string, resolved: bool) {
        answered = thread;
        closing = resolved;
        pinSheet.ask();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("问答")
        subtitle: page.threads.siteName
        onBack: page.back()

        ActionButton {
            objectName: "threadRecord"
            width: Math.min(implicitWidth, page.width - 2 * Theme.space)
            visible: page.threads.ready
            symbol: "records"
            text: qsTr("看记录")
            onClicked: page.recordAsked(page.threads.record)
        }
    }
    Flickable {
        id: scroll

        y: bar.height
        width: page.width
        height: page.height - y
        contentHeight: column.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            width: Math.min(scroll.width - 2 * Theme.space, 860 * Theme.textScale)
            x: (scroll.width - width) / 2
            y: 20
            spacing: 14

            Txt {
                objectName: "threadItem"
                Layout.fillWidth: true
                text: page.threads.title
                size: Theme.item
                strong: true
                Accessible.role: Accessible.Heading
            }
            Notice {
                objectName: "threadProblem"
                Layout.fillWidth: true
                visible: page.threads.problem !== "" && !page.threads.pinWrong
                tone: "fail"
                text: page.threads.problem
            }
            DashedNote {
                Layout.fillWidth: true
                visible: page.threads.ready && page.threads.said.count === 0
                text: page.threads.asks ? qsTr("这一项还没有问答。检查员和审核员都可以提问，被检查方看不到。") : qsTr("这一项没有问答。")
            }
            Repeater {
                model: page.threads.said

                ColumnLayout {
                    id: said

                    required property int index
                    required property string thread
                    required property string head
                    required property string text
                    required property string state
                    required property bool own
                    required property bool last
                    required property bool open
                    required property bool waits
                    required property bool resolvable

                    Layout.fillWidth: true
                    Layout.bottomMargin: said.last ? 10 : 0
                    spacing: 8

                    Card {
                        objectName: "remark" + said.index
                        Layout.fillWidth: true
                        Layout.leftMargin: said.own ? 48 : 0
                        Layout.rightMargin: said.own ? 0 : 48
                        implicitHeight: word.implicitHeight + 28
                        color: said.own ? Theme.accentSoft : Theme.card
                        Accessible.role: Accessible.ListItem
                        Accessible.name: said.head + ": " + said.text + (said.state !== "" ? ", " + said.state : "")

                        Column {
                            id: word

                            x: 16
                            y: 14
                            width: parent.width - 32
                            spacing: 4

                            Txt {
                                width: parent.width
                                text: said.head
                                size: Theme.caption
                                color: Theme.ink2
                                Accessible.ignored: true
                            }
                            Txt {
                                width: parent.width
                                text: said.text
                                size: Theme.label
                                Accessible.ignored: true
                            }
                            StatusWord {
                                objectName: "remarkState" + said.index
                                visible: said.state !== ""
                                maximumWidth: word.width
                                verdict: said.waits ? "part" : said.open ? "na" : "pass"
                                text: said.state
                            }
                        }
                    }
                    Flow {
                        Layout.fillWidth: true
                        visible: said.last && page.threads.answers && !page.writing
                        spacing: 12

                        ActionButton {
                            objectName: "threadAnswer" + said.index
                            width: Math.min(implicitWidth, column.width)
                            kind: said.waits ? "primary" : "plain"
                            symbol: "talk"
                            text: qsTr("回复")
                            enabled: !page.threads.busy
                            onClicked: page.write(said.thread)
                        }
                        ActionButton {
                            objectName: "threadResolve" + said.index
                            width: Math.min(implicitWidth, column.width)
                            visible: said.resolvable
                            symbol: "check"
                            text: qsTr("标为解决")
                            enabled: !page.threads.busy
                            onClicked: page.sign(said.thread, true)
                        }
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                visible: page.writing
                implicitHeight: form.implicitHeight + 32

                Column {
                    id: form

                    x: 18
                    y: 16
                    width: parent.width - 36
                    spacing: 12

                    AreaField {
                        id: words

                        property string typed: ""
                        property int given: 0

                        inputName: "threadText"
                        width: parent.width
                        minimumLines: 3
                        most: 4000
                        place: page.threads.record + " " + page.threads.item + " " + page.answered + " " + given
                        label: page.answered === "" ? qsTr("要问什么") : qsTr("回复什么")
                        onEdited: text => typed = text
                        onPlaceChanged: typed = ""
                    }
                    Txt {
                        width: parent.width
                        text: qsTr("会以您的名义签名，能看这条记录的检查员和审核员看得到，被检查方看不到；签名后不能再改。")
                        size: Theme.sub
                        color: Theme.ink2
                    }
                    Flow {
                        width: parent.width
                        layoutDirection: Qt.RightToLeft
                        spacing: 12

                        ActionButton {
                            objectName: "threadSign"
                            width: Math.min(implicitWidth, form.width)
                            kind: "primary"
                            symbol: "pen"
                            text: page.answered === "" ? qsTr("签名并提问") : qsTr("签名并回复")
                            enabled: !page.threads.busy && words.acceptable && words.typed.trim() !== ""
                            onClicked: page.sign(page.answered, false)
                        }
                        ActionButton {
                            objectName: "threadLeave"
                            width: Math.min(implicitWidth, form.width)
                            text: qsTr("不写了")
                            enabled: !page.threads.busy
                            onClicked: page.writing = false
                        }
                    }
                }
            }
            ActionButton {
                objectName: "threadAsk"
                Layout.maximumWidth: column.width
                Layout.alignment: Qt.AlignLeft
                visible: page.threads.asks && !page.writing
                kind: page.threads.said.count === 0 ? "primary" : "plain"
                symbol: "plus"
                text: qsTr("提一个问题")
                onClicked: page.write("")
            }
        }
    }
    PinSheet {
        id: pinSheet

        sign: page.threads
        onEntered: pin => page.threads.sign(pin, page.answered, page.closing ? "" : words.typed, page.closing)
    }
    Connections {
        target: page.threads

        function onSealed() {
            // Another place: the field is empty there.
            words.given += 1;
            words.typed = "";
            page.writing = false;
            page.closing = false;
        }
    }
}
