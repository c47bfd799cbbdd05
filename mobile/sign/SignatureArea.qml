import QtQuick
import Plumbline

// Where the inspected party signs with a finger: a line to sign on, and a way to begin anew.
Rectangle {
    id: area

    readonly property alias empty: pad.empty

    function png(): var {
        return pad.png();
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
        text: qsTr("在此手写签名")
        size: Theme.sub
        color: Theme.paperInk2
    }
    SignaturePad {
        id: pad

        objectName: "signaturePad"
        anchors.fill: parent
        ink: Theme.paperInk
        Accessible.role: Accessible.Canvas
        Accessible.name: pad.empty ? qsTr("手写签名，空白") : qsTr("手写签名，已写")
    }
    IconButton {
        objectName: "signatureClear"
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
