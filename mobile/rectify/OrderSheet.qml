import QtQuick
import Plumbline

// The order as it was signed, or as it will be.
Sheet {
    id: sheet

    required property OrderPaperText paper

    wish: 760
    title: qsTr("整改通知书")

    OrderPaper {
        width: parent.width
        paper: sheet.paper
    }
}
