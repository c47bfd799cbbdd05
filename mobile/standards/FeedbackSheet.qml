import QtQuick
import Plumbline

// What somebody has to say about a clause: signed with the PIN as a record of its own and sent when there is a network.
// What was typed stays until it is signed.
Sheet {
    id: sheet

    required property StandardsModel standards
    property int citation: -1
    property string clause: ""

    signal done

    function say(which: int, what: string) {
        citation = which;
        clause = what;
        standards.clearProblem();
        open();
    }

    wish: 680
    closable: !standards.busy
    title: clause === "" ? qsTr("对 %1 的意见").arg(standards.name) : qsTr("对这一条的意见")

    Txt {
        width: parent.width
        visible: text !== ""
        text: sheet.clause
        size: Theme.label
        strong: true
    }
    AreaField {
        id: words

        property string typed: ""
        property int given: 0

        inputName: "feedbackText"
        width: parent.width
        minimumLines: 3
        place: sheet.standards.name + " " + sheet.citation + " " + given
        label: qsTr("条文在实际中怎么样：哪里不清楚、做不到或互相矛盾")
        onEdited: text => typed = text
        onPlaceChanged: typed = ""
    }
    Txt {
        width: parent.width
        text: qsTr("会以您的名义签名，管理员和审核员看得到；签名后不能再改。")
        size: Theme.sub
        color: Theme.ink2
    }
    Notice {
        objectName: "feedbackProblem"
        width: parent.width
        visible: sheet.standards.problem !== "" && !sheet.standards.pinWrong
        tone: "fail"
        text: sheet.standards.problem
    }
    ActionButton {
        objectName: "feedbackSign"
        anchors.right: parent.right
        kind: "primary"
        symbol: "pen"
        text: qsTr("签名提交")
        enabled: !sheet.standards.busy && words.acceptable && words.typed.trim() !== ""
        onClicked: pinSheet.ask()
    }
    PinSheet {
        id: pinSheet

        sign: sheet.standards
        onEntered: pin => sheet.standards.sign(pin, words.typed, sheet.citation)
    }
    Connections {
        target: sheet.standards

        function onSealed() {
            // Another place: the field is empty there.
            words.given += 1;
            words.typed = "";
            sheet.close();
            sheet.done();
        }
    }
}
