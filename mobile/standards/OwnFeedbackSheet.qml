import QtQuick
import Plumbline

// What this person said of standards, and what was answered; a tap leads to the standard.
Sheet {
    id: sheet

    required property StandardsModel standards

    signal picked(string name)

    wish: 760
    title: qsTr("我对标准的意见")

    Repeater {
        model: sheet.standards.own

        Card {
            id: one

            required property int index
            required property string about
            required property string standard
            required property string said
            required property string answer
            required property string state
            required property string tone

            width: parent ? parent.width : 0
            implicitHeight: words.implicitHeight + 18  // the button below has room of its own

            Column {
                id: words

                x: 18
                y: 14
                width: parent.width - 36
                spacing: 6

                Txt {
                    width: parent.width
                    text: one.about
                    strong: true
                }
                StatusWord {
                    objectName: "ownState" + one.index
                    verdict: one.tone
                    text: one.state
                    size: Theme.sub
                    maximumWidth: parent.width
                }
                Txt {
                    width: parent.width
                    text: one.said
                    size: Theme.label
                }
                Txt {
                    objectName: "ownAnswer" + one.index
                    width: parent.width
                    visible: text !== ""
                    text: one.answer
                    size: Theme.label
                }
                ActionButton {
                    objectName: "ownStandard" + one.index
                    x: -Theme.space
                    kind: "quiet"
                    symbolAfter: "forward"
                    text: qsTr("看这部标准")
                    font.pixelSize: Theme.sub
                    onClicked: sheet.picked(one.standard)
                }
            }
        }
    }
}
