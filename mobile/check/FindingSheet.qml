import QtQuick
import QtQuick.Layouts
import Plumbline

// A finding in a person's own words: what, where, how grave; then until when, or, of a minor one, that it was put right
// on the spot: what was done, and which photos show it before and after.
Sheet {
    id: sheet

    required property CheckModel check
    property string severity: "minor"
    property bool corrected: false
    property list<string> before: []
    readonly property bool onTheSpot: corrected && severity === "minor"
    readonly property int shownAfter: check.item.photos.count - before.length
    readonly property string lack: {
        if (what.text.trim() === "")
            return qsTr("请写明现场事实。");
        if (!onTheSpot)
            return "";
        if (done.text.trim() === "")
            return qsTr("请写明当场做了什么。");
        return shownAfter < 1 ? qsTr("请加一张改正后的照片。") : "";
    }

    signal photoAsked

    function edit() {
        what.text = check.item.findingText;
        where.text = check.item.findingWhere;
        due.value = check.item.findingDue;
        severity = check.item.findingSeverity;
        corrected = check.item.findingCorrected;
        done.text = check.item.findingDone;
        before = check.item.findingBefore;
        open();
    }
    function turn(isCorrected: bool) {
        // What was photographed so far shows it as it was.
        if (isCorrected && !corrected)
            before = shots.ids();
        corrected = isCorrected;
    }
    function toggle(photo: string) {
        before = before.includes(photo) ? before.filter(other => other !== photo) : [...before, photo];
    }
    function save() {
        if (onTheSpot)
            check.evidence.setCorrected(what.text, where.text, done.text, before);
        else
            check.evidence.setFinding(what.text, severity, where.text, due.value);
        close();
    }

    title: qsTr("问题 · 第 %1 项").arg(check.item.no)
    wish: 680

    AreaField {
        id: what

        inputName: "findingText"
        width: parent.width
        label: qsTr("问题（现场事实）")
        minimumLines: 2
        onEdited: text => what.text = text
    }
    Field {
        id: where

        inputName: "findingWhere"
        width: parent.width
        label: qsTr("位置")
        optional: true
        onEdited: text => where.text = text
    }
    Segmented {
        readonly property list<string> levels: ["minor", "major", "critical"]

        options: [qsTr("一般"), qsTr("较重"), qsTr("严重")]
        names: ["severityMinor", "severityMajor", "severityCritical"]
        current: levels.indexOf(sheet.severity)
        onPicked: index => sheet.severity = ["minor", "major", "critical"][index]
    }
    Segmented {
        visible: sheet.severity === "minor"
        options: [qsTr("限期整改"), qsTr("当场改正")]
        names: ["findingLater", "findingCorrected"]
        current: sheet.corrected ? 1 : 0
        onPicked: index => sheet.turn(index === 1)
    }
    DateField {
        id: due

        inputName: "findingDue"
        width: parent.width
        visible: !sheet.onTheSpot
        label: qsTr("整改期限")
        onPicked: value => due.value = value
    }
    AreaField {
        id: done

        inputName: "findingDone"
        width: parent.width
        visible: sheet.onTheSpot
        label: qsTr("当场做了什么")
        minimumLines: 2
        onEdited: text => done.text = text
    }
    Grid {
        id: shots

        function ids(): list<string> {
            const all = [];
            for (let i = 0; i < photos.count; ++i)
                all.push(photos.itemAt(i).photo);
            return all;
        }

        width: parent.width
        visible: sheet.onTheSpot
        columns: Math.max(2, Math.floor(width / 180))
        spacing: 10

        Repeater {
            id: photos

            model: sheet.check.item.photos

            PhotoTile {
                id: tile

                required property string id
                required property int index
                readonly property string photo: id
                readonly property bool isBefore: sheet.before.includes(id)

                objectName: "correctedPhoto" + index
                width: (shots.width - (shots.columns - 1) * shots.spacing) / shots.columns
                text: isBefore ? qsTr("改正前") : qsTr("改正后")
                onClicked: sheet.toggle(id)

                Chip {
                    x: 6
                    y: 6
                    tone: tile.isBefore ? "part" : "pass"
                    shape: tile.isBefore ? "shape-part" : "shape-pass"
                    text: tile.text
                }
            }
        }
    }
    ActionButton {
        objectName: "correctedPhotoAdd"
        width: parent.width
        visible: sheet.onTheSpot
        symbol: "clip"
        text: qsTr("加入改正后的照片")
        onClicked: sheet.photoAsked()
    }
    Txt {
        width: parent.width
        visible: sheet.onTheSpot && sheet.check.item.photos.count > 0
        text: qsTr("点照片可以改标“改正前”或“改正后”。")
        size: Theme.caption
        color: Theme.ink2
    }
    GridLayout {
        width: parent.width
        columns: width > 420 * Theme.textScale ? 2 : 1

        Txt {
            objectName: "findingLack"
            Layout.fillWidth: true
            text: sheet.lack
            size: Theme.sub
            color: Theme.part
        }
        ActionButton {
            objectName: "findingSave"
            Layout.alignment: Qt.AlignRight
            kind: "primary"
            text: qsTr("保存")
            enabled: sheet.lack === "" && what.acceptable && where.acceptable && (sheet.onTheSpot ? done.acceptable : !due.wrong)
            onClicked: sheet.save()
        }
    }
}
