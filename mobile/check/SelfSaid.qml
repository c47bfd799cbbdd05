import QtQuick
import Plumbline

// What the enterprise says of itself, quietly under a field; nothing where it says nothing.
Txt {
    property string said: ""

    objectName: "selfSaid"
    visible: said !== ""
    text: said !== "" ? qsTr("自评：%1").arg(said) : ""
    size: Theme.caption
    color: Theme.accentInk
}
