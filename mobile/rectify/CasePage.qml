import QtQuick
import QtQuick.Layouts
import Plumbline

// One case: its findings at the left, the open one beside them; on a phone one after the other.
FocusScope {
    id: page

    required property CaseModel rectification
    required property ReportModel report
    required property ActModel act
    required property SyncModel sync
    required property CameraModel camera
    required property PositionSource position
    readonly property bool wide: width > 760 * Theme.textScale
    property bool listed: true  // where it is narrow: the list is shown, and not the finding

    signal back
    signal composeAsked(string inspection)
    signal recheckAsked(string order)
    signal papersAsked(string order)

    function goBack() {
        if (!wide && !listed)
            listed = true;
        else
            back();
    }

    // What is written about can be marked; what was signed is looked at.
    function look(shot: string, removable: bool) {
        if (removable && report.holdsPhoto(shot))
            photoStage.made().show(shot);
        else
            shots.show(shot, removable);
    }

    // What is signed here says where.
    Component.onCompleted: position.want("case", true)
    Component.onDestruction: position.want("case", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.wide ? qsTr("整改 · %1").arg(page.rectification.siteName) : page.rectification.siteName
        subtitle: page.wide || page.listed ? page.rectification.subtitle : ""
        onBack: page.goBack()

        Chip {
            objectName: "caseOverdue"
            visible: page.rectification.overdue > 0 && (page.wide || page.listed)
            large: true
            bold: true
            tone: "must"
            shape: "shape-fail"
            text: qsTr("逾期 %1").arg(page.rectification.overdue)
        }
        Chip {
            objectName: "caseClosed"
            visible: page.wide || page.listed
            large: true
            text: qsTr("已关闭 %1 / %2").arg(page.rectification.closed).arg(page.rectification.total) + (page.rectification.closed === page.rectification.total ? " · " + page.rectification.state : "")
        }
        Chip {
            visible: page.wide && page.sync.offline
            large: true
            shape: "cloud-off"
            text: qsTr("离线，可照常填写")
        }
    }
    Notice {
        x: Theme.edge
        y: bar.height + 12
        width: parent.width - 2 * x
        visible: page.rectification.problem !== ""
        tone: "fail"
        text: page.rectification.problem
    }
    DashedNote {
        x: Theme.edge
        y: bar.height + 12
        width: parent.width - 2 * x
        visible: page.rectification.ready && page.rectification.total === 0
        text: qsTr("这次检查没有问题。")
    }
    Notice {
        id: overtaken

        objectName: "caseOvertaken"
        x: Theme.edge
        y: bar.height + 12
        z: 1
        width: parent.width - 2 * x
        visible: page.rectification.overtaken !== ""
        tone: "part"
        text: page.rectification.overtaken
        action: qsTr("知道了")
        actionName: "caseOvertakenRead"
        onActed: page.rectification.forgetOvertaken()
    }
    CaseFindings {
        id: findings

        y: bar.height + (overtaken.visible ? overtaken.height + 24 : 0)
        width: page.wide ? Math.round(316 * Math.min(1.25, Theme.textScale)) : page.width
        height: page.height - y
        visible: page.rectification.ready && page.rectification.total > 0 && (page.wide || page.listed)
        rectification: page.rectification
        chosen: page.wide ? page.rectification.finding.item : ""
        onPicked: item => {
            page.rectification.pick(item);
            page.listed = false;
        }
        onOrderAsked: {
            page.rectification.showPaper();
            orderSheet.open();
        }
        onComposeAsked: page.composeAsked(page.rectification.id)
        onRecheckAsked: page.recheckAsked(page.rectification.order)
        onPapersAsked: page.papersAsked(page.rectification.order)
    }
    Rectangle {
        x: findings.width
        y: bar.height
        width: Theme.hairline
        height: page.height - y
        visible: page.wide
        color: Theme.line
    }
    FindingPane {
        id: pane

        x: page.wide ? findings.width + 1 : 0
        y: findings.y
        width: page.width - x
        height: page.height - y
        visible: page.rectification.ready && page.rectification.total > 0 && (page.wide || !page.listed)
        rectification: page.rectification
        report: page.report
        camera: page.camera
        onShotAsked: cameraStage.made().begin(page.report.shotOwner)
        onActed: kind => kind === "reported" ? page.report.again() : actSheet.ask(kind)
        onSubmitted: reportPin.ask()
        onPhotoAsked: {
            files.pictures = true;
            files.open();
        }
        onPaperAsked: {
            files.pictures = false;
            files.open();
        }
        onShotOpened: (id, removable) => page.look(id, removable)
        onComposeAsked: page.composeAsked(page.rectification.id)
    }
    ActSheet {
        id: actSheet

        property var drawn

        act: page.act
        enterprise: page.rectification.enterprise
        onReady: image => {
            drawn = image;
            actPin.ask();
        }
    }
    OrderSheet {
        id: orderSheet

        paper: page.rectification.paper
    }
    FileSheet {
        id: files

        onPicked: path => pictures ? page.report.addPhoto(path) : page.report.addPaper(path)
    }
    Later {
        id: cameraStage

        sourceComponent: CameraStage {
            camera: page.camera
            leaveText: qsTr("返回整改")
            title: page.rectification.finding.title
            position: qsTr("整改后的照片，已有 %1 张").arg(page.report.photos.count)
            onPhotoPicked: photo => page.look(photo, true)
        }
    }
    Later {
        id: photoStage

        sourceComponent: PhotoStage {
            photo: page.report.photo
            leaveText: qsTr("返回整改")
            onRemoved: photo => page.report.remove(photo)
        }
    }
    ShotSheet {
        id: shots

        onRemoved: id => page.report.remove(id)
    }
    PinSheet {
        id: actPin

        sign: page.act
        onEntered: pin => page.act.sign(pin, actSheet.drawn)
    }
    PinSheet {
        id: reportPin

        sign: page.report
        onEntered: pin => page.report.sign(pin)
    }
    Connections {
        target: page.act

        function onSealed(id) {
            actSheet.close();
        }
    }
}
