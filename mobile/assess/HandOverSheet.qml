import QtQuick
import Plumbline

// Before what was filled here is signed and handed over to be merged: which items, and that it is a signature.
Sheet {
    id: sheet

    required property AssessModel assess
    required property string person

    wish: 640
    title: qsTr("交给合并")

    Txt {
        width: parent.width
        text: qsTr("下面 %n 项将以“%1”的名义签名，并入这份自评；联网后同事的设备上就能看到。之后还可以再改、再交。", "", sheet.assess.unsent.count).arg(sheet.person)
    }
    Column {
        width: parent.width
        spacing: 6

        Repeater {
            model: sheet.assess.unsent

            Row {
                id: line

                required property string no
                required property string text

                width: parent.width
                spacing: 10

                Txt {
                    id: number

                    text: line.no
                    size: Theme.label
                    strong: true
                    wrapMode: Text.NoWrap
                }
                Txt {
                    width: line.width - number.width - 10
                    text: line.text
                    size: Theme.label
                }
            }
        }
    }
    Txt {
        objectName: "handOverWhere"
        width: parent.width
        visible: text !== ""
        // The language is named so that a change of it asks again.
        text: sheet.opened && Settings.language !== "" ? sheet.assess.placeWords() : ""
        size: Theme.label
        color: Theme.ink2
    }
    Flow {
        width: parent.width
        layoutDirection: Qt.RightToLeft
        spacing: 12

        ActionButton {
            objectName: "handOver"
            width: Math.min(implicitWidth, parent.width)
            kind: "primary"
            symbol: "pen"
            text: qsTr("签名并交出")
            enabled: sheet.assess.unsent.count > 0 && !sheet.assess.busy
            onClicked: {
                sheet.close();
                sheet.assess.handOver();
            }
        }
        ActionButton {
            objectName: "handOverLater"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("先不交")
            onClicked: sheet.close()
        }
    }
}
