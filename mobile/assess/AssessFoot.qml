import QtQuick
import Plumbline

// What lacks, who works on it, and the way on: the next item, or submitting once nothing lacks. Once it is submitted,
// the record's fingerprint. Words and buttons side by side where there is room, else one below the other.
Rectangle {
    id: foot

    required property AssessModel assess
    property bool wide: true
    // Where large text leaves no room for both at the bottom, the words scroll with the page.
    property bool tellsWords: true
    property bool tellsWay: true
    readonly property bool filling: assess.stage === "filling"
    readonly property bool amending: assess.stage === "returned" && assess.mine
    // Nothing was said about it yet: its author may still amend it.
    readonly property bool amendable: assess.stage === "submitted" && assess.mine
    readonly property bool second: lacks || amendable && tellsWay
    // Everything is filled, and of some items it is to be chosen how.
    readonly property bool choosing: filling && !assess.complete && assess.goOn === ""
    // Its checklist was withdrawn before anything was answered: nothing begins on it any more.
    readonly property bool stopped: filling && !assess.begun && assess.withdrawn !== ""
    readonly property bool lacks: tellsWords && filling && assess.begun && !assess.complete && !choosing
    readonly property real edge: wide ? 28 : Theme.space
    readonly property real room: width - 2 * edge
    readonly property bool broad: width >= 560 * Theme.textScale
    readonly property bool beside: wide || !second || room >= (lacks ? lacking.implicitWidth : changing.implicitWidth) + primary.implicitWidth + 12

    signal filled
    signal reviewed
    signal decided
    signal recordAsked
    signal amendAsked

    implicitHeight: (wide ? Math.max(words.height, ways.height) : (tellsWords ? words.height + 10 : 0) + ways.height) + 24
    radius: tellsWay ? 0 : Theme.radius
    color: wide ? Theme.paper : Theme.card

    Rectangle {
        visible: !foot.wide && foot.tellsWay
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Column {
        id: words

        x: foot.edge
        y: foot.wide ? (foot.height - height) / 2 : 12
        width: foot.wide ? foot.room - ways.width - 24 : foot.room
        visible: foot.tellsWords
        spacing: 2

        Txt {
            objectName: "assessLack"
            width: parent.width
            text: foot.filling ? foot.assess.lack : foot.assess.stage === "accepted" ? qsTr("已通过审核") : foot.assess.stage === "returned" ? qsTr("退回补正") : qsTr("已提交，等待审核")
            size: Theme.label
            strong: true
            color: foot.filling && foot.assess.complete || foot.assess.stage === "accepted" ? Theme.pass : foot.assess.stage === "returned" ? Theme.part : Theme.ink
        }
        Txt {
            objectName: "assessTogether"
            width: parent.width
            text: foot.filling ? foot.assess.together : foot.assess.recordWords
            size: Theme.sub
            color: Theme.ink2
        }
    }
    Grid {
        id: ways

        x: foot.width - width - foot.edge
        y: foot.height - height - 12
        columns: foot.beside && foot.second && foot.tellsWay ? 2 : 1
        columnSpacing: 12
        rowSpacing: 8

        ActionButton {
            id: lacking

            objectName: "assessReview"
            width: foot.wide || foot.beside && foot.tellsWay ? implicitWidth : foot.room
            visible: foot.lacks
            text: qsTr("看缺什么")
            enabled: !foot.assess.busy
            onClicked: foot.reviewed()
        }
        ActionButton {
            id: changing

            objectName: "assessChange"
            width: foot.wide || foot.beside && foot.tellsWay ? implicitWidth : foot.room
            visible: foot.amendable && foot.tellsWay
            text: qsTr("更正自评")
            enabled: !foot.assess.busy
            onClicked: foot.amendAsked()
        }
        ActionButton {
            id: primary

            objectName: foot.amending ? "assessAmend" : !foot.filling ? "assessRecord" : foot.assess.complete ? "assessSubmit" : foot.choosing ? "assessDecide" : "assessGoOn"
            width: foot.wide ? implicitWidth : foot.beside && foot.lacks ? foot.room - lacking.width - 12 : foot.beside && foot.amendable ? foot.room - changing.width - 12 : foot.room
            visible: foot.tellsWay
            kind: "primary"
            symbolAfter: "forward"
            text: foot.amending ? qsTr("去补正") : !foot.filling ? qsTr("看记录") : foot.assess.complete ? qsTr("核对并提交") : foot.choosing ? qsTr("去选定") : foot.broad ? foot.assess.goOn : foot.assess.goOnShort
            enabled: !foot.assess.busy && !foot.stopped
            onClicked: foot.amending ? foot.amendAsked() : !foot.filling ? foot.recordAsked() : foot.assess.complete ? foot.reviewed() : foot.choosing ? foot.decided() : foot.filled()
        }
    }
}
