import QtQuick
import Plumbline

// What this device itself verified about a record: signature, chain, log, and between which two checkpoints it was made.
Column {
    id: panel

    required property RecordModel record
    readonly property string tone: !record.trustworthy ? "fail" : record.proved && record.notThere === "" ? "pass" : "part"

    spacing: 14

    component Drawn: Rectangle {
        id: drawn

        required property string name
        required property string strokes
        required property string said

        width: panel.width
        height: label.implicitHeight + 150
        visible: strokes !== ""
        radius: Theme.radius
        color: Theme.paperWhite
        border.width: Theme.hairline
        border.color: Theme.line

        Txt {
            id: label

            x: 16
            y: 10
            width: parent.width - 32
            text: drawn.said
            size: Theme.sub
            color: Theme.paperInk2
            Accessible.ignored: true
        }
        StrokesView {
            objectName: drawn.name
            x: 12
            y: label.y + label.height
            width: parent.width - 24
            height: parent.height - y - 10
            strokes: drawn.strokes
            ink: Theme.paperInk
            Accessible.role: Accessible.Graphic
            Accessible.name: drawn.said
        }
    }

    Row {
        width: parent.width
        spacing: 10

        Icon {
            id: shield

            name: panel.record.trustworthy ? "shield" : "shield-alert"
            size: 28
            color: Theme.colorOf(panel.tone)
        }
        Txt {
            objectName: "proofVerdict"
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - shield.width - 10
            text: panel.record.verdict
            strong: true
            color: Theme.colorOf(panel.tone)
            Accessible.role: Accessible.Heading
        }
    }
    Txt {
        text: qsTr("记录指纹")
        size: Theme.sub
        color: Theme.ink2
    }
    Fingerprint {
        width: parent.width
        text: panel.record.fingerprint
    }
    Card {
        width: parent.width
        height: checks.implicitHeight + 24

        Column {
            id: checks

            x: 16
            y: 12
            width: parent.width - 32

            Repeater {
                model: panel.record.checks

                KeyValue {
                    required property string id
                    required tone
                    required symbol

                    valueName: "check_" + id
                    width: checks.width
                }
            }
        }
    }
    Card {
        width: parent.width
        height: bracket.implicitHeight + heading.implicitHeight + 40

        Txt {
            id: heading

            x: 16
            y: 12
            width: parent.width - 32
            text: qsTr("时间区间：无论本机时钟如何")
            size: Theme.sub
            color: Theme.ink2
        }
        TimeBracket {
            id: bracket

            x: 16
            y: heading.y + heading.height + 10
            width: parent.width - 32
            after: panel.record.after
            signed: panel.record.signedAt
            before: panel.record.before
            open: panel.record.bracketOpen
            place: panel.record.place
            corrected: panel.record.corrected
            word: panel.record.clockWord
        }
    }
    Rectangle {
        width: parent.width
        height: 150
        visible: panel.record.signatureSource !== ""
        radius: Theme.radius
        color: Theme.paperWhite
        border.width: Theme.hairline
        border.color: Theme.line

        Image {
            anchors.fill: parent
            anchors.margins: 8
            source: panel.record.signatureSource
            sourceSize: Qt.size(800, 400)
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("被检查方的手写签名")
        }
    }
    Drawn {
        name: "partyStrokes"
        strokes: panel.record.strokes
        said: qsTr("被检查方的手写签名")
    }
    Drawn {
        name: "witnessStrokes"
        strokes: panel.record.witnessStrokes
        said: qsTr("见证人的手写签名")
    }
}
