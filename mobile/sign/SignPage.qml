import QtQuick
import QtQuick.Layouts
import Plumbline

// The report as it will read, beside it the inspected party's signature or refusal; then the PIN, and it is sealed.
FocusScope {
    id: page

    required property SignModel sign
    required property SyncModel sync
    required property CheckConduct conduct
    required property SoundNote sound
    property string draft: ""
    readonly property bool wide: width > 1000 * Theme.textScale
    readonly property bool sealed: sign.sealedId !== ""
    property bool wasTest: false  // kept when it is sealed and the check is over

    signal back
    signal finished(string record)
    signal cosignAsked(string record)

    Component.onCompleted: page.wasTest = sign.testing

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.sealed ? qsTr("已签名封存") : qsTr("确认与签名")
        subtitle: page.sealed ? page.sign.siteName : page.sign.assessing ? qsTr("请通读全文；签名后内容不可更改，更正须另作补充说明") : qsTr("请被检查方阅读全文；签名后内容不可更改，更正须另作补充说明")
        canGoBack: !page.sealed && !page.sign.busy
        onBack: page.back()
    }
    TestBanner {
        id: test

        objectName: "signTest"
        y: bar.height
        width: parent.width
        visible: page.sign.testing || page.wasTest
        text: page.sealed ? qsTr("试用记录：列在“试用记录”里，不计入任何统计，不送审。") : qsTr("试用：签名只为试用检查表，记录不作数，也不送审。")
    }
    SealedPanel {
        visible: page.sealed
        y: bar.height + test.height
        width: parent.width
        height: parent.height - y
        fingerprint: page.sign.sealedFingerprint
        byTwo: page.sign.byTwo
        onCosignAsked: page.cosignAsked(page.sign.sealedId)
        onFinished: page.finished(page.sign.sealedId)
    }
    Flickable {
        visible: !page.sealed
        y: bar.height + test.height
        width: parent.width
        height: parent.height - y
        contentHeight: page.wide ? height : paper.height + form.implicitHeight + 72
        interactive: !page.wide
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Flickable {
            id: paper

            x: page.wide ? Theme.edge : Theme.space
            y: 20
            width: page.wide ? Math.min(560, parent.width * 0.44) : page.width - 2 * x
            height: page.wide ? page.height - bar.height - test.height - 40 : report.implicitHeight
            contentHeight: report.implicitHeight
            interactive: page.wide
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            ReportPaper {
                id: report

                width: paper.width
                minimumHeight: page.wide ? paper.height : 0
                sign: page.sign
                party: form.partyName
                colleague: form.colleague
            }
        }
        Flickable {
            x: page.wide ? paper.x + paper.width + Theme.edge : Theme.space
            y: page.wide ? 20 : paper.y + paper.height + 20
            width: page.width - x - (page.wide ? Theme.edge : Theme.space)
            height: page.wide ? page.height - bar.height - test.height - 40 : form.implicitHeight
            contentHeight: form.implicitHeight
            interactive: page.wide && contentHeight > height
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            SignForm {
                id: form

                width: parent.width
                minimumHeight: page.wide ? page.height - bar.height - test.height - 40 : 0
                sign: page.sign
                conduct: page.conduct
                sound: page.sound
                draft: page.draft
                revoked: page.sync.revoked
                onReady: pinSheet.ask()
                onFileAsked: files.open()
            }
        }
    }
    FileSheet {
        id: files

        pictures: false
        onPicked: path => page.conduct.addRefusalFile(path)
    }
    PinSheet {
        id: pinSheet

        sign: page.sign
        onEntered: pin => form.seal(pin)
    }
}
