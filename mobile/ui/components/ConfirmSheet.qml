import QtQuick
import Plumbline

// Asks before something is gone for good.
Sheet {
    id: sheet

    required property string text
    required property string action

    signal confirmed

    wish: 560

    Txt {
        width: parent.width
        text: sheet.text
    }
    Row {
        anchors.right: parent.right
        spacing: 12

        ActionButton {
            objectName: "confirmCancel"
            text: qsTr("不")
            onClicked: sheet.close()
        }
        ActionButton {
            objectName: "confirmAction"
            kind: "danger"
            text: sheet.action
            onClicked: {
                sheet.close();
                sheet.confirmed();
            }
        }
    }
}
