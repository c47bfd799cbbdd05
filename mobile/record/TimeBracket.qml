import QtQuick
import Plumbline

// Between which two checkpoints of the log a record was made, whatever the tablet's clock said. Without the later one the
// bracket is open to the right. A signature whose clock lies outside is drawn outside, with a word; beside it the time
// that the record itself gives as the corrected one.
Item {
    id: bracket

    required property string after
    required property string signed
    required property string before
    property int place: 0
    property string corrected: ""
    property string word: ""
    property string open: qsTr("尚未入日志")  // why the bracket has no end
    readonly property real from: after ? width * 0.16 : 0
    readonly property real to: before ? width * 0.72 : width
    readonly property real mark: place < 0 ? width * 0.05 : place > 0 ? width * 0.9 : width * 0.42

    implicitWidth: 340
    implicitHeight: say.y + (say.visible ? say.implicitHeight : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("时间区间：%1 之后，%2 之前；签名 %3").arg(after).arg(before).arg(signed) + (word ? "。" + word : "")

    Txt {
        id: upper

        x: Math.max(0, Math.min(parent.width - implicitWidth, bracket.mark - implicitWidth / 2))
        text: qsTr("签名 %1").arg(bracket.signed)
        size: Theme.caption
        color: bracket.place === 0 ? Theme.ink : Theme.fail
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Item {
        id: track

        y: upper.implicitHeight + 4
        width: parent.width
        height: 24

        Rectangle {
            y: 10
            width: parent.width
            height: 4
            radius: 2
            color: Theme.line
        }
        Rectangle {
            x: bracket.from
            y: 8
            width: bracket.to - bracket.from
            height: 8
            radius: 4
            color: Theme.accent
            opacity: bracket.before ? 1 : 0.45
        }
        Rectangle {
            objectName: "bracketMark"
            x: bracket.mark
            width: 3
            height: 24
            color: bracket.place === 0 ? Theme.ink : Theme.fail
        }
        Rectangle {
            x: (bracket.from + bracket.to) / 2
            y: 4
            width: 3
            height: 16
            visible: bracket.corrected !== "" && bracket.place !== 0
            color: Theme.ink
        }
    }
    Item {
        id: lower

        y: track.y + track.height + 4
        width: parent.width
        implicitHeight: Math.max(left.implicitHeight, right.implicitHeight)

        Txt {
            id: left

            width: parent.width * 0.48
            text: bracket.after ? qsTr("%1 检查点").arg(bracket.after) : qsTr("此前没有检查点")
            size: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
        Txt {
            id: right

            anchors.right: parent.right
            width: parent.width * 0.48
            horizontalAlignment: Text.AlignRight
            text: bracket.before ? qsTr("%1 检查点").arg(bracket.before) : bracket.open
            size: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
    Txt {
        id: say

        objectName: "bracketWord"
        y: lower.y + lower.implicitHeight + 6
        width: parent.width
        visible: text !== ""
        text: bracket.corrected ? qsTr("%1；校正后 %2").arg(bracket.word).arg(bracket.corrected) : bracket.word
        size: Theme.caption
        color: Theme.fail
        Accessible.ignored: true
    }
}
