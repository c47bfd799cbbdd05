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
    property int titleSize: Theme.item
    default property alias trailing: extras.data
    // How wide the extras are side by side.
    readonly property real natural: {
        let sum = 0;
        for (let i = 0; i < extras.children.length; ++i)
            sum += extras.children[i].visible ? extras.children[i].implicitWidth + extras.columnSpacing : 0;
        return sum;
    }
    readonly property int extrasCount: {
        let count = 0;
        for (let i = 0; i < extras.children.length; ++i)
            count += extras.children[i].visible && extras.children[i].implicitWidth > 0 ? 1 : 0;
        return count;
    }
    readonly property bool stacked: natural > width * (width < 900 ? 0.4 : 0.58)

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
        width: bar.width - x - (bar.stacked ? Theme.space : bar.natural + Theme.edge + Theme.space)

        Txt {
            objectName: "pageTitle"
            width: parent.width
            text: bar.title
            size: bar.titleSize
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
    GridLayout {
        id: extras

        x: bar.stacked ? Theme.space : bar.width - implicitWidth - Theme.edge
        y: bar.stacked ? bar.height - implicitHeight - 10 : (bar.height - implicitHeight) / 2
        columns: bar.natural <= bar.width - 2 * Theme.space ? 20 : bar.extrasCount <= 2 ? 1 : bar.natural < 1.8 * bar.width && bar.extrasCount > 3 ? 3 : 2
        columnSpacing: bar.width < 480 ? 6 : 12
        rowSpacing: 4
    }
}
