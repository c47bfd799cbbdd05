import QtQuick
import Plumbline

// To which printer; where there is none, that is said, and saving is offered.
Sheet {
    id: sheet

    required property PapersModel papers

    signal saveAsked

    title: qsTr("打印")

    Txt {
        objectName: "noPrinter"
        width: parent.width
        visible: sheet.papers.printers.length === 0
        text: qsTr("这台平板没有连着打印机。可以把文书存到 U 盘或别的文件夹，拿到有打印机的电脑上打印：内容一模一样。")
    }
    Repeater {
        model: sheet.papers.printers

        ActionButton {
            required property string modelData
            required property int index

            objectName: "printer" + index
            width: parent.width
            symbol: "records"
            text: modelData
            onClicked: {
                sheet.papers.print(modelData);
                sheet.close();
            }
        }
    }
    ActionButton {
        objectName: "saveInstead"
        width: parent.width
        visible: sheet.papers.printers.length === 0
        kind: "primary"
        symbol: "folder"
        text: qsTr("保存")
        onClicked: {
            sheet.close();
            sheet.saveAsked();
        }
    }
}
