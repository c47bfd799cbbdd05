import QtQuick
import QtQuick.Templates as T
import Plumbline

// A section of the self-assessment: a line of the table, or, where it is narrow, lines of its own.
T.AbstractButton {
    id: button

    required property string id
    required property string title
    required property string count
    required property string progressWord
    required property string tone
    required property string symbol
    required property real progress
    required property string who
    required property string whoNote
    required property string initial
    required property string files
    required property string filesTone
    required property string points
    required property string max
    required property string last
    required property bool current
    required property bool forMe
    required property AssessColumns columns
    property bool wide: true
    property bool first: false

    signal whoAsked

    implicitHeight: Math.max(Theme.row, content.implicitHeight + 24)
    text: title
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [title, count, progressWord, forMe ? qsTr("派给您") : who, whoNote, qsTr("附件 %1").arg(files), qsTr("自评分 %1 / %2").arg(points).arg(max), last !== "" ? qsTr("上次检查 %1").arg(last) : ""].filter(one => one !== "").join(", ")

    background: Rectangle {
        radius: button.current || button.visualFocus ? Theme.radiusSmall : 0
        color: button.current ? Theme.accentSoft : button.down ? Theme.pressed : "transparent"
        border.width: Theme.sunlight && button.current ? Theme.chosenBorder : button.visualFocus ? 3 : 0
        border.color: Theme.accent

        Rectangle {
            visible: !button.first
            width: parent.width
            height: Theme.hairline
            color: Theme.line2
        }
    }
    contentItem: Item {
        Loader {
            id: content

            x: 19
            y: Math.max(0, (parent.height - height) / 2)
            width: parent.width - 38
            sourceComponent: button.wide ? across : below
        }
    }
    Component {
        id: across

        Row {
            Column {
                width: button.columns.title
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4

                Txt {
                    width: parent.width - button.columns.gap
                    text: button.title
                    size: Theme.body
                    strong: true
                    Accessible.ignored: true
                }
                Chip {
                    visible: button.forMe
                    tone: "points"
                    text: qsTr("派给您")
                    color: button.current ? Theme.card : Theme.accentSoft
                }
            }
            SectionProgress {
                width: button.columns.progress - button.columns.gap
                anchors.verticalCenter: parent.verticalCenter
                count: button.count
                word: button.progressWord
                tone: button.tone
                symbol: button.symbol
                value: button.progress
            }
            Item { width: button.columns.gap; height: 1 }
            WhoButton {
                width: button.columns.who - 8
                anchors.verticalCenter: parent.verticalCenter
                section: button.id
                who: button.who
                note: button.whoNote
                initial: button.initial
                onClicked: button.whoAsked()
            }
            Item { width: 8; height: 1 }
            StatusWord {
                width: button.columns.files
                anchors.verticalCenter: parent.verticalCenter
                visible: button.filesTone !== ""
                verdict: button.filesTone
                text: button.files
                maximumWidth: button.columns.files - 8
            }
            Txt {
                width: button.columns.files
                anchors.verticalCenter: parent.verticalCenter
                visible: button.filesTone === ""
                text: button.files
                size: Theme.sub
                color: Theme.ink2
                Accessible.ignored: true
            }
            Txt {
                width: button.columns.own
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignRight
                textFormat: Text.StyledText
                text: qsTr("<b>%1</b> / %2").arg(button.points).arg(button.max)
                size: Theme.label
                Accessible.ignored: true
            }
            Txt {
                width: button.columns.last
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignRight
                text: button.last !== "" ? button.last : "—"
                size: Theme.label
                visible: width > 0
                Accessible.ignored: true
            }
        }
    }
    Component {
        id: below

        Column {
            spacing: 6

            Flow {
                width: parent.width
                spacing: 8

                Txt {
                    width: Math.min(implicitWidth, parent.width)
                    text: button.title
                    size: Theme.body
                    strong: true
                    Accessible.ignored: true
                }
                Chip {
                    visible: button.forMe
                    tone: "points"
                    text: qsTr("派给您")
                    color: button.current ? Theme.card : Theme.accentSoft
                }
            }
            SectionProgress {
                width: parent.width
                count: button.count
                word: button.progressWord
                tone: button.tone
                symbol: button.symbol
                value: button.progress
            }
            WhoButton {
                width: Math.min(implicitWidth, parent.width)
                visible: button.enabled || button.who !== ""
                section: button.id
                who: button.who
                note: button.whoNote
                initial: button.initial
                small: true
                onClicked: button.whoAsked()
            }
            Flow {
                width: parent.width
                spacing: 16

                StatusWord {
                    visible: button.filesTone !== ""
                    verdict: button.filesTone
                    text: qsTr("附件 %1").arg(button.files)
                    size: Theme.sub
                    maximumWidth: parent.width
                }
                Txt {
                    text: button.last !== "" ? qsTr("自评 %1 / %2 · 上次 %3").arg(button.points).arg(button.max).arg(button.last) : qsTr("自评 %1 / %2").arg(button.points).arg(button.max)
                    size: Theme.sub
                    color: Theme.ink2
                    Accessible.ignored: true
                }
            }
        }
    }
}
