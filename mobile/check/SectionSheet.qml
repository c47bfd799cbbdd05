import QtQuick
import Plumbline

// The sections to go to, where large text leaves no room for them above the items.
Sheet {
    id: sheet

    required property CheckModel check

    title: qsTr("章节")
    wish: 560

    Column {
        width: parent.width
        spacing: 4

        Repeater {
            model: sheet.check.outline.sections

            SectionButton {
                required property string id
                required depth

                objectName: sheet.opened ? "section_" + id : ""
                width: parent.width
                current: id === sheet.check.place.sectionId
                onClicked: {
                    sheet.close();
                    sheet.check.place.goToSection(id);
                }
            }
        }
    }
}
