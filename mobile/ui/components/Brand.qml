import QtQuick
import Plumbline

// The plumb line and the name.
Row {
    spacing: 16
    Accessible.role: Accessible.Heading
    Accessible.name: qsTr("准绳")

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: 44
        height: 54
        name: "plumb"
        color: Theme.accent
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter

        Txt {
            text: qsTr("准绳")
            size: Theme.title
            strong: true
            Accessible.ignored: true
        }
        Txt {
            text: qsTr("标准化现场监督检查")
            size: Theme.sub
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
