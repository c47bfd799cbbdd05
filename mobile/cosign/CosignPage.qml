import QtQuick
import QtQuick.Layouts
import Plumbline

// The second inspector's signature: the sealed record as it stands at the left, its fingerprint, and her own PIN.
FocusScope {
    id: page

    required property CosignModel cosign
    required property RecordModel record
    required property PositionSource position
    readonly property bool wide: width > 900 * Theme.textScale
    // Whoever signs is here: a colleague was chosen, or it is a colleague's record.
    readonly property bool signable: cosign.ready && cosign.waits && (!cosign.own || cosign.chosen !== "")

    signal back

    // The signature says where it was made.
    Component.onCompleted: position.want("cosign", true)
    Component.onDestruction: position.want("cosign", false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    TopBar {
        id: bar

        width: parent.width
        title: page.cosign.own ? qsTr("另一名检查员签字") : qsTr("请您签字")
        subtitle: page.record.siteName
        canGoBack: !page.cosign.busy
        onBack: page.back()
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: grid.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: page.wide ? Theme.edge : Theme.space
            y: 20
            width: page.width - 2 * x
            columns: page.wide ? 2 : 1
            columnSpacing: 24
            rowSpacing: 20

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 6
                Layout.alignment: Qt.AlignTop
                spacing: 14

                Card {
                    Layout.fillWidth: true
                    implicitHeight: said.implicitHeight + 36

                    Column {
                        id: said

                        x: 18
                        y: 18
                        width: parent.width - 36
                        spacing: 6

                        KeyValue { width: parent.width; name: qsTr("检查对象"); value: page.record.siteName }
                        KeyValue { width: parent.width; name: qsTr("检查"); value: page.record.subtitle }
                        KeyValue { width: parent.width; name: qsTr("第一名检查员"); value: page.cosign.first; valueName: "cosignFirst" }
                        KeyValue { width: parent.width; name: qsTr("内容指纹"); value: page.cosign.fingerprint; valueName: "cosignFingerprint" }
                    }
                }
                ScoreCard {
                    Layout.fillWidth: true
                    points: page.record.points
                    max: page.record.max
                    grade: page.record.grade
                    gradeTone: page.record.gradeTone
                    explanation: page.record.explanation
                    vetoes: page.record.vetoes
                    findings: page.record.findingCount
                    sections: page.record.sections
                }
                FindingsCard {
                    Layout.fillWidth: true
                    visible: page.record.findings.count > 0
                    findings: page.record.findings
                }
                Repeater {
                    model: page.record.items

                    OutcomeCard {
                        Layout.fillWidth: true
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.maximumWidth: page.wide ? 460 * Theme.textScale : Number.POSITIVE_INFINITY
                Layout.alignment: Qt.AlignTop
                spacing: 14

                Notice {
                    objectName: "cosignDone"
                    Layout.fillWidth: true
                    visible: page.cosign.second !== ""
                    tone: "pass"
                    text: qsTr("%1 已签字，两个签名签的是同一份内容。有网络时一起上传。").arg(page.cosign.second)
                    action: qsTr("查看记录")
                    actionName: "cosignClose"
                    onActed: page.back()
                }
                Txt {
                    Layout.fillWidth: true
                    visible: page.cosign.waits
                    text: page.cosign.own ? qsTr("请另一名检查员读完这份内容，再用自己的 PIN 签字。她的资料只为这一次签字打开，签完就锁上。") : qsTr("读完这份内容再签。签的是和第一名检查员逐字节相同的内容。")
                    size: Theme.label
                    color: Theme.ink2
                }
                Repeater {
                    model: page.cosign.waits && page.cosign.own ? page.cosign.colleagues : null

                    ListCard {
                        required property string id
                        required property string name
                        required property string role
                        required property string device
                        required property int index

                        objectName: "colleague" + index
                        Layout.fillWidth: true
                        title: name
                        subtitle: role
                        leftText: device
                        chosen: id === page.cosign.chosen
                        enabled: !page.cosign.busy
                        onClicked: {
                            pad.clear();
                            page.cosign.choose(id);
                            pad.forceActiveFocus();
                        }
                    }
                }
                DashedNote {
                    objectName: "cosignElsewhere"
                    Layout.fillWidth: true
                    visible: page.cosign.ready && page.cosign.waits && page.cosign.own && page.cosign.colleagues.count === 0
                    text: qsTr("这台平板上没有另一名检查员。记录上传以后，她在自己平板的“今日”里会看到“请您签字”。签字之前，这份记录不计入任何结果。")
                }
                Txt {
                    objectName: "cosignProblem"
                    Layout.fillWidth: true
                    visible: text !== ""
                    horizontalAlignment: Text.AlignHCenter
                    text: page.cosign.waitSeconds > 0 ? qsTr("%1 请等 %2 秒再试。").arg(page.cosign.problem).arg(page.cosign.waitSeconds) : page.cosign.problem
                    color: Theme.fail
                    Accessible.role: Accessible.AlertMessage
                }
                Txt {
                    objectName: "cosignAsk"
                    Layout.fillWidth: true
                    visible: page.signable
                    horizontalAlignment: Text.AlignHCenter
                    text: page.cosign.busy ? qsTr("正在签字…") : page.cosign.own ? qsTr("%1 的 PIN").arg(page.cosign.chosenName) : qsTr("输入 PIN 签名")
                    size: Theme.item
                    strong: true
                }
                PinPad {
                    id: pad

                    objectName: "pinPad"
                    Layout.fillWidth: true
                    Layout.maximumWidth: low ? 560 : 380
                    Layout.alignment: Qt.AlignHCenter
                    visible: page.signable
                    locked: page.cosign.busy || page.cosign.waitSeconds > 0
                    doneText: qsTr("签字")
                    focus: true
                    onEntered: pin => page.cosign.sign(pin)
                    onPinChanged: if (pin !== "") page.cosign.clearProblem()
                }
            }
        }
    }
}
