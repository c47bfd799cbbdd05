import QtQuick
import Plumbline

// A page's foot, where the thumb reaches: what it does next at the right, the primary action last; where it is narrow,
// on lines of their own, each as wide as the page. A word about what lacks stands at the left.
Rectangle {
    id: foot

    property string note: ""
    property string noteName: ""
    property color noteInk: Theme.ink2
    default property alias actions: row.data
    readonly property bool narrow: width < 640 * Theme.textScale
    readonly property real natural: {
        let sum = 0;
        for (let i = 0; i < row.children.length; ++i)
            sum += row.children[i].visible ? row.children[i].implicitWidth + row.spacing : 0;
        return sum;
    }

    implicitHeight: visible ? row.height + 24 + (foot.narrow && words.visible ? words.height + 8 : 0) : 0
    color: Theme.card
    z: 2

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Txt {
        id: words

        objectName: foot.noteName
        x: foot.narrow ? Theme.space : Theme.edge
        y: foot.narrow ? 12 : (foot.height - height) / 2
        width: foot.narrow ? foot.width - 2 * x : row.x - 2 * x
        visible: foot.note !== ""
        text: foot.note
        size: Theme.sub
        color: foot.noteInk
    }
    // The primary action is the last that is written, and stands in the corner.
    Flow {
        id: row

        x: foot.narrow ? Theme.space : foot.width - width - Theme.edge
        y: foot.height - height - 12
        width: foot.narrow ? foot.width - 2 * Theme.space : Math.min(foot.natural, foot.width - 2 * Theme.edge)
        spacing: 12
    }
}
