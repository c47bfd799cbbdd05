import QtQuick
import QtQuick.Layouts
import Plumbline

// The PIN pad (open and locked), the glass to sign on, progress.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("输入"); size: Theme.heading; strong: true }
    GridLayout {
        width: parent.width
        columns: width > 900 * Theme.textScale ? 3 : 1
        columnSpacing: 32
        rowSpacing: 18

        PinPad { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; pin: "123" }
        PinPad { Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; locked: true }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: 14

            SignatureArea { width: parent.width }
            Row {
                spacing: 12

                ProgressRing { value: 0; color: Theme.accent; track: Theme.line }
                ProgressRing { value: 0.4; color: Theme.accent; track: Theme.line }
                ProgressRing { value: 1; color: Theme.accent; track: Theme.line }
            }
            ProgressLine { width: parent.width; value: 0.6 }
            PhotoTile { source: ""; caption: "08:38 · IMG_2041" }
            Brand {}
        }
    }
}
