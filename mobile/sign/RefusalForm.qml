import QtQuick
import QtQuick.Layouts
import Plumbline

// The inspected party refuses to sign: why, who saw it (she may sign for that herself) or why nobody did, and what shows it:
// recordings, films, photos, documents.
ColumnLayout {
    id: refusal

    required property CheckConduct conduct
    required property SoundNote sound
    required property string draft
    property bool settled: true
    property bool seen: true  // there is a witness
    readonly property bool acceptable: why.acceptable && (seen ? witness.acceptable && role.acceptable : none.acceptable)
    readonly property string lack: {
        if (why.text.trim() === "")
            return qsTr("拒签要写明理由和见证人。");
        if (seen && witness.text.trim() === "")
            return qsTr("请填见证人的姓名；没有见证人，要附录音或录像。");
        if (!seen && none.text.trim() === "")
            return qsTr("请写明为什么没有见证人。");
        if (!seen && !conduct.recorded)
            return qsTr("没有见证人，请附上录音或录像。");
        return pad.empty || settled ? "" : qsTr("正在核对要签的内容…");
    }

    signal fileAsked

    function say(sign: SignModel) {
        sign.sayRefusal(why.text, witness.text, role.text, pad.strokes(), seen ? "" : none.text);
    }

    spacing: 12

    AreaField {
        id: why

        inputName: "refusedReason"
        Layout.fillWidth: true
        label: qsTr("拒签的理由")
        minimumLines: 2
        onEdited: text => why.text = text
    }
    Segmented {
        options: [qsTr("有见证人"), qsTr("没有见证人")]
        names: ["witnessThere", "witnessNone"]
        current: refusal.seen ? 0 : 1
        onPicked: index => refusal.seen = index === 0
    }
    GridLayout {
        Layout.fillWidth: true
        visible: refusal.seen
        columns: width > 460 * Theme.textScale ? 2 : 1
        columnSpacing: 12
        rowSpacing: 12

        Field {
            id: witness

            most: TextRule.name
            inputName: "witness"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            label: qsTr("见证人")
            onEdited: text => witness.text = text
        }
        Field {
            id: role

            most: TextRule.name
            inputName: "witnessRole"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            label: qsTr("见证人身份")
            optional: true
            onEdited: text => role.text = text
        }
    }
    SignatureArea {
        id: pad

        Layout.fillWidth: true
        visible: refusal.seen
        inputName: "witnessPad"
        hint: qsTr("见证人手写签名（可不签）")
    }
    AreaField {
        id: none

        inputName: "noWitness"
        Layout.fillWidth: true
        visible: !refusal.seen
        label: qsTr("为什么没有见证人")
        minimumLines: 1
        onEdited: text => none.text = text
    }
    Txt {
        Layout.fillWidth: true
        text: refusal.seen ? qsTr("证明材料：录音、录像、照片或文档") : qsTr("证明材料：没有见证人时要有录音或录像")
        size: Theme.sub
        color: Theme.ink2
    }
    Repeater {
        model: refusal.conduct.refusalFiles

        Rectangle {
            id: entry

            required property int index
            required property string id
            required property string name
            required property string kind
            required property string symbol

            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.row, words.implicitHeight + 20) + (bar.visible ? bar.implicitHeight + 10 : 0)
            radius: Theme.radiusSmall
            color: Theme.card
            border.width: Theme.hairline
            border.color: Theme.line

            Icon {
                x: 16
                y: (Math.max(Theme.row, words.implicitHeight + 20) - height) / 2
                name: entry.symbol
                size: Theme.icon - 2
                color: Theme.ink2
            }
            Column {
                id: words

                x: Theme.icon + 30
                y: (Math.max(Theme.row, implicitHeight + 20) - height) / 2
                width: remove.x - x - 8
                spacing: 2

                Txt {
                    objectName: "refusalFile" + entry.index
                    width: parent.width
                    text: entry.name
                    size: Theme.label
                    wrapMode: Text.WrapAnywhere
                }
                Txt {
                    width: parent.width
                    text: entry.kind
                    size: Theme.sub
                    color: Theme.ink2
                }
            }
            IconButton {
                id: remove

                objectName: "refusalRemove" + entry.index
                anchors.right: parent.right
                anchors.rightMargin: 4
                y: (Math.max(Theme.row, words.implicitHeight + 20) - height) / 2
                symbol: "trash"
                text: qsTr("移除：%1").arg(entry.name)
                onClicked: refusal.conduct.removeRefusalFile(entry.id)
            }
            SoundBar {
                id: bar

                objectName: "refusalSound" + entry.index
                x: 10
                y: Math.max(Theme.row, words.implicitHeight + 20)
                width: parent.width - 20
                visible: entry.symbol === "sound"
                file: visible ? entry.id : ""
                label: entry.name
            }
        }
    }
    SoundRecorder {
        Layout.fillWidth: true
        note: refusal.sound
        draft: refusal.draft
        place: "refusal"
        label: qsTr("当场录音")
    }
    ActionButton {
        objectName: "refusalAdd"
        symbol: "clip"
        text: qsTr("附上证明")
        font.pixelSize: Theme.label
        onClicked: refusal.fileAsked()
    }
}
