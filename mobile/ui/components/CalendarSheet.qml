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

    wish: 520

    RowLayout {
        width: parent.width

        IconButton {
            symbol: "back"
            text: qsTr("上个月")
            onClicked: sheet.step(-1)
        }
        Txt {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1 年 %2 月").arg(grid.year).arg(grid.month + 1)
            strong: true
        }
        IconButton {
            symbol: "forward"
            text: qsTr("下个月")
            onClicked: sheet.step(1)
        }
    }
    MonthGrid {
        id: grid

        width: parent.width
        height: 6 * 60
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
