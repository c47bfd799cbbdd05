import QtQuick
import Plumbline

// A newer version of the checklist is known, and the person has not decided yet; or the draft's own was withdrawn, and
// there is nothing to move to. It takes no room otherwise.
Item {
    id: banner

    required property CheckModel check
    readonly property bool compact: width < 640 * Theme.textScale  // there the draft's own version stands in the head

    signal asked

    readonly property bool withdrawn: !check.versions.undecided && check.versions.withdrawn !== ""

    visible: check.open && (check.versions.undecided || withdrawn)
    implicitHeight: visible ? notice.implicitHeight + 20 : 0

    Notice {
        id: notice

        objectName: banner.withdrawn ? "withdrawnVersion" : "newerVersion"
        x: Theme.space
        y: 10
        width: parent.width - 2 * Theme.space
        tone: banner.withdrawn ? "part" : "info"
        text: banner.withdrawn ? qsTr("这一版检查表已撤回（%1）。已经开始的检查可以填完并签名。").arg(banner.check.versions.withdrawn) : banner.compact ? qsTr("检查表已有第 %1 版").arg(banner.check.versions.newer) : qsTr("这份检查表已有第 %1 版；草稿仍按第 %2 版填写，不会自己改变。").arg(banner.check.versions.newer).arg(banner.check.versions.current)
        action: banner.withdrawn ? "" : qsTr("看看差别")
        actionName: "compareVersions"
        onActed: banner.asked()
    }
}
