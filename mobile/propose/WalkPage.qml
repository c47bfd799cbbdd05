import QtQuick
import QtQuick.Layouts
import Plumbline

// Walking a boundary: the outline as it grows, what the receiver gives, and the few large buttons that a glove finds.
FocusScope {
    id: page

    required property ProposeModel propose
    required property PositionSource position
    readonly property WalkModel walk: propose.walk
    readonly property bool wide: width > height && width > 860 * Theme.textScale

    signal back

    Component.onCompleted: position.want("walk", true)
    Component.onDestruction: {
        // Nobody looks: what was walked is kept, nothing more is taken.
        walk.record(false);
        position.want("walk", false);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("走一圈边界")
        subtitle: [page.propose.siteName, page.propose.saved].filter(part => part !== "").join(" · ")
        onBack: page.back()
    }
    OutlineView {
        id: drawing

        objectName: "walkOutline"
        y: bar.height
        width: page.wide ? page.width - panel.width : page.width
        height: page.wide ? page.height - y : Math.max(160, page.height - y - panel.height)
        model: page.propose
        ink: Theme.ink
        paper: Theme.card
        accent: Theme.accent
        soft: Theme.accentSoft
        fail: Theme.fail
        grey: Theme.na
        family: Theme.family
        textScale: Theme.textScale
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("边界草图：%1 个角点，%2").arg(page.walk.corners).arg(page.walk.area)
    }
    Txt {
        anchors.centerIn: drawing
        width: Math.min(drawing.width - 40, 420 * Theme.textScale)
        visible: page.walk.empty && !page.position.everKnown
        text: page.position.line
        horizontalAlignment: Text.AlignHCenter
        color: Theme.ink2
    }
    Rectangle {
        id: panel

        x: page.wide ? page.width - width : 0
        y: page.wide ? bar.height : page.height - height
        width: page.wide ? Math.min(420 * Math.min(1.3, Theme.textScale), page.width * 0.45) : page.width
        height: page.wide ? page.height - bar.height : Math.min(facts.implicitHeight + 32, (page.height - bar.height) * 0.68)
        color: Theme.card

        Rectangle {
            width: page.wide ? Theme.hairline : parent.width
            height: page.wide ? parent.height : Theme.hairline
            color: Theme.line
        }
        Flickable {
            anchors.fill: parent
            contentHeight: facts.implicitHeight + 32
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: facts

                x: Theme.space
                y: 16
                width: panel.width - 2 * x
                spacing: 10

                Segmented {
                    visible: page.walk.empty && !page.walk.recording
                    options: [qsTr("记录走过的路"), qsTr("只记角点")]
                    names: ["walkTrack", "walkCorners"]
                    current: page.walk.track ? 0 : 1
                    onPicked: index => page.walk.setTrack(index === 0)
                }
                Txt {
                    objectName: "walkArea"
                    width: parent.width
                    visible: text !== ""
                    text: page.walk.area
                    size: Theme.title
                    strong: true
                }
                Txt {
                    objectName: "walkCount"
                    width: parent.width
                    visible: !page.walk.empty
                    text: [qsTr("%1 个角点").arg(page.walk.corners), page.walk.length !== "" ? qsTr("边长共 %1").arg(page.walk.length) : "", page.walk.closed ? qsTr("已围拢") : ""].filter(part => part !== "").join(" · ")
                    size: Theme.sub
                    color: Theme.ink2
                }
                Notice {
                    objectName: "walkCrossing"
                    width: parent.width
                    visible: page.walk.crossing !== ""
                    tone: "fail"
                    text: qsTr("%1：边界不能自己相交，请撤销或走回去。").arg(page.walk.crossing)
                }
                Txt {
                    objectName: "walkSaid"
                    width: parent.width
                    text: page.walk.said !== "" ? page.walk.said : page.walk.track ? qsTr("站在边界的一个角上，按“开始走”。") : qsTr("站在边界的一个角上，按“在这里设角点”。")
                    color: page.walk.saidTone === "part" ? Theme.part : Theme.ink
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                Txt {
                    objectName: "walkPosition"
                    width: parent.width
                    text: qsTr("现在：%1").arg(page.position.line)
                    size: Theme.sub
                    color: Theme.ink2
                }
                Txt {
                    objectName: "walkLeft"
                    width: parent.width
                    visible: page.walk.leftOut !== ""
                    text: qsTr("没有用的定位：%1").arg(page.walk.leftOut)
                    size: Theme.caption
                    color: Theme.ink2
                }
                Txt {
                    objectName: "walkTolerance"
                    width: parent.width
                    visible: text !== "" && !page.walk.empty
                    text: page.walk.tolerance
                    size: Theme.caption
                    color: Theme.ink2
                }
                Flow {
                    width: parent.width
                    spacing: 12

                    ActionButton {
                        objectName: "walkRecord"
                        width: Math.min(implicitWidth, parent.width)
                        visible: page.walk.track && !page.walk.closed
                        kind: page.walk.recording ? "plain" : "primary"
                        text: page.walk.recording ? qsTr("暂停") : page.walk.empty ? qsTr("开始走") : qsTr("继续走")
                        onClicked: page.walk.record(!page.walk.recording)
                    }
                    ActionButton {
                        objectName: "walkCorner"
                        width: Math.min(implicitWidth, parent.width)
                        visible: !page.walk.track && !page.walk.closed
                        kind: "primary"
                        symbol: "plus"
                        text: qsTr("在这里设角点")
                        onClicked: page.walk.addCorner()
                    }
                    ActionButton {
                        objectName: "walkClose"
                        width: Math.min(implicitWidth, parent.width)
                        visible: !page.walk.closed && page.walk.corners >= 3
                        symbol: "check"
                        text: qsTr("围拢")
                        onClicked: page.walk.close()
                    }
                    ActionButton {
                        objectName: "walkReopen"
                        width: Math.min(implicitWidth, parent.width)
                        visible: page.walk.closed
                        text: qsTr("接着走")
                        onClicked: page.walk.reopen()
                    }
                    ActionButton {
                        objectName: "walkUndo"
                        width: Math.min(implicitWidth, parent.width)
                        visible: !page.walk.empty
                        symbol: "undo"
                        text: qsTr("撤销一个角")
                        onClicked: page.walk.undo()
                    }
                    ActionButton {
                        objectName: "walkClear"
                        width: Math.min(implicitWidth, parent.width)
                        visible: !page.walk.empty && !page.walk.recording
                        kind: "quiet"
                        text: qsTr("清除边界")
                        onClicked: confirm.open()
                    }
                    ActionButton {
                        objectName: "walkDone"
                        width: Math.min(implicitWidth, parent.width)
                        visible: page.walk.closed
                        kind: "primary"
                        text: qsTr("用这条边界")
                        onClicked: page.back()
                    }
                }
            }
        }
    }
    ConfirmSheet {
        id: confirm

        title: qsTr("清除走过的边界？")
        text: qsTr("%1 个角点都会删除，不能恢复。").arg(page.walk.corners)
        action: qsTr("清除")
        onConfirmed: page.walk.clear()
    }
}
