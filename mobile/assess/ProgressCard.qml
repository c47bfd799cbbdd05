import QtQuick
import Plumbline

// How much is filled, whether that is ahead of the plan, and day by day.
Card {
    id: card

    required property AssessModel assess
    readonly property bool stacked: width < 520 * Theme.textScale

    implicitHeight: stacked ? figures.implicitHeight + 190 + 48 : Math.max(212, figures.implicitHeight + 36)

    Column {
        id: figures

        x: 20
        y: 18
        width: card.stacked ? card.width - 40 : Math.round(Math.max(190, 196 * Theme.textScale))
        spacing: 4

        Txt {
            text: qsTr("已填")
            size: Theme.sub
            color: Theme.ink2
        }
        Flow {
            width: parent.width
            spacing: 6

            Txt {
                objectName: "assessAnswered"
                text: card.assess.answered
                size: Math.round(Theme.figure * 1.1)
                strong: true
                lineHeight: 1
            }
            Txt {
                height: Math.round(Theme.figure * 1.1 * 1.2)
                verticalAlignment: Text.AlignBottom
                bottomPadding: Math.round(Theme.figure * 0.16)
                text: qsTr("/ %1 项").arg(card.assess.total)
                size: Theme.item
                color: Theme.ink2
            }
        }
        StatusWord {
            objectName: "assessPace"
            verdict: card.assess.paceTone
            text: card.assess.pace
            size: Theme.body
            strong: true
            maximumWidth: parent.width
        }
        Item { width: 1; height: 2 }
        Txt {
            width: parent.width
            text: [card.assess.files, card.assess.points].filter(one => one !== "").join("　")
            size: Theme.sub
            color: Theme.ink2
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: card.assess.forecast
            size: Theme.sub
            color: Theme.ink2
        }
    }
    PlanChart {
        objectName: "planChart"
        x: card.stacked ? 20 : figures.x + figures.width + 20
        y: card.stacked ? figures.y + figures.height + 12 : 14
        width: card.width - x - 20
        height: card.stacked ? 190 : card.height - y - 12
        bars: card.assess.bars
        weekends: card.assess.weekends
        span: card.assess.span
        total: card.assess.total
        first: card.assess.firstDay
        today: card.assess.today
        last: card.assess.lastDay
        bar: Theme.accent
        figure: Theme.accentInk
        line: Theme.ink2
        ground: Theme.line
        shade: Theme.sunlight ? "#E6E6E6" : Theme.line2
        ink: Theme.ink2
        family: Theme.family
        textSize: Math.min(Theme.caption, 20)
        Accessible.role: Accessible.Chart
        Accessible.name: card.assess.chartWords
    }
}
