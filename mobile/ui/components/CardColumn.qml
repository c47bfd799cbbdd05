import QtQuick
import QtQuick.Layouts
import Plumbline

// A titled column of cards. Where there are none, a sentence stands instead.
Column {
    id: column

    required property string title
    required property RowModel model
    required property string cardName
    property string emptyText: ""
    property string remark: ""
    default property alias below: extra.data

    // Beside a card that has a site stands the way to that site's page.
    property bool sitesOffered: false

    signal picked(string id)
    signal siteAsked(string site)

    spacing: 12

    Txt {
        width: parent.width
        text: column.model.count > 0 ? column.title + " " + column.model.count : column.title
        size: Theme.label
        strong: true
        color: Theme.ink2
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: column.model

        ListCard {
            id: card

            required property int index
            required property string id
            required subtitle
            required leftText
            required rightText
            required rightTone
            required edge
            required progress
            required property string site
            readonly property bool sited: column.sitesOffered && site !== ""

            objectName: column.cardName + index
            width: column.width
            rightPadding: sited ? 60 : 0
            onClicked: column.picked(id)

            IconButton {
                objectName: column.cardName + card.index + "Site"
                x: parent.width - width - 4
                y: 4
                visible: card.sited
                symbol: "go"
                text: qsTr("去 %1").arg(card.title)
                onClicked: column.siteAsked(card.site)
            }
        }
    }
    DashedNote {
        width: parent.width
        visible: column.model.count === 0 && column.emptyText !== ""
        text: column.emptyText
    }
    DashedNote {
        width: parent.width
        visible: column.model.count > 0 && column.remark !== ""
        text: column.remark
    }
    Column {
        id: extra

        width: parent.width
        spacing: 12
    }
}
