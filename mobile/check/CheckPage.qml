import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// A checklist being filled: sections at the left, items in the middle, evidence at the right; in portrait the sections
// stand above and the evidence inside the open item. Keys: N next unanswered, 1 to 4 answers, arrows, Ctrl+Z.
FocusScope {
    id: page

    required property CheckModel check
    required property SyncModel sync
    readonly property bool wide: width >= 1000 * Theme.textScale && width > height
    readonly property bool lean: !wide && height < 560 * Theme.textScale
    // Shortcuts are the window's: they must rest while another page or a sheet is over this one, and single keys while
    // somebody types.
    readonly property bool free: visible && !naSheet.opened && !fileSheet.opened && !findingSheet.opened && !photoSheet.opened && !photoStage.opened && !cameraStage.opened && !scanStage.opened && !codes.opened && !guidance.opened && !pickSheet.opened && !sectionSheet.opened && !Player.onStage
    readonly property bool typing: Window.activeFocusItem !== null && "cursorPosition" in Window.activeFocusItem
    readonly property bool keys: free && !typing

    signal closed
    signal reviewed
    signal versionsAsked
    signal standardAsked(string ref)  // as the checklist cites it
    signal credentialAsked
    signal lockAsked  // somebody else takes the tablet, or nobody

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Shortcut { sequence: "N"; enabled: page.keys; onActivated: page.check.place.nextMissing() }
    Shortcut { sequences: ["Ctrl+Z"]; enabled: page.free; onActivated: page.check.editor.undo() }
    Shortcut { sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]; enabled: page.free; onActivated: page.check.editor.redo() }
    Shortcut { sequence: "Up"; enabled: page.keys; onActivated: page.check.place.step(-1) }
    Shortcut { sequence: "Down"; enabled: page.keys; onActivated: page.check.place.step(1) }
    Shortcut { sequence: "1"; enabled: page.keys; onActivated: page.pick(1) }
    Shortcut { sequence: "2"; enabled: page.keys; onActivated: page.pick(2) }
    Shortcut { sequence: "3"; enabled: page.keys; onActivated: page.pick(3) }
    Shortcut { sequence: "4"; enabled: page.keys; onActivated: page.pick(4) }

    function pick(n: int) {
        if (check.editor.pick(n) === "na")
            naSheet.made().ask();
    }

    function shoot() {
        cameraStage.made().begin(check.draft + "\n" + check.item.id);
    }

    // A photo on its stage, a document on a sheet.
    function look(file: string) {
        const kind = check.evidence.kindOf(file);
        if (kind === "")
            photoStage.made().show(file);
        else
            photoSheet.made().show(file, kind, check.evidence.nameOf(file));
    }

    CheckBar {
        id: bar

        width: parent.width
        check: page.check
        lean: page.lean
        onBack: page.closed()
        onLockAsked: page.lockAsked()
        onSectionsAsked: sectionSheet.made().open()
    }
    TestBanner {
        id: test

        objectName: "checkTest"
        y: bar.height
        width: parent.width
        visible: page.check.testing
        text: page.lean || page.width < 640 * Theme.textScale ? qsTr("试用，不作数") : qsTr("试用：这次填写的不是真正的检查，不作数。")
    }
    SaveBanner {
        id: unsaved

        y: bar.height + test.height
        width: parent.width
        height: implicitHeight
        check: page.check
    }
    VersionBanner {
        id: banner

        y: unsaved.y + unsaved.height
        width: parent.width
        height: implicitHeight
        check: page.check
        onAsked: page.versionsAsked()
    }
    CredentialBanner {
        id: credential

        y: banner.y + banner.height
        width: parent.width
        height: implicitHeight
        check: page.check
        onAsked: page.credentialAsked()
    }
    SectionRail {
        id: rail

        y: credential.y + credential.height
        width: page.wide ? Math.round(252 * Math.min(1.25, Theme.textScale)) : page.width
        height: page.wide ? page.height - y : page.lean ? 0 : implicitHeight
        visible: !page.lean
        upright: page.wide
        check: page.check
        onReviewed: page.reviewed()
    }
    ItemList {
        id: items

        x: page.wide ? rail.width : 0
        y: page.wide ? rail.y : rail.y + rail.height
        width: page.width - x - (page.wide ? evidence.width : 0)
        height: page.height - y
        check: page.check
        evidenceInside: !page.wide
        lean: page.lean
        onReviewed: page.reviewed()
        onNaAsked: naSheet.made().ask()
        onShotAsked: page.shoot()
        onPhotoAsked: fileSheet.made().ask("", true)
        onDocumentAsked: fileSheet.made().ask("", false)
        onFindingAsked: findingSheet.made().edit()
        onPhotoPicked: photo => page.look(photo)
        onGuidanceAsked: guidance.made().open()
        onPickAsked: (question, label, chosen, several) => pickSheet.made().show(question, label, chosen, several)
        onFileAsked: (question, pictures) => page.check.camera.there && page.check.codes.isCode(question) ? scanStage.made().begin(question) : fileSheet.made().ask(question, pictures)
        onVersionsAsked: page.versionsAsked()
    }
    Rectangle {
        id: evidence

        visible: page.wide
        x: page.width - width
        y: rail.y
        width: Math.round(312 * Math.min(1.25, Theme.textScale))
        height: page.height - y
        color: Theme.panel

        Rectangle {
            width: Theme.hairline
            height: parent.height
            color: Theme.line
        }
        Flickable {
            anchors.fill: parent
            anchors.margins: 18
            anchors.bottomMargin: 44
            contentHeight: panel.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            EvidencePanel {
                id: panel

                width: parent.width
                check: page.check
                active: page.wide
                onShotAsked: page.shoot()
                onPhotoAsked: fileSheet.made().ask("", true)
                onDocumentAsked: fileSheet.made().ask("", false)
                onFindingAsked: findingSheet.made().edit()
                onPhotoPicked: photo => page.look(photo)
            }
        }
        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12
            width: parent.width - 24
            horizontalAlignment: Text.AlignHCenter
            text: page.sync.count > 0 ? qsTr("%1 · %2 件待传").arg(page.sync.word).arg(page.sync.count) : page.sync.word
            size: Theme.caption
            color: Theme.ink2
        }
    }
    Later {
        id: naSheet

        sourceComponent: ReasonSheet {
            title: qsTr("为什么不适用")
            label: qsTr("理由（写进记录）")
            name: "naReason"
            onGiven: reason => page.check.editor.setNotApplicable(reason)

            function ask() {
                show(page.check.item.naReason);
            }
        }
    }
    Later {
        id: fileSheet

        sourceComponent: FileSheet {
            property string question: ""

            function ask(key: string, images: bool) {
                question = key;
                pictures = images;
                open();
            }

            onPicked: path => question !== "" ? page.check.evidence.addFile(question, path) : pictures ? page.check.evidence.addPhoto(path) : page.check.evidence.addDocument(path)
        }
    }
    Later {
        id: findingSheet

        sourceComponent: FindingSheet {
            check: page.check
            onPhotoAsked: fileSheet.made().ask("", true)
        }
    }
    Later {
        id: pickSheet

        sourceComponent: PickSheet {
            check: page.check
        }
    }
    Later {
        id: sectionSheet

        sourceComponent: SectionSheet {
            check: page.check
            onReviewed: page.reviewed()
        }
    }
    Later {
        id: photoSheet

        sourceComponent: PhotoSheet {
            onRemoved: photo => page.check.evidence.remove(photo)
        }
    }
    Later {
        id: photoStage

        sourceComponent: PhotoStage {
            photo: page.check.photo
            leaveText: qsTr("返回检查")
            onRemoved: photo => page.check.evidence.remove(photo)
        }
    }
    Later {
        id: cameraStage

        sourceComponent: CameraStage {
            camera: page.check.camera
            leaveText: qsTr("返回检查")
            title: page.check.item.no + " " + page.check.item.text
            position: page.check.item.photosNeeded > 0 ? qsTr("这一项已有 %1 张 · 需要至少 %2 张").arg(page.check.item.photoCount).arg(page.check.item.photosNeeded) : qsTr("这一项已有 %1 张").arg(page.check.item.photoCount)
            onPhotoPicked: photo => page.look(photo)
        }
    }
    Later {
        id: scanStage

        sourceComponent: ScanStage {
            camera: page.check.camera
            codes: page.check.codes
            onFileAsked: question => fileSheet.made().ask(question, true)
            onTold: sentence => toast.say(sentence)
        }
    }
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 110
    }
    Later {
        id: codes

        sourceComponent: CodesSheet {
            check: page.check
        }
    }
    Connections {
        target: page.check.evidence

        function onCodesFound(question: string, found: var) {
            codes.made().ask(question, found);
        }
    }
    Later {
        id: guidance

        sourceComponent: GuidanceSheet {
            item: page.check.item
            onStandardAsked: ref => page.standardAsked(ref)
        }
    }
}
