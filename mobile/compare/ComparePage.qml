import QtQuick
import QtQuick.Layouts
import Plumbline

// Whether a colleague's device was shown the same log: this one's state as a code, white whatever the theme, and the
// other one's read by the camera or from a file.
FocusScope {
    id: page

    required property CompareModel compare
    required property CameraModel camera
    readonly property bool wide: width > 760 * Theme.textScale
    readonly property real side: Math.min(wide ? (grid.width - grid.columnSpacing) / 2 : grid.width, 460)

    signal back

    Component.onCompleted: {
        compare.show();
        if (camera.there) {
            camera.open("");
            camera.scan(true);
        }
    }
    Component.onDestruction: camera.close()

    Connections {
        target: page.camera

        function onCodesRead(found: var) {
            page.compare.see(found);
        }
    }
    TopBar {
        id: bar

        width: parent.width
        title: qsTr("和同事核对日志")
        subtitle: page.compare.state
        onBack: page.back()
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: grid.implicitHeight + 2 * Theme.edge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        GridLayout {
            id: grid

            x: page.wide ? 28 : Theme.space
            y: Theme.edge
            width: page.width - 2 * x
            columns: page.wide ? 2 : 1
            columnSpacing: 20
            rowSpacing: 16

            Notice {
                objectName: "compareSaid"
                Layout.fillWidth: true
                Layout.columnSpan: grid.columns
                visible: page.compare.said !== ""
                tone: page.compare.tone
                text: page.compare.said
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                Txt {
                    width: parent.width
                    text: qsTr("请同事用他的平板扫这个码")
                    size: Theme.label
                    strong: true
                }
                QrCode {
                    objectName: "compareCode"
                    width: page.side
                    height: page.side
                    text: page.compare.code
                    Accessible.role: Accessible.Graphic
                    Accessible.name: qsTr("本机日志状态的二维码")
                }
                ActionButton {
                    objectName: "compareWrite"
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "share"
                    text: qsTr("写成文件")
                    enabled: page.compare.code !== "" && !page.compare.busy
                    onClicked: folder.open()
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                Txt {
                    width: parent.width
                    text: page.camera.there ? qsTr("把镜头对准同事平板上的码") : qsTr("读同事的码")
                    size: Theme.label
                    strong: true
                }
                Viewfinder {
                    width: page.side
                    height: page.side
                    radius: Theme.radius
                    visible: page.camera.there
                    camera: page.camera
                }
                ActionButton {
                    objectName: "compareFile"
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "photo"
                    text: qsTr("选择文件或码的照片")
                    enabled: page.compare.code !== "" && !page.compare.busy
                    onClicked: file.open()
                }
                DashedNote {
                    width: parent.width
                    text: qsTr("服务器自己改不了已经入日志的内容，但可能给两个人看两份不同的日志。两台设备一核对就知道。码里只有条数和校验值，没有记录内容。")
                }
            }
        }
    }
    FileSheet {
        id: file

        pictures: false
        names: ["*.json", "*.txt", "*.png", "*.jpg", "*.jpeg", "*.webp"]
        onPicked: path => page.compare.takeFile(path)
    }
    FolderSheet {
        id: folder

        onPicked: path => page.compare.write(path)
    }
}
