import QtQuick
import QtQuick.Layouts
import Plumbline

// A page's head: back, title, a line under it, and what the page puts to the right. Where it is narrow, `trailing` goes
// to a line of its own below.
Rectangle {
    id: bar

    required property string title
    property string subtitle: ""
    property bool canGoBack: true
    default property alias trailing: extras.data
    readonly property bool stacked: width < 900 && extras.implicitWidth > 0 && extras.implicitWidth > width * 0.4

    signal back

    implicitHeight: Math.max(68, head.implicitHeight + 14) + (stacked ? extras.implicitHeight + 12 : 0)
    color: Theme.card
    z: 2

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    IconButton {
        id: backButton

        objectName: "back"
        x: 12
        y: 6
        visible: bar.canGoBack
        symbol: "back"
        text: qsTr("返回")
        onClicked: bar.back()
    }
    Column {
        id: head

        x: bar.canGoBack ? 80 : Theme.edge
        y: bar.stacked ? 8 : (bar.height - implicitHeight) / 2
        width: bar.width - x - (bar.stacked ? Theme.space : extras.implicitWidth + Theme.edge + Theme.space)

        Txt {
            objectName: "pageTitle"
            width: parent.width
            text: bar.title
            size: Theme.item
            strong: true
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: parent.width
            visible: bar.subtitle !== ""
            text: bar.subtitle
            size: Theme.caption
            color: Theme.ink2
        }
    }
    RowLayout {
        id: extras

        x: bar.stacked ? Theme.space : bar.width - implicitWidth - Theme.edge
        y: bar.stacked ? bar.height - implicitHeight - 10 : (bar.height - implicitHeight) / 2
        spacing: 12
    }
}
