import QtQuick
import Plumbline

// A small fact with an optional shape before it. `tone` gives its colours; `shape` is a name of assets/icons.
Rectangle {
    id: chip

    required property string text
    property string tone: ""
    property string shape: ""
    property bool large: false
    property bool bold: false
    property real lead: 0  // room before the text, for what is drawn there
    readonly property color ink: {
        switch (tone) {
        case "must": return Theme.fail;
        case "key": return Theme.veto;
        case "points": return Theme.accentInk;
        case "number": return Theme.card;
        case "pass": return Theme.pass;
        case "part": return Theme.part;
        default: return Theme.ink2;
        }
    }

    implicitWidth: row.implicitWidth + lead + (large ? 24 : 20)
    implicitHeight: Math.max(large ? 36 : 28, row.implicitHeight + 6)
    radius: height / 2
    border.width: Theme.sunlight ? Theme.hairline : 0
    border.color: ink
    color: {
        switch (tone) {
        case "must": return Theme.failSoft;
        case "key": return Theme.vetoSoft;
        case "points": return Theme.accentSoft;
        case "number": return Theme.ink;
        case "pass": return Theme.passSoft;
        case "part": return Theme.partSoft;
        default: return Theme.naSoft;
        }
    }
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row

        anchors.centerIn: parent
        anchors.horizontalCenterOffset: chip.lead / 2
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: chip.shape !== ""
            name: chip.shape
            size: chip.large ? 15 : 13
            color: chip.ink
        }
        Txt {
            text: chip.text
            size: chip.large ? Theme.sub : Theme.caption
            strong: chip.bold || chip.tone === "number"
            wrapMode: Text.NoWrap
            color: chip.ink
            Accessible.ignored: true
        }
    }
}
