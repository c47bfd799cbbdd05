import QtQuick
import Plumbline

// What is not saved and why, as long as that is so: over the items, wherever the person has gone. It takes no room
// otherwise.
Item {
    id: banner

    required property CheckModel check
    readonly property bool failed: check.saving.state === "failed"

    visible: failed || check.saving.state === "refused"
    implicitHeight: visible ? notice.implicitHeight + 20 : 0

    Notice {
        id: notice

        objectName: "saveProblem"
        x: Theme.space
        y: 10
        width: parent.width - 2 * Theme.space
        tone: "fail"
        text: banner.failed ? qsTr("没有存上，会自动再试：%1").arg(banner.check.saving.unsaved) : qsTr("有 %1 处没有存上，改好之前不能签名。%2").arg(banner.check.saving.refusals).arg(banner.check.saving.unsaved)
        action: banner.failed ? qsTr("现在再试") : qsTr("去改")
        actionName: "saveAct"
        onActed: banner.failed ? banner.check.saving.again() : banner.check.place.goToRefused()
    }
}
