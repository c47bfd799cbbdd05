import QtQuick
import Plumbline

// Several codes were in one picture: the person says which one is meant.
Sheet {
    id: sheet

    required property CheckModel check
    property string question: ""
    property list<string> codes

    function ask(of: string, found: var) {
        question = of;
        codes = found;
        open();
    }

    title: qsTr("图中有 %n 个码，用哪一个？", "", codes.length)

    Repeater {
        model: sheet.codes

        ActionButton {
            required property string modelData
            required property int index

            objectName: "code" + index
            width: parent.width
            minimumHeight: Theme.row
            symbol: "barcode"
            text: modelData
            onClicked: {
                sheet.check.editor.answer(sheet.question, modelData);
                sheet.close();
            }
        }
    }
}
