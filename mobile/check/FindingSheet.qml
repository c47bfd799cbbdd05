import QtQuick
import QtQuick.Layouts
import Plumbline

// A finding in a person's own words: what, where, how grave, until when.
Sheet {
    id: sheet

    required property CheckModel check
    property string severity: "minor"

    function edit() {
        what.text = check.item.findingText;
        where.text = check.item.findingWhere;
        due.value = check.item.findingDue;
        severity = check.item.findingSeverity;
        open();
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
    DateField {
        id: due

        inputName: "findingDue"
        width: parent.width
        label: qsTr("整改期限")
        onPicked: value => due.value = value
    }
    ActionButton {
        objectName: "findingSave"
        anchors.right: parent.right
        kind: "primary"
        text: qsTr("保存")
        enabled: what.text.trim() !== "" && what.acceptable && where.acceptable && !due.wrong
        onClicked: {
            sheet.check.evidence.setFinding(what.text, sheet.severity, where.text, due.value);
            sheet.close();
        }
    }
}
