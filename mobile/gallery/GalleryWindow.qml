import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Plumbline

// plumbline --gallery: every component in every state, in the theme, language and size chosen above.
ApplicationWindow {
    id: window

    visible: true
    title: qsTr("准绳 · 组件")
    color: Theme.paper
    font.family: Theme.family

    header: Rectangle {
        height: bar.implicitHeight + 16
        color: Theme.card

        Flow {
            id: bar

            x: 20
            y: 8
            width: parent.width - 40
            spacing: 12

            Segmented {
                options: [qsTr("浅色"), qsTr("深色"), qsTr("阳光下")]
                names: ["themeLight", "themeDark", "themeSunlight"]
                current: ["light", "dark", "sunlight"].indexOf(Theme.mode)
                onPicked: index => Settings.theme = ["light", "dark", "sunlight"][index]
            }
            Segmented {
                options: ["100%", "150%", "200%"]
                names: ["text100", "text150", "text200"]
                current: [1, 1.5, 2].indexOf(Settings.textScale)
                onPicked: index => Settings.textScale = [1, 1.5, 2][index]
            }
            LanguageChoice {}
        }
    }
    Flickable {
        objectName: "gallery"
        anchors.fill: parent
        contentHeight: chapters.implicitHeight + 48
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: chapters

            x: 24
            y: 24
            width: parent.width - 48
            spacing: 32

            GalleryButtons { width: parent.width }
            GalleryAnswers { width: parent.width }
            GalleryFields { width: parent.width }
            GalleryMedia { width: parent.width }
            GalleryCards { width: parent.width }
            GalleryRecord { width: parent.width }
            GalleryPads { width: parent.width }
        }
    }
}
