import QtQuick
import QtQuick.Layouts
import Plumbline

// Sounds and films: as they stand before they are played, and where the file is not on this device.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("声音与录像"); size: Theme.heading; strong: true }
    GridLayout {
        width: parent.width
        columns: Math.max(1, Math.floor(width / (400 * Theme.textScale)))
        columnSpacing: 12
        rowSpacing: 12

        SoundBar { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; file: ""; label: qsTr("说明") }
        SoundBar { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; file: "0".repeat(64); label: qsTr("说明") }
        FilmBox { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; file: ""; label: qsTr("说明") }
        FilmBox { Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; file: "1".repeat(64); label: qsTr("说明") }
        MediaButton { Layout.alignment: Qt.AlignTop; file: ""; label: qsTr("说明") }
        MediaButton { Layout.alignment: Qt.AlignTop; file: ""; film: true; label: qsTr("说明") }
        MediaButton { Layout.alignment: Qt.AlignTop; file: "0".repeat(64); label: qsTr("说明") }
    }
}
