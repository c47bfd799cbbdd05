import QtQuick
import Plumbline

// The sections to go to, what lacks, and the review: where large text leaves no room for them around the items.
Sheet {
    id: sheet

    required property CheckModel check

    signal reviewed

    title: qsTr("章节")
    wish: 560

    ActionButton {
        objectName: sheet.opened ? "nextMissing" : ""
        width: parent.width
        enabled: sheet.check.totals.lacking > 0
        text: sheet.check.totals.lacking > 0 ? qsTr("跳到漏项  %1").arg(sheet.check.totals.lacking) : qsTr("没有漏项")
        onClicked: {
            sheet.close();
            sheet.check.place.nextMissing();
        }
    }
    ActionButton {
        objectName: sheet.opened ? "review" : ""
        width: parent.width
        text: sheet.check.assessing ? qsTr("提交前核对") : qsTr("签字前核对")
        onClicked: {
            sheet.close();
            sheet.reviewed();
        }
    }
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
