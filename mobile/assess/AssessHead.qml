import QtQuick
import QtQuick.Layouts
import Plumbline

// Which round it is, of which site and by which checklist; how long there is still time.
GridLayout {
    id: head

    required property AssessModel assess
    readonly property bool narrow: width < 640 * Theme.textScale

    columns: narrow ? 1 : 2
    columnSpacing: 24
    rowSpacing: 8

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Txt {
            objectName: "pageTitle"
            Layout.fillWidth: true
            text: head.assess.title
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
        }
        Txt {
            objectName: "assessSubtitle"
            Layout.fillWidth: true
            visible: text !== ""
            text: head.assess.subtitle
            size: Theme.sub
            color: Theme.ink2
        }
    }
    GridLayout {
        Layout.alignment: head.narrow ? Qt.AlignLeft : Qt.AlignRight | Qt.AlignTop
        Layout.fillWidth: head.narrow
        columns: head.narrow && head.width > 360 * Theme.textScale ? 2 : 1
        columnSpacing: 12
        rowSpacing: 2

        Row {
            Layout.alignment: head.narrow ? Qt.AlignLeft : Qt.AlignRight
            visible: head.assess.left !== ""
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: head.assess.leftTone !== ""
                name: Theme.shapeOf(head.assess.leftTone)
                size: Math.round(Theme.heading * 0.7)
                color: Theme.colorOf(head.assess.leftTone)
            }
            Txt {
                objectName: "assessLeft"
                text: head.assess.left
                size: Theme.heading
                strong: true
                wrapMode: Text.NoWrap
                color: head.assess.leftTone !== "" ? Theme.colorOf(head.assess.leftTone) : Theme.ink
            }
        }
        Txt {
            Layout.fillWidth: head.narrow
            Layout.alignment: head.narrow ? Qt.AlignLeft | Qt.AlignVCenter : Qt.AlignRight
            text: head.assess.closes
            size: Theme.sub
            color: Theme.ink2
        }
    }
}
