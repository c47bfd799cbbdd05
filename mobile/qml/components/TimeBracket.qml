import QtQuick
import Plumbline

// Between which two checkpoints of the log a record was made, whatever the tablet's clock said. Without the later one the
// bracket is open to the right.
Item {
    id: bracket

    required property string after
    required property string signed
    required property string before

    implicitWidth: 340
    implicitHeight: lower.y + lower.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("时间区间：%1 之后，%2 之前；签名 %3").arg(after).arg(before).arg(signed)

    Txt {
        id: upper

        x: Math.max(0, Math.min(parent.width - implicitWidth, parent.width * 0.42 - implicitWidth / 2))
        text: qsTr("签名 %1").arg(bracket.signed)
        size: Theme.caption
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
            x: bracket.after ? parent.width * 0.16 : 0
            y: 8
            width: (bracket.before ? parent.width * 0.72 : parent.width) - x
            height: 8
            radius: 4
            color: Theme.accent
            opacity: bracket.before ? 1 : 0.45
        }
        Rectangle {
            x: parent.width * 0.42
            width: 3
            height: 24
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
            text: bracket.before ? qsTr("%1 检查点").arg(bracket.before) : qsTr("尚未入日志")
            size: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
