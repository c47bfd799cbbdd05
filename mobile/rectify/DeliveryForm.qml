import QtQuick
import QtQuick.Layouts
import Plumbline

// How an order reached the enterprise: in person with a signature on the glass, refused before a witness, by post, or
// electronically.
Column {
    id: form

    readonly property list<string> ways: ["in_person", "refused", "post", "electronic"]
    property int way: 0
    readonly property bool needsSignature: way === 0
    readonly property bool isSigned: !needsSignature || !pad.empty

    signal changed(string way, string name, string witness, string reason, string tracking)

    function png(): var {
        return needsSignature && !pad.empty ? pad.png() : new ArrayBuffer(0);
    }
    function tell() {
        changed(ways[way], name.text, witness.text, reason.text, tracking.text);
    }

    // As it was said before: the way's name, the receiver, the witness, the reason, the tracking number.
    function show(said: list<string>) {
        if (said.length < 5)
            return;
        way = Math.max(0, ways.indexOf(said[0]));
        name.text = said[1];
        witness.text = said[2];
        reason.text = said[3];
        tracking.text = said[4];
    }

    spacing: 12
    Component.onCompleted: tell()

    Segmented {
        options: [qsTr("当面签收"), qsTr("拒收"), qsTr("邮寄"), qsTr("电子送达")]
        names: ["deliveryInPerson", "deliveryRefused", "deliveryPost", "deliveryElectronic"]
        current: form.way
        onPicked: index => {
            form.way = index;
            form.tell();
        }
    }
    Field {
        id: name

        inputName: "deliveryName"
        width: parent.width
        visible: form.way === 0
        most: TextRule.name
        label: qsTr("签收人姓名")
        onEdited: text => {
            name.text = text;
            form.tell();
        }
    }
    SignatureArea {
        id: pad

        width: parent.width
        visible: form.way === 0
    }
    AreaField {
        id: reason

        inputName: "deliveryReason"
        width: parent.width
        visible: form.way === 1
        label: qsTr("拒收的理由")
        onEdited: text => {
            reason.text = text;
            form.tell();
        }
    }
    Field {
        id: witness

        inputName: "deliveryWitness"
        width: parent.width
        visible: form.way === 1
        most: TextRule.name
        label: qsTr("见证人")
        onEdited: text => {
            witness.text = text;
            form.tell();
        }
    }
    Field {
        id: tracking

        inputName: "deliveryTracking"
        width: parent.width
        visible: form.way === 2
        most: TextRule.name
        label: qsTr("邮寄单号")
        optional: true
        onEdited: text => {
            tracking.text = text;
            form.tell();
        }
    }
    Txt {
        width: parent.width
        visible: form.way >= 2
        text: qsTr("对方确认签收后，整改才算送达。")
        size: Theme.caption
        color: Theme.ink2
    }
}
