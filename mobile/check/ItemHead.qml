import QtQuick
import Plumbline

// Why an item counts: number, force, key or veto, points; and what it came to at the last visit.
Flow {
    id: head

    required property CheckItem item

    spacing: 8

    Chip {
        objectName: "itemNo"
        tone: "number"
        text: head.item.no
    }
    Chip {
        objectName: "mustClose"
        visible: head.item.mustClose
        tone: "must"
        shape: "shape-fail"
        bold: true
        text: qsTr("必须改好")
    }
    Chip {
        visible: head.item.force !== ""
        tone: head.item.force === "mandatory" ? "must" : ""
        text: head.item.force === "mandatory" ? qsTr("强制") : qsTr("推荐")
    }
    Chip {
        visible: head.item.key
        tone: "key"
        shape: "star"
        text: qsTr("关键项")
    }
    Chip {
        visible: head.item.veto
        tone: "key"
        shape: "shape-veto"
        text: qsTr("否决项")
    }
    Chip {
        tone: head.item.points ? "points" : ""
        text: head.item.points ? qsTr("%1 分").arg(head.item.points) : qsTr("参考项，不计分")
    }
    Row {
        visible: head.item.lastDay !== ""
        height: Math.max(28, lastWord.implicitHeight)  // as high as the chips beside it
        spacing: 6

        Txt {
            id: lastWord

            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("上次 %1").arg(head.item.lastDay)
            size: Theme.caption
            color: Theme.ink2
            wrapMode: Text.NoWrap
        }
        StatusWord {
            anchors.verticalCenter: parent.verticalCenter
            verdict: head.item.lastVerdict
            size: Theme.caption
            strong: true
        }
    }
}
