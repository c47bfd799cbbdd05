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
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                Txt {
                    Layout.fillWidth: true
                    text: qsTr("请同事用他的平板扫这个码")
                    size: Theme.label
                    strong: true
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: square.height + 24
                    radius: Theme.radius
                    color: "white"

                    QrCode {
                        id: square

                        objectName: "compareCode"
                        anchors.centerIn: parent
                        width: Math.min(parent.width - 24, 460)
                        height: width
                        text: page.compare.code
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("本机日志状态的二维码")
                    }
                }
                ActionButton {
                    objectName: "compareWrite"
                    symbol: "cloud-up"
                    text: qsTr("写成文件")
                    enabled: page.compare.code !== "" && !page.compare.busy
                    onClicked: folder.open()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 12

                Txt {
                    Layout.fillWidth: true
                    text: page.camera.there ? qsTr("把镜头对准同事平板上的码") : qsTr("读同事的码")
                    size: Theme.label
                    strong: true
                }
                Viewfinder {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.min(width, 484)
                    visible: page.camera.there
                    camera: page.camera
                    aiming: true
                }
                ActionButton {
                    objectName: "compareFile"
                    symbol: "photo"
                    text: qsTr("选择文件或码的照片")
                    enabled: page.compare.code !== "" && !page.compare.busy
                    onClicked: file.open()
                }
                DashedNote {
                    Layout.fillWidth: true
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
