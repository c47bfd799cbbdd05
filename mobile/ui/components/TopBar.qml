import QtQuick
import Plumbline

// A page's head: back, title, a line under it, and what the page puts to the right, each as high as a button. Where it is
// narrow, `trailing` goes to lines of its own below. A head that would take too much of a phone's screen is folded: two
// lines of the title, the rest at a tap.
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
            sum += extras.children[i].visible ? extras.children[i].implicitWidth + gaps : 0;
        return sum;
    }
    readonly property int gaps: width < 480 ? 6 : 12
    // A title is not squeezed into a column by what stands beside it.
    readonly property real titleRoom: width - head.x - natural - Theme.edge - Theme.space
    readonly property bool stacked: natural > width * (width < 900 ? 0.4 : 0.58) || titleRoom < Math.min(measure.advanceWidth, width * 0.45)

    // Judged by what the words would take, never by what they take now: folding does not unfold itself.
    readonly property real wordsWide: width - head.x - (stacked ? Theme.space : natural + Theme.edge + Theme.space)
    readonly property real wordsHigh: Math.ceil(measure.advanceWidth * 1.06 / Math.max(1, wordsWide)) * titleSize * 1.5 + (subtitle === "" ? 0 : Math.ceil(under.advanceWidth * 1.06 / Math.max(1, wordsWide)) * Theme.caption * 1.5)
    readonly property bool foldable: Window.height > 0 && wordsHigh > Math.max(96, Window.height * 0.2)
    readonly property bool folded: foldable && !opened
    property bool opened: false

    signal back

    onTitleChanged: opened = false

    implicitHeight: Math.max(68, head.implicitHeight + 14) + (stacked ? extras.height + 12 : 0)
    color: Theme.card
    z: 2

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    TextMetrics {
        id: measure

        font.family: Theme.family
        font.pixelSize: bar.titleSize
        font.weight: Theme.strong
        text: bar.title
    }
    TextMetrics {
        id: under

        font.family: Theme.family
        font.pixelSize: Theme.caption
        text: bar.subtitle
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
        width: bar.wordsWide - (bar.foldable ? Theme.touch : 0)

        Txt {
            objectName: "pageTitle"
            width: parent.width
            text: bar.title
            size: bar.titleSize
            strong: true
            maximumLineCount: bar.folded ? 2 : 100
            elide: bar.folded ? Text.ElideRight : Text.ElideNone
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: parent.width
            visible: bar.subtitle !== "" && !bar.folded
            text: bar.subtitle
            size: Theme.caption
            color: Theme.ink2
        }
    }
    IconButton {
        objectName: "titleWhole"
        x: head.x + head.width
        y: head.y
        visible: bar.foldable
        symbol: bar.opened ? "up" : "down"
        text: bar.opened ? qsTr("收起题目") : qsTr("看完整题目")
        onClicked: bar.opened = !bar.opened
    }
    Flow {
        id: extras

        x: bar.stacked ? Theme.space : bar.width - width - Theme.edge
        y: bar.stacked ? bar.height - height - 10 : (bar.height - height) / 2
        width: bar.stacked ? bar.width - 2 * Theme.space : bar.natural
        spacing: bar.gaps
    }
}
