import QtQuick
import QtQuick.Layouts
import Plumbline

// Before signing: the inspected party's name as its licence has it, beside the published one. The same is one tap; another
// is typed, shown character by character, and corrected or explained.
Rectangle {
    id: card

    required property CheckConduct conduct
    property bool other: conduct.nameDiffers
    readonly property bool settled: conduct.licence !== "" && !(conduct.nameDiffers && conduct.nameReason === "")

    implicitHeight: column.implicitHeight + 24
    radius: Theme.radius
    color: settled ? Theme.card : Theme.softOf("part")
    border.width: Theme.hairline
    border.color: settled ? Theme.line : Theme.partLine
    Accessible.role: Accessible.Grouping
    Accessible.name: title.text

    ColumnLayout {
        id: column

        x: 16
        y: 12
        width: parent.width - 32
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 14

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
                name: card.settled ? "check" : "warning"
                size: Theme.icon - 2
                color: card.settled ? Theme.pass : Theme.part
            }
            Txt {
                id: title

                objectName: "licenceTitle"
                Layout.fillWidth: true
                text: card.conduct.licence === "" ? qsTr("还没有核对证照上的名称") : !card.conduct.nameDiffers ? qsTr("名称与证照一致") : card.settled ? qsTr("名称与证照不同，已写明原因") : qsTr("名称与证照不同")
                size: Theme.label
                strong: true
                color: card.settled ? Theme.ink : Theme.part
                Accessible.role: Accessible.Heading
            }
        }
        Txt {
            Layout.fillWidth: true
            text: qsTr("登记的名称：%1").arg(card.conduct.published)
            size: Theme.sub
            color: Theme.ink2
        }
        Flow {
            Layout.fillWidth: true
            visible: !card.other
            spacing: 8

            ActionButton {
                objectName: "licenceSame"
                width: Math.min(implicitWidth, parent.width)
                visible: card.conduct.licence === ""
                text: qsTr("证照上也是这个名称")
                font.pixelSize: Theme.label
                onClicked: card.conduct.sayLicence(card.conduct.published, "")
            }
            ActionButton {
                objectName: "licenceOther"
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                text: card.conduct.licence === "" ? qsTr("不一样") : qsTr("改正")
                font.pixelSize: Theme.label
                onClicked: card.other = true
            }
        }
        Field {
            id: name

            inputName: "licenceName"
            Layout.fillWidth: true
            visible: card.other
            most: TextRule.name
            label: qsTr("证照上的名称")
            text: card.conduct.licence
            onEdited: text => {
                if (acceptable)
                    card.conduct.sayLicence(text, card.conduct.nameReason);
            }
        }
        NameDifference {
            objectName: "licenceDifference"
            Layout.fillWidth: true
            visible: card.conduct.nameDiffers
            runs: card.conduct.nameRuns
            published: card.conduct.published
            licence: card.conduct.licence
        }
        Txt {
            Layout.fillWidth: true
            visible: card.conduct.nameDiffers
            text: qsTr("划掉的只在登记里，加线的只在证照上。")
            size: Theme.caption
            color: Theme.ink2
        }
        Field {
            id: reason

            inputName: "licenceReason"
            Layout.fillWidth: true
            visible: card.conduct.nameDiffers
            label: qsTr("为什么不同（写进记录）")
            text: card.conduct.nameReason
            onEdited: text => {
                if (acceptable)
                    card.conduct.sayLicence(card.conduct.licence, text);
            }
        }
    }
}
