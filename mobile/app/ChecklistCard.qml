import QtQuick
import Plumbline

// A checklist that may be taken for a check: its version, for whom it is meant, and whether it is on this device.
ListCard {
    id: card

    required property string id
    required property string version
    required property string meant
    required property bool here
    required property bool draft

    objectName: "checklist_" + id.split("@")[0]
    subtitle: meant !== "" ? qsTr("适用：%1").arg(meant) : ""
    leftText: draft ? qsTr("第 %1 版 · 草案，只供试用").arg(version) : qsTr("第 %1 版").arg(version)
    rightText: here ? qsTr("已在本机") : qsTr("待下载")
    rightTone: here ? "" : "part"
    enabled: here
}
