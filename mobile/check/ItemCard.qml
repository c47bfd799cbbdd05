import QtQuick
import Plumbline

// The open item: why it counts, what it asks, the answers, what was seen, and how it comes to its points.
Rectangle {
    id: card

    required property CheckModel check
    required property CheckItem item
    property bool evidenceInside: false

    signal naAsked
    signal shotAsked
    signal photoAsked
    signal documentAsked
    signal findingAsked
    signal photoPicked(string photo)
    signal guidanceAsked
    signal pickAsked(string question, string label, string chosen, bool several)
    signal fileAsked(string question, bool pictures)

    function fieldOf(key: string): Item {
        return grid.fieldOf(key);
    }

    implicitHeight: column.implicitHeight + 36
    radius: Theme.radius
    color: Theme.card
    border.width: Theme.sunlight ? 4 : 2
    border.color: Theme.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: item.no + " " + item.text

    Column {
        id: column

        x: 20
        y: 18
        width: parent.width - 40
        spacing: 12

        ItemHead {
            objectName: "item_" + card.item.id
            width: parent.width
            item: card.item
        }
        Column {
            width: parent.width
            spacing: 4

            Txt {
                objectName: "itemText"
                width: parent.width
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

                    width: column.width
                    size: Theme.sub
                    color: Theme.accentInk
                }
            }
            ActionButton {
                objectName: "guidance"
                x: -Theme.space
                visible: card.item.guidance !== "" || card.item.standards.count > 0
                kind: "quiet"
                symbol: "book"
                text: qsTr("条文与判定方法")
                font.pixelSize: Theme.sub
                onClicked: card.guidanceAsked()
            }
        }
        QuestionGrid {
            id: grid

            width: parent.width
            check: card.check
            item: card.item
            onNaAsked: card.naAsked()
            onPickAsked: (question, label, chosen, several) => card.pickAsked(question, label, chosen, several)
            onFileAsked: (question, pictures) => card.fileAsked(question, pictures)
        }
        SelfStrip {
            width: parent.width
            visible: card.item.selfKnown
            item: card.item
        }
        AreaField {
            inputName: "note"
            width: parent.width
            label: card.check.assessing ? qsTr("情况说明（写事实和依据）") : qsTr("情况说明（现场事实，不下结论）")
            placeholder: label
            text: card.item.note
            problem: card.item.noteProblem
            place: card.item.id
            onEdited: text => card.check.editor.setNote(text)
        }
        Notice {
            objectName: "checkProblem"
            width: parent.width
            visible: card.check.notice.text !== "" && !card.check.notice.inField && card.check.saving.state !== "failed"
            tone: "fail"
            text: card.check.notice.text
        }
        Grid {
            id: why

            readonly property real cell: columns === 2 ? (width - spacing) / 2 : width

            width: parent.width
            columns: width > 520 * Theme.textScale && missing.text !== "" ? 2 : 1
            spacing: 16

            Txt {
                id: missing

                objectName: "itemMissing"
                width: why.cell
                visible: text !== ""
                text: card.item.missing
                size: Theme.sub
                color: Theme.part
            }
            Txt {
                objectName: "itemExplanation"
                width: why.cell
                horizontalAlignment: why.width > 520 * Theme.textScale ? Text.AlignRight : Text.AlignLeft
                text: card.item.explanation
                size: Theme.sub
                color: Theme.ink2
            }
        }
        Loader {
            width: parent.width
            active: card.evidenceInside
            visible: active
            sourceComponent: EvidencePanel {
                check: card.check
                onShotAsked: card.shotAsked()
                onPhotoAsked: card.photoAsked()
                onDocumentAsked: card.documentAsked()
                onFindingAsked: card.findingAsked()
                onPhotoPicked: photo => card.photoPicked(photo)
            }
        }
    }
}
