import QtQuick
import QtQuick.Layouts
import Plumbline

// The open item: why it counts, what it asks, the answers, what was seen, and how it comes to its points.
Rectangle {
    id: card

    required property CheckModel check
    required property CheckItem item
    property bool evidenceInside: false

    signal naAsked
    signal photoAsked
    signal findingAsked
    signal photoPicked(string photo)
    signal guidanceAsked

    implicitHeight: column.implicitHeight + 36
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.sunlight ? 4 : 2
    border.color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: item.no + " " + item.text

    ColumnLayout {
        id: column

        x: 20
        y: 18
        width: parent.width - 40
        spacing: 12

        ItemHead {
            objectName: "item_" + card.item.id
            Layout.fillWidth: true
            item: card.item
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4

            Txt {
                objectName: "itemText"
                Layout.fillWidth: true
                text: card.item.text
                size: Theme.item
                strong: true
                lineHeight: 1.2
                Accessible.role: Accessible.Heading
            }
            Repeater {
                model: card.item.standards

                Txt {
                    required text

                    Layout.fillWidth: true
                    size: Theme.sub
                    color: Theme.accentInk
                }
            }
            ActionButton {
                objectName: "guidance"
                Layout.leftMargin: -Theme.space
                visible: card.item.guidance !== ""
                kind: "quiet"
                symbol: "book"
                text: qsTr("条文与判定方法")
                font.pixelSize: Theme.sub
                onClicked: card.guidanceAsked()
            }
        }
        QuestionGrid {
            Layout.fillWidth: true
            check: card.check
            item: card.item
            onNaAsked: card.naAsked()
        }
        AreaField {
            inputName: "note"
            Layout.fillWidth: true
            label: qsTr("情况说明（现场事实，不下结论）")
            placeholder: label
            text: card.item.note
            onEdited: text => card.check.setNote(text)
        }
        Notice {
            objectName: "checkProblem"
            Layout.fillWidth: true
            visible: card.check.problem !== ""
            tone: "fail"
            text: card.check.problem
        }
        GridLayout {
            Layout.fillWidth: true
            columns: width > 520 * Theme.textScale ? 2 : 1
            columnSpacing: 16
            rowSpacing: 4

            Txt {
                objectName: "itemMissing"
                Layout.fillWidth: true
                text: card.item.missing
                size: Theme.sub
                color: Theme.part
            }
            Txt {
                objectName: "itemExplanation"
                Layout.fillWidth: true
                horizontalAlignment: parent.columns === 2 ? Text.AlignRight : Text.AlignLeft
                text: card.item.explanation
                size: Theme.sub
                color: Theme.ink2
            }
        }
        Loader {
            Layout.fillWidth: true
            active: card.evidenceInside
            visible: active
            sourceComponent: EvidencePanel {
                check: card.check
                onPhotoAsked: card.photoAsked()
                onFindingAsked: card.findingAsked()
                onPhotoPicked: photo => card.photoPicked(photo)
            }
        }
    }
}
