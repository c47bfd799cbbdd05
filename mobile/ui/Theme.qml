pragma Singleton
import QtQuick
import Plumbline

// Every colour, size and duration. Colours carry the token names of the visual language; three themes: light, dark, and
// sunlight (black on white, no greys, heavier weights). Sizes of text follow the chosen text size.
QtObject {
    id: theme

    property string mode: Settings.theme
    readonly property bool dark: mode === "dark"
    readonly property bool sunlight: mode === "sunlight"
    readonly property real textScale: Settings.textScale

    readonly property color paper: sunlight ? "#FFFFFF" : dark ? "#121715" : "#F5F4EF"
    readonly property color card: sunlight ? "#FFFFFF" : dark ? "#1B2220" : "#FFFFFF"
    readonly property color panel: sunlight ? "#FFFFFF" : dark ? "#161C1A" : "#FBFAF7"
    readonly property color ink: sunlight ? "#000000" : dark ? "#E9EEEB" : "#18211F"
    readonly property color ink2: sunlight ? "#000000" : dark ? "#A9B5B0" : "#56605C"
    readonly property color ink3: sunlight ? "#000000" : dark ? "#8E9A95" : "#656E6A"
    readonly property color line: sunlight ? "#000000" : dark ? "#36403C" : "#E2DFD6"
    readonly property color line2: sunlight ? "#000000" : dark ? "#2A3330" : "#EFEDE6"
    // Around what can be operated, 3 : 1 against its ground; `line` parts what cannot.
    readonly property color outline: sunlight ? "#000000" : dark ? "#6C7A74" : "#858C87"
    readonly property color pressed: sunlight ? "#D6D6D6" : dark ? "#2A3330" : "#EFEDE6"
    readonly property color accent: sunlight ? "#00443F" : dark ? "#2E9C90" : "#0F6E66"
    readonly property color accentSoft: sunlight ? "#FFFFFF" : dark ? "#17332F" : "#E3F0EE"
    readonly property color accentInk: sunlight ? "#003B36" : dark ? "#7FD1C6" : "#0A4D47"
    // What is chosen among others: under the sun a soft ground is none, so it is filled.
    readonly property color chosen: sunlight ? accent : accentSoft
    // A row among others keeps its inks; under the sun it is told apart by the weight of its border.
    readonly property real chosenBorder: sunlight ? 5 : 2.5
    readonly property color chosenInk: sunlight ? "#FFFFFF" : accentInk
    readonly property color inkOnAccent: dark ? "#06120F" : "#FFFFFF"
    readonly property color pass: sunlight ? "#005A22" : dark ? "#63C088" : "#2B7A4B"
    readonly property color passSoft: sunlight ? "#FFFFFF" : dark ? "#16301F" : "#E6F2EA"
    readonly property color part: sunlight ? "#6B3E00" : dark ? "#E0A94E" : "#8F5A0E"
    readonly property color partSoft: sunlight ? "#FFFFFF" : dark ? "#352915" : "#FAF0DF"
    readonly property color partLine: sunlight ? "#6B3E00" : dark ? "#5F4A22" : "#E8D3AC"
    readonly property color fail: sunlight ? "#A00000" : dark ? "#F08A7C" : "#B93A2B"
    readonly property color failSoft: sunlight ? "#FFFFFF" : dark ? "#3A1F1B" : "#FBE9E6"
    readonly property color na: sunlight ? "#000000" : dark ? "#A0ABA6" : "#646D69"
    readonly property color naSoft: sunlight ? "#FFFFFF" : dark ? "#262E2B" : "#ECEEEC"
    readonly property color veto: sunlight ? "#6E0000" : dark ? "#F2A09A" : "#6E1717"
    readonly property color vetoSoft: sunlight ? "#FFFFFF" : dark ? "#3B1A1A" : "#F3E7E7"
    readonly property color scrim: sunlight ? "#B3000000" : "#80101614"
    readonly property color paperWhite: "#FFFFFF"
    readonly property color paperInk: sunlight ? "#000000" : "#18211F"
    readonly property color paperInk2: sunlight ? "#000000" : "#56605C"
    readonly property color paperLine: sunlight ? "#000000" : "#C9C5BA"
    readonly property color photoVeil: "#A0000000"
    readonly property color stage: "#0B0E0D"
    readonly property color stageLine: "#5A6460"

    readonly property color mapLand: sunlight ? "#FFFFFF" : dark ? "#1F2825" : "#F3F2E8"
    readonly property color mapOutside: sunlight ? "#E8E8E8" : dark ? "#121715" : "#E3E6DA"
    readonly property color mapLine: sunlight ? "#000000" : dark ? "#4A5650" : "#B9B8A4"

    readonly property string family: "Noto Sans CJK SC"
    readonly property string mono: "DejaVu Sans Mono"
    readonly property int plain: sunlight ? Font.Medium : Font.Normal
    readonly property int strong: Font.Bold

    readonly property int tiny: Math.round(12 * textScale)
    readonly property int caption: Math.round(14 * textScale)
    readonly property int sub: Math.round(15 * textScale)
    readonly property int label: Math.round(16 * textScale)
    readonly property int body: Math.round(18 * textScale)
    readonly property int item: Math.round(20 * textScale)
    readonly property int heading: Math.round(24 * textScale)
    readonly property int title: Math.round(30 * textScale)
    readonly property int figure: Math.round(40 * textScale)

    readonly property int icon: Math.round(24 * Math.min(1.6, textScale))
    readonly property int radius: 12
    readonly property int radiusSmall: 8
    readonly property int touch: 56
    readonly property int row: 64
    readonly property int gap: 8
    readonly property int space: 16
    readonly property int edge: 24
    readonly property real hairline: sunlight ? 1.5 : 1
    readonly property real border: sunlight ? 2 : 1.5
    readonly property int quick: 120

    function shapeOf(verdict: string): string {
        return ["pass", "part", "fail", "na", "veto"].includes(verdict) ? "shape-" + verdict : "shape-unanswered";
    }
    function colorOf(verdict: string): color {
        switch (verdict) {
        case "pass": return pass;
        case "part": return part;
        case "fail": return fail;
        case "veto": return veto;
        case "na": return na;
        default: return ink3;
        }
    }
    function softOf(verdict: string): color {
        switch (verdict) {
        case "pass": return passSoft;
        case "part": return partSoft;
        case "fail": return failSoft;
        case "veto": return vetoSoft;
        default: return naSoft;
        }
    }
    function wordOf(verdict: string): string {
        switch (verdict) {
        case "pass": return qsTr("符合");
        case "part": return qsTr("部分符合");
        case "fail": return qsTr("不符合");
        case "veto": return qsTr("否决");
        case "na": return qsTr("不适用");
        default: return qsTr("未答");
        }
    }
}
