import QtQuick
import Plumbline

// One photo or document, large: of a PDF its first page, of others what it is called. It can be taken out of the draft.
Sheet {
    id: sheet

    property string photo: ""

    signal removed(string photo)

    property string kind: ""
    property string name: ""
    readonly property bool seen: kind === "" || kind === "PDF"

    function show(hash: string, type: string, called: string) {
        photo = hash;
        kind = type;
        name = called;
        open();
    }

    wish: 1000
    title: kind === "" ? qsTr("照片") : qsTr("%1 文件").arg(kind)

    Image {
        width: parent.width
        height: 460
        visible: sheet.seen
        source: sheet.photo && sheet.seen ? "image://sealed/" + sheet.photo : ""
        sourceSize: Qt.size(1600, 1600)
        fillMode: Image.PreserveAspectFit
        asynchronous: true

        // Paper on paper.
        Rectangle {
            anchors.centerIn: parent
            width: parent.paintedWidth
            height: parent.paintedHeight
            visible: sheet.kind !== ""
            color: "transparent"
            border.width: Theme.hairline
            border.color: Theme.line
        }
    }
    Txt {
        objectName: "documentName"
        width: parent.width
        visible: sheet.kind !== ""
        text: sheet.kind === "PDF" ? qsTr("%1 · 上面是第一页").arg(sheet.name) : sheet.name
        size: Theme.label
    }
    Txt {
        width: parent.width
        text: qsTr("指纹 %1").arg(sheet.photo.slice(0, 16))
        size: Theme.caption
        color: Theme.ink2
    }
    ActionButton {
        objectName: "documentRemove"
        symbol: "trash"
        text: qsTr("从草稿中移除")
        onClicked: {
            sheet.removed(sheet.photo);
            sheet.close();
        }
    }
}
