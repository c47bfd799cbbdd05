import QtQuick

// The widths of the table's columns, for its head and its rows.
QtObject {
    property real width: 0
    property bool inspected: false
    readonly property real gap: 20
    readonly property real last: inspected ? width * 0.1 : 0
    readonly property real own: width * 0.12
    readonly property real files: width * 0.13
    readonly property real who: width * 0.17
    readonly property real progress: width * 0.19
    readonly property real title: width - progress - who - files - own - last
}
