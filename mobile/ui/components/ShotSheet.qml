import QtQuick
import Plumbline

// One photo, whole; while a draft is written it can be taken out.
Sheet {
    id: sheet

    property string shot: ""
    property bool removable: false

    signal removed(string id)

    function show(id: string, mayRemove: bool) {
        shot = id;
        removable = mayRemove;
        open();
    }

    wish: 1000
    title: qsTr("照片")

    Image {
        width: parent.width
        // Whole, with the line under it, on a low screen too.
        height: Math.max(160, Math.min(560, width * 0.75, (sheet.parent ? sheet.parent.height : 800) - 190))
        source: sheet.shot ? "image://sealed/" + sheet.shot : ""
        sourceSize: Qt.size(1600, 1600)
        fillMode: Image.PreserveAspectFit
        asynchronous: true
    }
    Txt {
        width: parent.width
        text: qsTr("指纹 %1").arg(sheet.shot.slice(0, 16))
        size: Theme.caption
        color: Theme.ink2
    }
    ActionButton {
        objectName: "shotRemove"
        visible: sheet.removable
        symbol: "trash"
        text: qsTr("从草稿中移除")
        onClicked: {
            sheet.removed(sheet.shot);
            sheet.close();
        }
    }
}
