import QtQuick
import QtQuick.Layouts
import Plumbline

// The enterprise's home: the self-assessment of the open round, how far it is, and the way on.
FocusScope {
    id: page

    required property AssessModel assess
    required property SyncModel sync
    required property AccountModel account
    required property RowModel needs
    readonly property bool wide: width > 900 * Theme.textScale
    readonly property bool filling: assess.stage === "filling"
    readonly property bool open: assess.stage !== "none"
    readonly property bool lean: !wide && Theme.textScale > 1.4

    signal recordPicked(string record)
    signal amended(string record)
    signal syncAsked
    signal findingPicked(string card)  // "CASE/ITEM"; "": the list of them

    function openNeed(id: string) {
        if (id.startsWith("record:"))
            recordPicked(id.slice(7));
        else
            findingPicked(id === "findings" ? "" : id.slice(8));
    }

    onVisibleChanged: assess.watched = visible
    Component.onCompleted: assess.watched = visible
    Component.onDestruction: assess.watched = false

    Flickable {
        id: scroll

        width: parent.width
        height: parent.height - (foot.visible ? foot.height : 0)
        contentHeight: column.implicitHeight + Theme.edge + Theme.space
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            x: page.wide ? 28 : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            spacing: 14

            AssessHead {
                Layout.fillWidth: true
                assess: page.assess
            }
            AssessChoices {
                Layout.fillWidth: true
                visible: page.assess.choices.count > 1
                choices: page.assess.choices
                onPicked: index => page.assess.choose(index)
            }
            Notice {
                objectName: "assessProblem"
                Layout.fillWidth: true
                visible: page.assess.problem !== ""
                tone: "fail"
                text: page.assess.problem
            }
            Notice {
                objectName: "assessRevoked"
                Layout.fillWidth: true
                visible: page.sync.revoked !== ""
                tone: "fail"
                text: page.sync.revoked
                action: page.sync.unsent ? qsTr("去导出") : ""
                onActed: page.syncAsked()
            }
            Notice {
                Layout.fillWidth: true
                visible: page.sync.clock !== ""
                tone: "fail"
                text: page.sync.clock
            }
            Notice {
                objectName: "assessWithdrawn"
                Layout.fillWidth: true
                visible: page.filling && page.assess.withdrawn !== ""
                tone: "part"
                text: qsTr("这次自评所用的检查表已撤回（%1）。已经开始填的可以填完并提交；还没有开始的，请等主管部门另发自评。").arg(page.assess.withdrawn)
            }
            Notice {
                objectName: "assessReturned"
                Layout.fillWidth: true
                visible: page.assess.stage === "returned"
                tone: "part"
                text: page.assess.comment !== "" ? qsTr("退回补正：“%1”").arg(page.assess.comment) : qsTr("退回补正，见审核意见。")
            }
            Notice {
                objectName: "assessConflicts"
                Layout.fillWidth: true
                visible: page.filling && page.assess.conflicts.count > 0
                tone: "part"
                text: qsTr("%n 项在两台设备上填得不同，两边都留着，请选定。", "", page.assess.conflicts.count)
                action: qsTr("去选定")
                actionName: "conflictsOpen"
                onActed: conflictSheet.open()
            }
            Notice {
                objectName: "assessUnsent"
                Layout.fillWidth: true
                visible: page.filling && page.assess.unsent.count > 0 && page.assess.conflicts.count === 0
                tone: "info"
                text: qsTr("%n 项只在本机，同事还看不到。", "", page.assess.unsent.count)
                action: qsTr("交给合并")
                actionName: "handOverOpen"
                onActed: handOverSheet.open()
            }
            Notice {
                objectName: "assessAway"
                Layout.fillWidth: true
                visible: page.open && !page.assess.here
                tone: "part"
                text: qsTr("检查表还没有取到本机，联网同步一次就能开始填。")
                action: qsTr("去同步")
                onActed: page.syncAsked()
            }
            NeedsCard {
                objectName: "assessNeeds"
                Layout.fillWidth: true
                visible: page.needs.count > 0
                needs: page.needs
                onPicked: id => page.openNeed(id)
            }
            GridLayout {
                Layout.fillWidth: true
                visible: page.open && page.assess.here
                columns: page.wide && page.assess.inspected ? 2 : 1
                columnSpacing: 16
                rowSpacing: 14

                ProgressCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 720
                    assess: page.assess
                }
                InspectedCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 392
                    visible: page.assess.inspected
                    assess: page.assess
                    onPicked: page.recordPicked(page.assess.inspectedRecord)
                    onItemPicked: item => page.filling ? page.assess.fill(item) : page.recordPicked(page.assess.inspectedRecord)
                }
            }
            Loader {
                Layout.fillWidth: true
                active: page.lean && page.open && page.assess.here
                visible: active
                sourceComponent: AssessFoot {
                    assess: page.assess
                    wide: false
                    tellsWay: false
                    onReviewed: page.assess.review()
                }
            }
            AssessTable {
                Layout.fillWidth: true
                visible: page.open && page.assess.here && page.assess.sections.count > 0
                wide: page.wide
                inspected: page.assess.inspected
                sections: page.assess.sections
                enabled: page.filling
                onPicked: item => page.assess.fill(item)
                onWhoAsked: section => assignSheet.ask(section)
            }
            PartsCard {
                Layout.fillWidth: true
                visible: page.filling && page.assess.here
                parts: page.assess.parts
                unsent: page.assess.unsent.count
                conflicts: page.assess.conflicts.count
                onDecided: conflictSheet.open()
            }
            ActionButton {
                objectName: "assessTry"
                Layout.maximumWidth: column.width
                visible: page.filling && page.assess.here && page.assess.withdrawn === ""
                kind: "quiet"
                text: qsTr("试填一遍（试用，不作数）")
                enabled: !page.assess.busy
                onClicked: page.assess.tryOut()
            }
            EmptyState {
                objectName: "assessEmpty"
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Math.min(480 * Theme.textScale, page.width - 2 * Theme.space)
                Layout.topMargin: page.needs.count > 0 ? 40 : Math.max(40, page.height * 0.24)
                visible: page.assess.ready && !page.open
                symbol: "check"
                title: page.assess.emptyTitle
                text: page.needs.count > 0 ? page.assess.emptyText : qsTr("%1\n也没有要办的整改。").arg(page.assess.emptyText)
            }
        }
    }
    AssessFoot {
        id: foot

        y: page.height - height
        width: page.width
        height: implicitHeight
        visible: page.open && page.assess.here
        wide: page.wide
        tellsWords: !page.lean
        assess: page.assess
        onFilled: page.assess.fill(page.assess.nextItem)
        onReviewed: page.assess.review()
        onDecided: conflictSheet.open()
        onAmendAsked: page.amended(page.assess.record)
        onRecordAsked: page.recordPicked(page.assess.record)
    }
    HandOverSheet {
        id: handOverSheet

        assess: page.assess
        person: page.account.name
    }
    AssignSheet {
        id: assignSheet

        assess: page.assess
        person: page.account.name
    }
    ConflictSheet {
        id: conflictSheet

        assess: page.assess
    }
}
