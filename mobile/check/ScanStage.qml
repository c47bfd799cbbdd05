import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Plumbline

// Looks for a code in what the camera sees. One that keeps its check is entered at once; one that does not, or that
// stands elsewhere already, is shown with the reason, and the person decides.
Popup {
    id: stage

    required property CameraModel camera
    required property CheckCodes codes
    readonly property bool asking: codes.code !== "" || codes.codes.length > 0

    signal fileAsked(string question)
    signal told(string sentence)

    function begin(question: string) {
        codes.begin(question);
        camera.open("");
        camera.scan(true);
        open();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 800
    height: parent ? parent.height : 600
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape

    onClosed: {
        camera.close();
        codes.end();
    }

    background: Rectangle {
        color: Theme.stage
    }
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("扫码：%1").arg(stage.codes.label)

        Connections {
            target: stage.camera

            function onCodesRead(found: var) {
                stage.codes.see(found);
            }
        }
        Connections {
            target: stage.codes

            function onEntered(code: string, sentence: string) {
                stage.close();
                stage.told(sentence);
            }
        }
        Item {
            id: head

            width: parent.width
            height: Math.max(64, words.implicitHeight + 16)

            IconButton {
                id: leave

                objectName: "scanClose"
                x: 8
                anchors.verticalCenter: parent.verticalCenter
                symbol: "back"
                ink: Theme.paperWhite
                text: qsTr("返回检查")
                onClicked: stage.close()
            }
            Column {
                id: words

                x: leave.x + leave.width + 8
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - tools.width - 24

                Txt {
                    width: parent.width
                    text: qsTr("扫码：%1").arg(stage.codes.label)
                    size: Theme.label
                    strong: true
                    color: Theme.paperWhite
                    Accessible.role: Accessible.Heading
                }
                Txt {
                    width: parent.width
                    visible: text !== ""
                    text: stage.codes.wanted
                    size: Theme.caption
                    color: Theme.paperWhite
                }
            }
            Row {
                id: tools

                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter

                IconButton {
                    objectName: "scanTorch"
                    visible: stage.camera.hasTorch
                    symbol: "torch"
                    ink: stage.camera.torch ? Theme.part : Theme.paperWhite
                    text: stage.camera.torch ? qsTr("关灯") : qsTr("开灯")
                    onClicked: stage.camera.torch = !stage.camera.torch
                }
                IconButton {
                    objectName: "scanFile"
                    symbol: "photo"
                    ink: Theme.paperWhite
                    text: qsTr("从照片读码：%1").arg(stage.codes.label)
                    onClicked: {
                        const question = stage.codes.question;
                        stage.close();
                        stage.fileAsked(question);
                    }
                }
            }
        }
        Viewfinder {
            y: head.height
            width: parent.width
            height: parent.height - y - (stage.asking ? card.height : 0)
            camera: stage.camera
            aiming: !stage.asking
            footRoom: hint.visible ? hint.height + 24 : 0

            // On a ground of its own: a picture may be as light as the words.
            Rectangle {
                id: hint

                anchors.bottom: parent.bottom
                anchors.bottomMargin: 12
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(hintWords.implicitWidth + 32, parent.width - 32)
                height: hintWords.height + 12
                radius: Theme.radiusSmall
                visible: stage.camera.state === "running" && !stage.asking
                color: Theme.photoVeil

                Txt {
                    id: hintWords

                    anchors.centerIn: parent
                    width: parent.width - 32
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("把码放进框里，读出来会自己填上")
                    size: Theme.label
                    color: Theme.paperWhite
                }
            }
        }
        Rectangle {
            id: card

            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.min(found.implicitHeight + 40, parent.height * 0.7)
            visible: stage.asking
            color: Theme.card

            Flickable {
                anchors.fill: parent
                anchors.margins: 20
                contentHeight: found.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds

                Column {
                    id: found

                    width: parent.width
                    spacing: 14

                    Txt {
                        objectName: "scanCode"
                        width: parent.width
                        visible: text !== ""
                        text: stage.codes.code
                        size: Theme.heading
                        strong: true
                        wrapMode: Text.WrapAnywhere
                    }
                    Notice {
                        objectName: "scanDoubt"
                        width: parent.width
                        visible: stage.codes.doubt !== ""
                        text: stage.codes.doubt
                    }
                    Txt {
                        width: parent.width
                        visible: stage.codes.codes.length > 0
                        text: qsTr("画面里有 %n 个码，用哪一个？", "", stage.codes.codes.length)
                        strong: true
                    }
                    Repeater {
                        model: stage.codes.codes

                        ActionButton {
                            required property string modelData
                            required property int index

                            objectName: "scanned" + index
                            width: found.width
                            minimumHeight: Theme.row
                            symbol: "barcode"
                            text: modelData
                            onClicked: stage.codes.pick(modelData)
                        }
                    }
                    Flow {
                        width: parent.width
                        spacing: 12

                        ActionButton {
                            objectName: "scanAgain"
                            width: Math.min(implicitWidth, parent.width)
                            kind: "primary"
                            symbol: "refresh"
                            text: qsTr("再扫一次")
                            onClicked: stage.codes.again()
                        }
                        ActionButton {
                            objectName: "scanAnyway"
                            width: Math.min(implicitWidth, parent.width)
                            visible: stage.codes.code !== ""
                            text: qsTr("仍然填入")
                            onClicked: stage.codes.takeAnyway()
                        }
                    }
                }
            }
        }
    }
}
