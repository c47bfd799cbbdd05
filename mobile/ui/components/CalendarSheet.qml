import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// A month to pick a day from.
Sheet {
    id: sheet

    property string chosen: ""

    signal picked(string value)

    function show(value: string) {
        chosen = value;
        const day = value ? new Date(value + "T12:00:00") : new Date();
        grid.month = day.getMonth();
        grid.year = day.getFullYear();
        open();
    }
    function step(months: int) {
        const first = new Date(grid.year, grid.month + months, 1);
        grid.month = first.getMonth();
        grid.year = first.getFullYear();
    }
    function textOf(day: date): string {
        const two = n => (n < 10 ? "0" : "") + n;
        return day.getFullYear() + "-" + two(day.getMonth() + 1) + "-" + two(day.getDate());
    }

    // On a phone on its side the month's name and its buttons stand beside the weeks, so that all of them are seen.
    readonly property bool low: parent !== null && parent.height < 580 && parent.width >= 640

    bare: low
    wish: low ? 800 : 520
    closePolicy: Popup.CloseOnEscape

    GridLayout {
        width: parent.width
        columns: sheet.low ? 2 : 1
        columnSpacing: Theme.space
        rowSpacing: Theme.space

        GridLayout {
            Layout.fillWidth: !sheet.low
            Layout.preferredWidth: sheet.low ? 190 : -1
            Layout.alignment: Qt.AlignTop
            columnSpacing: 8
            rowSpacing: 8

            Txt {
                Layout.row: 0
                Layout.column: 0
                Layout.columnSpan: 2
                Layout.fillWidth: true
                visible: sheet.low && text !== ""
                text: sheet.title
                size: Theme.sub
                color: Theme.ink2
            }
            IconButton {
                objectName: "calendarBack"
                Layout.row: sheet.low ? 2 : 0
                Layout.column: 0
                symbol: "back"
                text: qsTr("上个月")
                onClicked: sheet.step(-1)
            }
            Txt {
                objectName: "calendarMonth"
                Layout.row: sheet.low ? 1 : 0
                Layout.column: sheet.low ? 0 : 1
                Layout.columnSpan: sheet.low ? 2 : 1
                Layout.fillWidth: true
                horizontalAlignment: sheet.low ? Text.AlignLeft : Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: new Date(grid.year, grid.month, 1).toLocaleDateString(Qt.locale(), qsTr("yyyy 年 M 月"))
                strong: true
            }
            IconButton {
                objectName: "calendarForward"
                Layout.row: sheet.low ? 2 : 0
                Layout.column: sheet.low ? 1 : 2
                symbol: "forward"
                text: qsTr("下个月")
                onClicked: sheet.step(1)
            }
            IconButton {
                objectName: "calendarClose"
                Layout.row: 3
                Layout.column: 0
                visible: sheet.low
                symbol: "close"
                text: qsTr("关闭")
                onClicked: sheet.close()
            }
        }
        DayOfWeekRow {
            Layout.fillWidth: true
            visible: !sheet.low
            locale: grid.locale
            topPadding: 0
            bottomPadding: 0

            delegate: Txt {
                required property string shortName

                text: shortName
                size: Theme.caption
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.NoWrap
                color: Theme.ink2
            }
        }
        MonthGrid {
            id: grid

            locale: Qt.locale(Settings.language === "en" ? "en_GB" : "zh_CN")

            Layout.fillWidth: true
            Layout.preferredHeight: sheet.low ? 6 * Theme.touch + 5 * spacing : 6 * 60
            spacing: 2

            delegate: ActionButton {
                required property date date
                required property int day
                required property int month
                required property bool today

                kind: sheet.textOf(date) === sheet.chosen ? "primary" : today ? "plain" : "quiet"
                leftPadding: 2
                rightPadding: 2
                // A day's two figures stand on one line at any size of text.
                font.pixelSize: Math.min(Theme.body, Math.floor((grid.width / 7 - 8) / 1.25))
                text: day
                opacity: month === grid.month ? 1 : 0.62
                Accessible.name: sheet.textOf(date)
                onClicked: {
                    sheet.picked(sheet.textOf(date));
                    sheet.close();
                }
            }
        }
    }
}
