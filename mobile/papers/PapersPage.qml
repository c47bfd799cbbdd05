import QtQuick
import QtQuick.Layouts
import Plumbline

// The papers of a record: which one, as it will come out of the printer, and the ways out of the tablet. What to choose
// stands beside the pages, or above them where it is narrow.
FocusScope {
    id: page

    required property PapersModel papers
    readonly property bool wide: width > 1000 * Theme.textScale
    readonly property bool made: papers.pages > 0 && !papers.making
    property bool mayIssue: false  // whoever is signed in is of those who issue papers
    property string issueProblem: ""

    signal back
    signal issueAsked

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.papers.draft ? qsTr("纸面预览") : qsTr("文书")
        subtitle: page.papers.title
        onBack: page.back()
    }
    Flickable {
        id: flick

        anchors.fill: parent
        anchors.topMargin: bar.height
        anchors.bottomMargin: foot.height
        contentHeight: layout.height + 2 * Theme.space
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: layout

            x: Theme.edge
            y: Theme.space
            width: flick.width - 2 * x
            columns: page.wide ? 2 : 1
            columnSpacing: Theme.edge
            rowSpacing: Theme.space

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: !page.wide
                Layout.preferredWidth: page.wide ? 340 * Theme.textScale : -1
                spacing: Theme.space

                // Above the paper two by two: it is what somebody came for.
                GridLayout {
                    Layout.fillWidth: true
                    visible: page.papers.titles.length > 1
                    columns: !page.wide && page.width > 600 * Theme.textScale ? 2 : 1
                    columnSpacing: Theme.space
                    rowSpacing: Theme.space

                    Repeater {
                        model: page.papers.titles.length > 1 ? page.papers.titles : []

                        ActionButton {
                            required property string modelData
                            required property int index

                            objectName: "paper" + index
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            // What is chosen is marked; the one primary action is at the foot.
                            symbol: page.papers.chosen === index ? "check" : ""
                            text: modelData
                            Accessible.checked: page.papers.chosen === index
                            onClicked: page.papers.choose(index)
                        }
                    }
                }
                // Not the layout's own child: it sets its width by itself.
                Item {
                    Layout.fillWidth: true
                    implicitHeight: tongue.implicitHeight

                    Segmented {
                        id: tongue

                        options: ["中文", "English"]
                        names: ["paperZh", "paperEn"]
                        current: page.papers.english ? 1 : 0
                        onPicked: index => page.papers.speak(index === 1)
                    }
                }
                Field {
                    Layout.fillWidth: true
                    inputName: "paperOffice"
                    label: qsTr("抬头单位")
                    text: page.papers.office
                    hint: qsTr("印在第一行；下次不用再填。")
                    onFinished: text => page.papers.headBy(text)
                }
                Txt {
                    objectName: "paperMeasure"
                    Layout.fillWidth: true
                    text: page.papers.measure
                    size: Theme.sub
                    color: Theme.ink2
                }
                Txt {
                    Layout.fillWidth: true
                    text: page.papers.draft ? qsTr("草稿还没有签名：每页有水印，没有编号、指纹和二维码。") : qsTr("由这台平板按已签名的记录制作，不用网络；同一份记录每次都一样。")
                    size: Theme.sub
                    color: Theme.ink2
                }
                Notice {
                    objectName: "paperIssued"
                    Layout.fillWidth: true
                    visible: page.papers.issued !== ""
                    tone: page.papers.newer ? "part" : "info"
                    text: page.papers.issued
                }
                Txt {
                    objectName: "paperIssueHint"
                    Layout.fillWidth: true
                    visible: page.mayIssue && !page.papers.draft && page.papers.issued === ""
                    text: page.papers.issuable ? qsTr("签发：用您的文书密钥签名，另签一条记录写明这份 PDF 的指纹。要有网络，记录要已入日志。") : qsTr("签发要选其中一份文书，不能合订。")
                    size: Theme.sub
                    color: Theme.ink2
                }
                Notice {
                    objectName: "paperIssueProblem"
                    Layout.fillWidth: true
                    visible: page.issueProblem !== ""
                    tone: "fail"
                    text: page.issueProblem
                }
                Notice {
                    objectName: "paperUnknown"
                    Layout.fillWidth: true
                    visible: page.papers.unknown !== ""
                    tone: "part"
                    text: qsTr("字库里没有这些字，纸上是方框：%1").arg(page.papers.unknown)
                }
                Notice {
                    objectName: "paperProblem"
                    Layout.fillWidth: true
                    visible: page.papers.problem !== ""
                    tone: "fail"
                    text: page.papers.problem
                }
            }
            // Their room follows from the page alone, not from the layout: a sheet's height follows from its width, and a
            // layout that learns of it while it lays out begins anew.
            Column {
                id: sheets

                readonly property real room: page.wide ? layout.width - 340 * Theme.textScale - layout.columnSpacing : layout.width

                Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
                Layout.preferredWidth: room
                spacing: Theme.space

                Waiting {
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.papers.making && page.papers.pages === 0
                }
                Repeater {
                    model: page.papers.pages

                    Rectangle {
                        required property int index

                        objectName: "paperPage" + index
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(sheets.room, 820)
                        // ISO 216.
                        height: width * Math.SQRT2
                        color: "white"
                        border.width: Theme.hairline
                        border.color: Theme.line
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("第 %1 页，共 %2 页").arg(index + 1).arg(page.papers.pages)

                        Image {
                            anchors.fill: parent
                            anchors.margins: 1
                            source: page.papers.source + "/" + parent.index
                            sourceSize: Qt.size(1240, 1754)
                            fillMode: Image.PreserveAspectFit
                            smooth: true
                            mipmap: true
                        }
                    }
                }
            }
        }
    }
    ActionFoot {
        id: foot

        y: parent.height - height
        width: parent.width

        ActionButton {
            objectName: "paperIssue"
            visible: page.mayIssue && !page.papers.draft
            enabled: page.made && page.papers.issuable
            symbol: "pen"
            text: qsTr("签发")
            onClicked: page.issueAsked()
        }
        ActionButton {
            objectName: "paperPrint"
            visible: !page.papers.draft
            enabled: page.made && !page.papers.printing
            text: page.papers.printing ? qsTr("正在打印…") : qsTr("打印")
            onClicked: printers.open()
        }
        ActionButton {
            objectName: "paperSave"
            enabled: page.made
            kind: "primary"
            symbol: "folder"
            text: qsTr("保存 PDF")
            onClicked: folders.open()
        }
    }
    PrintersSheet {
        id: printers

        papers: page.papers
        onSaveAsked: folders.open()
    }
    FolderSheet {
        id: folders

        onPicked: path => page.papers.save(path)
    }
}
