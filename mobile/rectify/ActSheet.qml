import QtQuick
import QtQuick.Layouts
import Plumbline

// One act about the open finding: its reason, its day, and whatever else it says; then the PIN.
Sheet {
    id: sheet

    required property ActModel act
    property bool enterprise: false
    property DeliveryForm delivery: null

    signal ready(var drawn)

    function ask(kind: string) {
        act.begin(kind);
        open();
    }

    title: act.title
    wish: 640

    Txt {
        width: parent.width
        visible: text !== ""
        text: sheet.act.hint
        size: Theme.sub
        color: Theme.ink2
    }
    Segmented {
        visible: sheet.act.kind === "ended"
        options: [qsTr("已注销"), qsTr("联系不上")]
        names: ["endedClosed", "endedUnreachable"]
        current: sheet.act.why === "closed_down" ? 0 : 1
        onPicked: index => sheet.act.why = ["closed_down", "unreachable"][index]
    }
    Field {
        id: receiver

        inputName: "handTo"
        width: parent.width
        visible: sheet.act.kind === "handed_over"
        label: qsTr("移送给")
        text: sheet.act.to
        onEdited: text => sheet.act.to = text
    }
    Loader {
        width: parent.width
        // An enterprise that says "received" has nothing to add.
        active: sheet.opened && sheet.act.delivers && !sheet.enterprise
        visible: active
        sourceComponent: DeliveryForm {
            id: form

            onChanged: (way, name, witness, reason, tracking) => sheet.act.setDelivery(way, name, witness, reason, tracking)
            Component.onCompleted: {
                sheet.delivery = form;
                form.show(sheet.act.delivery);
            }
            Component.onDestruction: sheet.delivery = null
        }
    }
    Connections {
        target: sheet.act

        function onRestored() {
            if (sheet.delivery)
                sheet.delivery.show(sheet.act.delivery);
        }
    }
    AreaField {
        inputName: "actText"
        width: parent.width
        label: sheet.act.textNeeded ? sheet.act.textLabel : qsTr("%1（可不填）").arg(sheet.act.textLabel)
        place: sheet.act.kind
        minimumLines: 3
        text: sheet.act.text
        onEdited: text => sheet.act.text = text
    }
    DateField {
        inputName: "actDay"
        width: parent.width
        visible: sheet.act.dayLabel !== ""
        label: sheet.act.dayLabel
        value: sheet.act.day
        onPicked: value => sheet.act.day = value
    }
    Flow {
        width: parent.width
        visible: sheet.act.kept
        spacing: 12

        Txt {
            objectName: "actSaved"
            height: Theme.touch
            verticalAlignment: Text.AlignVCenter
            text: sheet.act.saved
            size: Theme.sub
            color: Theme.ink2
        }
        ActionButton {
            objectName: "actDiscard"
            width: Math.min(implicitWidth, parent.width)
            symbol: "trash"
            text: qsTr("清空重写")
            font.pixelSize: Theme.label
            enabled: !sheet.act.busy
            onClicked: sheet.act.discard()
        }
    }
    Notice {
        objectName: "actProblem"
        width: parent.width
        visible: sheet.act.problem !== "" && !sheet.act.pinWrong
        tone: "fail"
        text: sheet.act.problem
    }
    GridLayout {
        width: parent.width
        columns: width > 420 * Theme.textScale ? 2 : 1
        rowSpacing: 8

        Txt {
            objectName: "actLack"
            Layout.fillWidth: true
            text: sheet.act.lack !== "" ? sheet.act.lack : sheet.delivery && !sheet.delivery.isSigned ? qsTr("请签收人在框内手写签名。") : qsTr("签名后封存于本机；有网络时自动上传")
            size: Theme.sub
            color: sheet.act.lack !== "" ? Theme.part : Theme.ink2
        }
        ActionButton {
            objectName: "actSign"
            Layout.alignment: Qt.AlignRight
            kind: "primary"
            text: sheet.act.busy ? qsTr("正在封存…") : qsTr("签名")
            enabled: sheet.act.lack === "" && !sheet.act.busy && (!sheet.delivery || sheet.delivery.isSigned)
            onClicked: sheet.ready(sheet.delivery ? sheet.delivery.png() : new ArrayBuffer(0))
        }
    }
}
