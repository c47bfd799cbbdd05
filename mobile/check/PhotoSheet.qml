import QtQuick
import Plumbline

// One photo, large; it can be taken out of the draft.
Sheet {
    id: sheet

    property string photo: ""

    signal removed(string photo)

    function show(hash: string) {
        photo = hash;
        open();
    }

    wish: 1000
    title: qsTr("照片")

    Image {
        width: parent.width
        height: 460
        source: sheet.photo ? "image://sealed/" + sheet.photo : ""
        sourceSize: Qt.size(1600, 1600)
        fillMode: Image.PreserveAspectFit
        asynchronous: true
    }
    Txt {
        width: parent.width
        text: qsTr("指纹 %1").arg(sheet.photo.slice(0, 16))
        size: Theme.caption
        color: Theme.ink2
    }
    ActionButton {
        objectName: "photoRemove"
        symbol: "trash"
        text: qsTr("从草稿中移除")
        onClicked: {
            sheet.removed(sheet.photo);
            sheet.close();
        }
    }
}
