import QtQuick
import Plumbline

// What the visit before said, quietly under a field; nothing where it said nothing.
Txt {
    property string last: ""

    objectName: "lastTime"
    visible: last !== ""
    text: last !== "" ? qsTr("上次：%1").arg(last) : ""
    size: Theme.caption
    color: Theme.ink2
}
