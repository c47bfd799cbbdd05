import QtQuick
import Plumbline

// To whom a section is assigned: the people of the enterprise, whoever holds the device first. A tap on a name signs.
Sheet {
    id: sheet

    required property AssessModel assess
    required property string person

    function ask(section: string) {
        assess.choosePerson(section);
        open();
    }

    wish: 520
    title: qsTr("派给谁 · %1").arg(assess.assigning)

    Txt {
        objectName: "assignedNow"
        width: parent.width
        visible: text !== ""
        text: sheet.assess.assignedNow
        size: Theme.label
    }
    Txt {
        width: parent.width
        text: qsTr("点一个名字，就以“%1”的名义签名，联网后同事看得到。派给谁都不妨碍别人填。").arg(sheet.person)
        size: Theme.sub
        color: Theme.ink2
    }
    Column {
        width: parent.width
        spacing: 8

        Repeater {
            model: sheet.assess.colleagues

            PersonChoice {
                required property string id

                objectName: "assignTo_" + id
                width: parent.width
                enabled: !sheet.assess.busy && !chosen
                onClicked: {
                    sheet.close();
                    sheet.assess.assign(id);
                }
            }
        }
    }
    DashedNote {
        width: parent.width
        visible: sheet.assess.colleagues.count === 1
        text: qsTr("本企业只有您一个人登记了设备。请管理员给同事发邀请，登记并同步以后就能派给他们。")
    }
    ActionButton {
        objectName: "assignNobody"
        visible: sheet.assess.assignedNow !== ""
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("不再派给谁")
        enabled: !sheet.assess.busy
        onClicked: {
            sheet.close();
            sheet.assess.assign("");
        }
    }
}
