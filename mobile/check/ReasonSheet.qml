import QtQuick
import Plumbline

// Asks for a reason in words; an empty one is not taken.
Sheet {
    id: sheet

    required property string label
    required property string name

    signal given(string reason)

    function show(text: string) {
        words.text = text;
        open();
        words.forceActiveFocus();
    }

    AreaField {
        id: words

        inputName: sheet.name
        width: parent.width
        label: sheet.label
        minimumLines: 3
        focus: true
        onEdited: text => words.text = text
    }
    ActionButton {
        objectName: sheet.name + "Save"
        anchors.right: parent.right
        kind: "primary"
        text: qsTr("确定")
        enabled: words.text.trim() !== "" && words.acceptable
        onClicked: {
            sheet.given(words.text);
            sheet.close();
        }
    }
}
