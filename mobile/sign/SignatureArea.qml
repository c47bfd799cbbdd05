import QtQuick
import Plumbline

// Where somebody signs with a finger: a line to sign on, and a way to begin anew.
Rectangle {
    id: area

    property string hint: qsTr("在此手写签名")
    property string inputName: "signaturePad"
    readonly property alias empty: pad.empty

    function png(): var {
        return pad.png();
    }
    function strokes(): var {
        return pad.strokes();
    }

    implicitHeight: 200
    radius: Theme.radius
    color: Theme.paperWhite
    border.width: Theme.border
    border.color: pad.empty ? Theme.paperLine : Theme.accent

    Rectangle {
        x: 24
        y: parent.height - 46
        width: parent.width - 48
        height: 1
        color: Theme.paperLine
    }
    Txt {
        x: 20
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 10
        visible: pad.empty
        text: area.hint
        size: Theme.sub
        color: Theme.paperInk2
    }
    SignaturePad {
        id: pad

        objectName: area.inputName
        anchors.fill: parent
        ink: Theme.paperInk
        Accessible.role: Accessible.Canvas
        Accessible.name: pad.empty ? qsTr("%1，空白").arg(area.hint) : qsTr("%1，已写").arg(area.hint)
    }
    IconButton {
        objectName: area.inputName === "signaturePad" ? "signatureClear" : area.inputName + "Clear"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 4
        visible: !pad.empty
        symbol: "refresh"
        ink: Theme.paperInk2
        text: qsTr("重写")
        onClicked: pad.clear()
    }
}
