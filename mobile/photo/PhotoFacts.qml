import QtQuick
import QtQuick.Layouts
import Plumbline

// What is known of a photo: its words, time and place beside the tablet's, how large the original and its copy are.
Column {
    id: facts

    required property PhotoInHand photo

    spacing: 12

    Field {
        width: parent.width
        inputName: "photoCaption"
        label: qsTr("照片说明")
        optional: true
        text: facts.photo.caption
        onFinished: text => facts.photo.setCaption(text)
    }
    Rectangle {
        width: parent.width
        height: beside.implicitHeight + 24
        visible: facts.photo.known
        radius: Theme.radius
        color: facts.photo.asks ? Theme.partSoft : Theme.card
        border.width: facts.photo.asks ? Theme.border : Theme.hairline
        border.color: facts.photo.asks ? Theme.partLine : Theme.line

        Column {
            id: beside

            x: 14
            y: 12
            width: parent.width - 28
            spacing: 2

            Txt {
                width: parent.width
                text: qsTr("时间与地点核对")
                size: Theme.label
                strong: true
                Accessible.role: Accessible.Heading
            }
            StatusWord {
                objectName: "photoVerdict"
                verdict: facts.photo.asks ? "part" : facts.photo.differences.length > 0 ? "na" : "pass"
                text: facts.photo.verdict
                size: Theme.sub
                strong: true
            }
            KeyValue { width: parent.width; name: qsTr("照片自带时间"); value: facts.photo.cameraTime; valueName: "cameraTime" }
            KeyValue { width: parent.width; name: qsTr("加入时的平板时间"); value: facts.photo.tabletTime; valueName: "tabletTime" }
            KeyValue { width: parent.width; name: qsTr("照片自带位置"); value: facts.photo.cameraPlace }
            KeyValue { width: parent.width; name: qsTr("平板位置"); value: facts.photo.tabletPlace }
            KeyValue { width: parent.width; visible: value !== ""; name: qsTr("照片与平板相距"); value: facts.photo.apart }
            KeyValue { width: parent.width; visible: value !== ""; name: qsTr("对象边界"); value: facts.photo.boundary }
            Repeater {
                model: facts.photo.differences

                Txt {
                    required property string modelData
                    required property int index

                    objectName: "difference" + index
                    width: beside.width
                    topPadding: 6
                    text: modelData
                    size: Theme.sub
                    color: facts.photo.asks ? Theme.part : Theme.ink2
                }
            }
            Item { width: 1; height: 8; visible: facts.photo.asks }
            Field {
                width: parent.width
                visible: facts.photo.asks
                inputName: "photoReason"
                label: qsTr("说明差异的原因")
                text: facts.photo.reason
                onFinished: text => facts.photo.setReason(text)
            }
        }
    }
    Card {
        width: parent.width
        height: sizes.implicitHeight + 24

        Column {
            id: sizes

            x: 14
            y: 12
            width: parent.width - 28
            spacing: 6

            Txt {
                width: parent.width
                text: qsTr("大小")
                size: Theme.label
                strong: true
                Accessible.role: Accessible.Heading
            }
            KeyValue { width: parent.width; name: qsTr("原图（签名并保存）"); value: facts.photo.originalSize }
            KeyValue { width: parent.width; name: qsTr("副本（用于发送）"); value: facts.photo.copySize === "" ? "…" : facts.photo.copySize; valueName: "copySize" }
            Rectangle {
                width: parent.width
                height: 14
                radius: 4
                color: Theme.sunlight ? Theme.card : Theme.line
                border.width: Theme.sunlight ? Theme.hairline : 0
                visible: facts.photo.copyBytes > 0

                Rectangle {
                    width: Math.max(4, parent.width * Math.min(1, facts.photo.copyBytes / Math.max(1, facts.photo.originalBytes)))
                    height: parent.height
                    radius: 4
                    color: Theme.accent
                }
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: [facts.photo.copyPixels, facts.photo.saved, facts.photo.marks.mosaics > 0 ? qsTr("已打码 %1 处").arg(facts.photo.marks.mosaics) : ""].filter(word => word !== "").join(" · ")
                size: Theme.caption
                color: Theme.ink2
            }
            TickField {
                width: parent.width
                objectName: "photoWatermark"
                label: qsTr("副本加水印：时间、地点、对象、检查员")
                ticked: facts.photo.watermark
                onClicked: facts.photo.watermark = !facts.photo.watermark
            }
            ActionButton {
                objectName: "photoCopy"
                width: parent.width
                symbol: "share"
                text: qsTr("存一张副本")
                font.pixelSize: Theme.label
                onClicked: facts.photo.saveCopy()
            }
        }
    }
    Txt {
        width: parent.width
        text: qsTr("原图指纹（保留） %1").arg(facts.photo.fingerprint)
        size: Theme.caption
        color: Theme.ink2
    }
}
