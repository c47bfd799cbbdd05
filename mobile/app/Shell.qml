import QtQuick
import QtQuick.Controls.Basic
import Plumbline

// The app once somebody is signed in: the places at the left (below in portrait), the page over them. Pages that are a
// task of their own (checking, signing, a record) take the whole screen.
FocusScope {
    id: shell

    // Where a person begins, and comes back to.
    readonly property string home: App.account.enterprise ? "assess" : "today"
    property string place: home
    // What is opened next is to be reviewed and not filled.
    property bool reviews: false
    readonly property bool wide: width > height

    signal windowReleased

    // Ways out of the app: the window, the lock, another person. They wait, or ask, while something is not saved.
    function leave(way: string) {
        unsaved.leave(way);
    }
    function go(where: string) {
        while (stack.depth > 1)
            stack.pop(null, StackView.Immediate);
        place = where;
        App.account.keepPlace(where);
    }
    // Back to where she stood when the tablet was locked.
    function comeBack() {
        const kept = App.account.keptPlace();
        if (kept.startsWith("record:"))
            openRecord(kept.slice(7));
        else if (kept.startsWith("case:"))
            openCase(kept.slice(5));
        else if (kept.startsWith("task:"))
            openTask(kept.slice(5));
        else if (kept.startsWith("site:") || kept.startsWith("propose:")) {
            const id = kept.slice(kept.indexOf(":") + 1);
            openSite(id);
            if (kept.startsWith("propose:"))
                openProposal(id);
        }
        else if (kept !== "" && kept !== "preflight")
            place = kept;
    }
    function openCheck() {
        stack.push(checkPage);
    }
    // `card`: "CASE/ITEM", as lists of findings name one.
    function openCase(card: string) {
        App.account.keepPlace("case:" + card);
        App.rectification.show(card.split("/")[0], card.split("/").slice(1).join("/"));
        stack.push(casePage, { listed: card.split("/").length < 2 });
    }
    function composeOrder(inspection: string) {
        App.order.begin(inspection);
        stack.push(orderPage);
    }
    function openPapers(record: string) {
        App.papers.show(record);
        stack.push(papersPage);
    }
    function openDeliver(record: string) {
        App.deliver.show(record);
        stack.push(deliverPage);
    }
    function openCosign(record: string) {
        App.cosign.show(record);
        stack.push(cosignPage);
    }
    function openSite(id: string) {
        App.account.keepPlace("site:" + id);
        App.site.show(id);
        stack.push(sitePage);
    }
    function openTask(id: string) {
        App.account.keepPlace("task:" + id);
        App.check.notice.clear();
        App.tasks.show(id);
        stack.push(taskPage);
    }
    function openProposal(id: string) {
        App.account.keepPlace("propose:" + id);
        App.propose.begin(id);
        stack.push(proposePage);
    }
    // `thread`: "RECORD/ITEM".
    function openThread(thread: string) {
        App.threads.show(thread.split("/")[0], thread.split("/").slice(1).join("/"));
        stack.push(threadPage);
    }
    function openRecord(id: string) {
        App.account.keepPlace("record:" + id);
        App.record.show(id);
        stack.push(recordPage);
    }

    Connections {
        target: App.account

        function onOpened(draft: string) {
            if (draft === "")
                return shell.comeBack();
            shell.reviews = App.account.keptPlace() === "preflight";
            App.check.resume(draft);
        }
    }
    Connections {
        target: App.check

        function onOpened(draft: string) {
            stack.pop(null, StackView.Immediate);
            shell.place = shell.home;
            stack.push(checkPage, {}, StackView.Immediate);
            if (shell.reviews)
                stack.push(preflightPage, {}, StackView.Immediate);
            shell.reviews = false;
        }
        function onRefused(sentence: string) {
            shell.reviews = false;
            toast.say(sentence);
        }
        function onVersionDecided(moved: bool) {
            // Moving opens the draft anew; staying goes back to where the question was asked.
            if (!moved)
                stack.pop();
            const kept = App.check.versions.asideCount;
            toast.say(!moved ? qsTr("草稿留在第 %1 版。").arg(App.check.versions.current) : kept > 0 ? qsTr("已改用第 %1 版，%2 个答案另行保留。").arg(App.check.versions.current).arg(kept) : qsTr("已改用第 %1 版。").arg(App.check.versions.current));
        }
    }
    Connections {
        target: App.assess

        function onFillAsked(draft: string) {
            App.check.resume(draft);
        }
        function onReviewAsked(draft: string) {
            shell.reviews = true;
            App.check.resume(draft);
        }
        function onAssigned(name: string) {
            toast.say(name !== "" ? qsTr("已派给 %1，联网后同事看得到。").arg(name) : qsTr("已改为不派给谁。"));
        }
        function onHandedOver(items: int) {
            toast.say(qsTr("%n 项已签名，联网后交给同事。", "", items));
        }
    }
    Connections {
        target: App.papers

        function onTold(sentence: string) {
            toast.say(sentence);
        }
    }
    Connections {
        target: App.issue

        function onSealed() {
            toast.say(qsTr("已签发，联网后送达。"));
        }
    }
    StackView {
        id: stack

        anchors.fill: parent
        focus: true
        initialItem: homePage
        onDepthChanged: if (depth === 1) App.account.keepPlace(shell.place)
        pushEnter: null
        pushExit: null
        popEnter: null
        popExit: null
        replaceEnter: null
        replaceExit: null
    }
    Component {
        id: homePage

        HomeFrame {
            place: shell.place
            wide: shell.wide
            onWent: where => shell.go(where)
            onDraftPicked: draft => App.check.resume(draft)
            onRecordPicked: record => shell.openRecord(record)
            onSitePicked: site => shell.openSite(site)
            onTaskPicked: task => shell.openTask(task)
            onFindingPicked: card => shell.openCase(card)
            onThreadPicked: thread => shell.openThread(thread)
            onLeaveAsked: way => shell.leave(way)
            onAmended: record => App.check.amend(record)
            onCredentialAsked: stack.push(credentialPage)
            onCompareAsked: stack.push(comparePage)
            onStandardPicked: name => {
                App.standards.open(name);
                stack.push(standardPage);
            }
        }
    }
    Component {
        id: standardPage

        StandardPage {
            standards: App.standards
            onBack: stack.pop()
        }
    }
    Component {
        id: checkPage

        CheckPage {
            check: App.check
            sync: App.sync
            onClosed: unsaved.leave("page")
            onLockAsked: unsaved.leave("lock")
            onReviewed: {
                App.account.keepPlace("preflight");
                stack.push(preflightPage);
            }
            onVersionsAsked: stack.push(versionPage)
            onStandardAsked: ref => {
                App.standards.showCited(ref, App.check.siteId);
                stack.push(standardPage);
            }
            onCredentialAsked: stack.push(credentialPage, { notable: true })
        }
    }
    Component {
        id: credentialPage

        CredentialPage {
            credential: App.credential
            account: App.account
            onBack: stack.pop()
            onShown: {
                App.check.conduct.setShown(true);
                stack.pop();
            }
        }
    }
    Component {
        id: versionPage

        VersionPage {
            check: App.check
            onBack: stack.pop()
        }
    }
    Component {
        id: preflightPage

        PreflightPage {
            check: App.check
            onBack: {
                App.account.keepPlace(shell.place);
                stack.pop();
            }
            onJumped: (item, question) => {
                App.account.keepPlace(shell.place);
                stack.pop();
                if (item !== "")
                    App.check.place.goToQuestion(item, question);
                else
                    App.check.place.goToFacts();
            }
            onVersionsAsked: stack.push(versionPage)
            onPaperAsked: {
                App.papers.showDraft(App.check.draft);
                stack.push(papersPage);
            }
            onDiscarded: {
                stack.pop(null, StackView.Immediate);
                App.check.discard(App.check.draft);
            }
            onSigned: {
                App.sign.prepare();
                stack.push(signPage);
            }
        }
    }
    Component {
        id: signPage

        SignPage {
            sign: App.sign
            sync: App.sync
            conduct: App.check.conduct
            sound: App.sound
            draft: App.check.draft
            onBack: stack.pop()
            onCosignAsked: record => {
                stack.pop(null, StackView.Immediate);
                App.check.forget();
                shell.openRecord(record);
                shell.openCosign(record);
            }
            onFinished: record => {
                stack.pop(null, StackView.Immediate);
                App.check.forget();
                shell.openRecord(record);
            }
        }
    }
    Component {
        id: recordPage

        RecordPage {
            record: App.record
            onBack: stack.pop(null)
            onAmended: record => App.check.amend(record)
            onCaseAsked: record => shell.openCase(record)
            onOrderAsked: record => shell.composeOrder(record)
            onOtherAsked: record => App.record.show(record)
            onPapersAsked: record => shell.openPapers(record)
            onCosignAsked: record => shell.openCosign(record)
            onDeliverAsked: record => shell.openDeliver(record)
            onTalkAsked: (record, item) => shell.openThread(record + "/" + item)
            onRateAsked: stack.push(ratePage)
        }
    }
    Component {
        id: threadPage

        ThreadPage {
            threads: App.threads
            onBack: stack.pop()
            onRecordAsked: record => {
                stack.pop(null, StackView.Immediate);
                shell.openRecord(record);
            }
        }
    }
    Component {
        id: comparePage

        ComparePage {
            compare: App.compare
            camera: App.camera
            onBack: stack.pop()
        }
    }
    Component {
        id: ratePage

        RatePage {
            record: App.record
            onBack: stack.pop()
            onPapersAsked: shell.openPapers(App.record.id)
        }
    }
    Component {
        id: sitePage

        SitePage {
            site: App.site
            position: App.position
            onBack: stack.pop()
            onCorrected: id => shell.openProposal(id)
            onStarted: id => {
                shell.go("start");
                (stack.get(0) as HomeFrame).startSite = id;
            }
        }
    }
    Component {
        id: taskPage

        TaskPage {
            tasks: App.tasks
            position: App.position
            starting: App.check.notice.busy
            startProblem: App.check.notice.text
            onBack: stack.pop()
            onPapersWanted: record => openPapers(record)
            onStarted: (task, checklist) => App.check.beginTask(task, checklist)
        }
    }
    Component {
        id: proposePage

        ProposePage {
            propose: App.propose
            position: App.position
            onBack: {
                App.account.keepPlace("site:" + App.site.id);
                App.site.refresh();
                stack.pop();
            }
            onWalkAsked: stack.push(walkPage)
            onFinished: site => {
                App.account.keepPlace("site:" + site);
                stack.pop();
                toast.say(qsTr("更正已签名，联网后交主管部门核对。"));
            }
        }
    }
    Component {
        id: walkPage

        WalkPage {
            propose: App.propose
            position: App.position
            onBack: stack.pop()
        }
    }
    Component {
        id: papersPage

        PapersPage {
            papers: App.papers
            mayIssue: !App.account.enterprise
            issueProblem: App.issue.pinWrong || App.issue.waitSeconds > 0 ? "" : App.issue.problem
            onIssueAsked: issuePin.ask()
            onBack: {
                stack.pop();
                App.issue.clearProblem();
                App.papers.forget();
            }
        }
    }
    Component {
        id: deliverPage

        DeliverPage {
            deliver: App.deliver
            record: App.record
            camera: App.camera
            position: App.position
            onBack: stack.pop()
        }
    }
    Component {
        id: cosignPage

        CosignPage {
            cosign: App.cosign
            record: App.record
            position: App.position
            onBack: stack.pop()
        }
    }
    Component {
        id: casePage

        CasePage {
            rectification: App.rectification
            report: App.report
            act: App.act
            sync: App.sync
            camera: App.camera
            position: App.position
            onBack: stack.pop()
            onComposeAsked: inspection => shell.composeOrder(inspection)
            onRecheckAsked: order => App.check.recheck(order)
            onPapersAsked: order => shell.openPapers(order)
        }
    }
    Component {
        id: orderPage

        OrderPage {
            order: App.order
            position: App.position
            onBack: stack.pop()
            onOrdered: inspection => {
                stack.pop(null, StackView.Immediate);
                shell.openCase(inspection);
            }
        }
    }
    PinSheet {
        id: issuePin

        sign: App.issue
        onEntered: pin => App.issue.issue(pin)
    }
    UnsavedSheet {
        id: unsaved

        check: App.check
        onReleased: way => {
            if (way === "page") {
                App.check.leave();
                stack.pop(null);
            } else if (way === "window") {
                shell.windowReleased();
            } else if (way === "person") {
                App.account.addPerson();
            } else {
                App.account.lock();
            }
        }
    }
    FilmStage {}
    Toast {
        id: toast

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 110
    }
}
