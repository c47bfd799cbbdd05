import QtQuick
import QtQuick.Layouts
import Plumbline

// The site that is chosen on the map: what it is, how far, and what to do there.
Card {
    id: card

    required property MapModel map

    signal started
    signal detailsAsked
    signal toldNowhere

    implicitHeight: flow.implicitHeight + 32

    GridLayout {
        id: flow

        x: 20
        y: 16
        width: parent.width - 36
        columns: width > 620 * Theme.textScale ? 2 : 1
        columnSpacing: 20
        rowSpacing: 12

        Column {
            Layout.fillWidth: true
            spacing: 2

            Txt {
                objectName: "mapChosen"
                width: parent.width
                text: card.map.chosenName
                size: Theme.item
                strong: true
            }
            Txt {
                objectName: "mapChosenFacts"
                width: parent.width
                visible: text !== ""
                text: [card.map.chosenFacts, card.map.chosenAway].filter(part => part !== "").join(" · ")
                size: Theme.sub
                color: Theme.ink2
            }
            Txt {
                objectName: "mapChosenPoint"
                width: parent.width
                visible: text !== ""
                text: card.map.chosenPoint
                size: Theme.caption
                color: Theme.ink2
            }
        }
        Flow {
            Layout.fillWidth: flow.columns === 1
            Layout.preferredWidth: flow.columns === 1 ? 1 : details.implicitWidth + go.implicitWidth + start.implicitWidth + 2 * spacing
            spacing: 12

            ActionButton {
                id: details

                objectName: "mapDetails"
                width: Math.min(implicitWidth, parent.width)
                symbol: "info"
                text: qsTr("资料")
                onClicked: card.detailsAsked()
            }
            ActionButton {
                id: go

                objectName: "mapGo"
                width: Math.min(implicitWidth, parent.width)
                visible: card.map.chosenPoint !== ""
                symbol: "go"
                text: qsTr("导航")
                onClicked: {
                    if (!card.map.handOver())
                        card.toldNowhere();
                }
            }
            ActionButton {
                id: start

                objectName: "mapStart"
                width: Math.min(implicitWidth, parent.width)
                kind: "primary"
                text: qsTr("开始检查")
                onClicked: card.started()
            }
        }
    }
}
