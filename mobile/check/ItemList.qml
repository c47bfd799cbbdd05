import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The items of the section: rows, and the open one as a card. The ways to the one before and after stand below.
FocusScope {
    id: pane

    required property CheckModel check
    property bool evidenceInside: false
    property bool lean: false  // large text on a phone: what is not needed at every item stands with the sections
    property string wanted: ""

    readonly property string reviewWords: check.assessing ? qsTr("提交前核对") : qsTr("签字前核对")

    signal reviewed
    signal naAsked
    signal shotAsked
    signal photoAsked
    signal documentAsked
    signal findingAsked
    signal photoPicked(string photo)
    signal guidanceAsked
    signal versionsAsked
    signal pickAsked(string question, string label, string chosen, bool several)
    signal fileAsked(string question, bool pictures)
    signal factsUnfolded

    function showTop() {
        list.forceLayout();
        list.contentY = list.originY - list.topMargin;
    }
    function show() {
        // The first item has what was asked before it above itself.
        if (check.place.itemIndex <= 0)
            return showTop();
        list.forceLayout();
        list.positionViewAtIndex(check.place.itemIndex, ListView.Beginning);
        const open = list.itemAtIndex(check.place.itemIndex);
        if (!open)
            return;
        // A piece of the one before stays in sight, so that one knows where one is.
        const top = list.originY - list.topMargin;
        const bottom = list.originY + list.contentHeight + list.bottomMargin - list.height;
        list.contentY = Math.max(top, Math.min(Math.max(top, bottom), open.y - 92));
    }

    // What was asked for comes into the upper half, where there is room below it.
    function reveal() {
        list.forceLayout();
        const open = list.itemAtIndex(check.place.itemIndex);
        const field = open && open.opened ? open.opened.fieldOf(wanted) : null;
        if (!field)
            return;
        const y = field.mapToItem(list.contentItem, 0, 0).y;
        if (y > list.contentY + 12 && y + Math.min(field.height, 160) < list.contentY + list.height * 0.72)
            return;
        const top = list.originY - list.topMargin;
        const bottom = list.originY + list.contentHeight + list.bottomMargin - list.height;
        list.contentY = Math.max(top, Math.min(Math.max(top, bottom), y - list.height * 0.2));
    }

    Timer {
        interval: 16
        repeat: true
        running: list.ahead < list.furthest
        onTriggered: list.ahead += 120
    }
    // A copy that was just added has to be laid out before it can be shown.
    Timer {
        id: settling

        interval: 60
        onTriggered: pane.reveal()
    }
    Connections {
        target: pane.check.place

        function onChanged() {
            Qt.callLater(pane.show);
        }
        function onQuestionAsked(question) {
            pane.wanted = question;
            settling.restart();
        }
        function onFactsAsked() {
            pane.factsUnfolded();
            Qt.callLater(pane.showTop);
        }
    }
    // Facts of the site that lack come before everything.
    Component.onCompleted: Qt.callLater(check.facts.lacking > 0 ? showTop : show)

    ListView {
        id: list

        // How far beyond what is seen the rows stand. A few, so that the page is there at once, then more from frame to
        // frame, so that none of them has to wait; below a tall card they begin far down.
        property real ahead: 300
        readonly property real furthest: pane.evidenceInside ? 4000 : 1600
        readonly property string section: pane.check.place.sectionId

        onSectionChanged: ahead = 300

        objectName: "itemList"
        x: 20
        y: 0
        width: parent.width - 40
        height: foot.y + 10
        topMargin: 16
        bottomMargin: 16
        clip: true
        spacing: 10
        model: pane.check.outline.items
        boundsBehavior: Flickable.StopAtBounds
        // Built ahead at once and not by and by: what is still being built when the list becomes shorter, Qt 6.4 complains of.
        cacheBuffer: 0
        displayMarginBeginning: ahead
        displayMarginEnd: ahead
        reuseItems: false
        header: Column {
            width: list.width
            spacing: 10
            bottomPadding: visible ? 10 : 0
            visible: pane.check.facts.count > 0 || pane.check.versions.asideCount > 0

            FactsCard {
                id: facts

                objectName: "factsCard"
                width: parent.width
                visible: pane.check.facts.count > 0
                check: pane.check

                Connections {
                    target: pane

                    function onFactsUnfolded() {
                        facts.unfolded = true;
                    }
                }
            }
            ActionButton {
                id: aside

                objectName: "asideAnswers"
                width: parent.width
                visible: pane.check.versions.asideCount > 0
                symbol: "folder"
                symbolAfter: "forward"
                font.pixelSize: Theme.label
                text: qsTr("另行保留的答案 %1").arg(pane.check.versions.asideCount)
                onClicked: pane.versionsAsked()
            }
        }

        delegate: Item {
            id: slot

            required property string id
            required property string no
            required property string text
            required property string verdict
            required property string score
            required property string remark
            required property string missing
            readonly property bool current: id === pane.check.place.itemId
            readonly property ItemCard opened: card.item as ItemCard

            width: list.width
            height: current ? card.height : row.height

            ItemRowButton {
                id: row

                objectName: "item_" + slot.id
                width: parent.width
                visible: !slot.current
                no: slot.no
                label: slot.text
                verdict: slot.verdict
                score: slot.score
                remark: slot.remark
                missing: slot.missing
                onClicked: pane.check.place.goTo(slot.id)
            }
            Loader {
                id: card

                width: parent.width
                active: slot.current
                sourceComponent: ItemCard {
                    check: pane.check
                    item: pane.check.item
                    evidenceInside: pane.evidenceInside
                    onNaAsked: pane.naAsked()
                    onPickAsked: (question, label, chosen, several) => pane.pickAsked(question, label, chosen, several)
                    onFileAsked: (question, pictures) => pane.fileAsked(question, pictures)
                    onShotAsked: pane.shotAsked()
                    onPhotoAsked: pane.photoAsked()
                    onDocumentAsked: pane.documentAsked()
                    onFindingAsked: pane.findingAsked()
                    onPhotoPicked: photo => pane.photoPicked(photo)
                    onGuidanceAsked: pane.guidanceAsked()
                }
            }
        }
    }
    RemovedNote {
        anchors.horizontalCenter: parent.horizontalCenter
        y: foot.y - height - 4
        z: 2
        check: pane.check
    }
    Rectangle {
        id: foot

        y: parent.height - height
        width: parent.width
        height: ways.height + 26

        gradient: Gradient {
            GradientStop { position: 0; color: Qt.rgba(Theme.paper.r, Theme.paper.g, Theme.paper.b, 0) }
            GradientStop { position: 0.12; color: Theme.paper }
        }

        Grid {
            id: ways

            // On a narrow screen two and two; else all in one line, the primary one at the right.
            readonly property bool narrow: pane.evidenceInside && pane.width < 640 * Theme.textScale
            readonly property real half: (width - spacing) / 2
            // Large words leave the way back its arrow alone.
            readonly property real arrow: pane.lean ? Theme.touch + 2 * Theme.space : half
            // What stands to the left of the primary button, with the gaps.
            readonly property real taken: (missing.visible ? missing.width + spacing : 0) + (review.visible ? review.width + spacing : 0) + before.width + 2 * spacing

            x: 20
            y: parent.height - height - 14
            width: parent.width - 40
            columns: narrow ? 2 : 5
            spacing: 10

            ActionButton {
                id: missing

                objectName: "nextMissing"
                width: ways.narrow ? ways.half : implicitWidth
                leftPadding: 12
                rightPadding: 12
                visible: pane.evidenceInside && !pane.lean
                enabled: pane.check.totals.lacking > 0
                text: qsTr("跳到漏项  %1").arg(pane.check.totals.lacking)
                onClicked: pane.check.place.nextMissing()
            }
            ActionButton {
                id: review

                objectName: "review"
                width: ways.narrow ? ways.half : implicitWidth
                leftPadding: 12
                rightPadding: 12
                visible: pane.evidenceInside && !pane.lean && pane.check.place.nextNo !== ""
                text: pane.reviewWords
                onClicked: pane.reviewed()
            }
            // The last item's own button says the same.
            Item {
                width: ways.half
                height: 1
                visible: ways.narrow && missing.visible && !review.visible
            }
            ActionButton {
                id: before

                objectName: "previousItem"
                width: ways.narrow ? ways.arrow : implicitWidth
                symbol: "back"
                text: pane.lean ? "" : pane.check.place.previousNo
                enabled: pane.check.place.previousNo !== ""
                Accessible.name: qsTr("上一项 %1").arg(pane.check.place.previousNo)
                onClicked: pane.check.place.step(-1)
            }
            Item {
                width: ways.width - ways.taken - after.implicitWidth
                height: 1
                visible: !ways.narrow && width > 0
            }
            ActionButton {
                id: after

                objectName: pane.check.place.nextNo !== "" ? "nextItem" : "reviewLast"
                width: ways.narrow ? ways.width - ways.arrow - ways.spacing : implicitWidth
                leftPadding: ways.narrow ? 12 : Theme.edge
                rightPadding: leftPadding
                kind: "primary"
                symbolAfter: "forward"
                text: pane.check.place.nextNo === "" ? pane.reviewWords : pane.lean ? pane.check.place.nextNo : qsTr("下一项 %1").arg(pane.check.place.nextNo)
                onClicked: pane.check.place.nextNo !== "" ? pane.check.place.step(1) : pane.reviewed()
            }
        }
    }
}
