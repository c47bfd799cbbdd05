import QtQuick
import QtQuick.Layouts
import Plumbline

// Questions answered by choice: unanswered, each verdict chosen, not applicable, several at once.
Column {
    width: 1200
    spacing: 16

    Txt { text: qsTr("答案"); size: Theme.heading; strong: true }
    Repeater {
        model: ["", "pass", "part", "fail", "na"]

        ChoiceQuestion {
            required property string modelData

            width: parent.width
            questionId: "sample" + modelData
            label: ""
            hint: ""
            value: modelData
            choices: GallerySamples.verdicts
            multiple: false
            judges: true
            optional: false
            naAllowed: true
            na: modelData === "na"
        }
    }
    ChoiceQuestion {
        width: parent.width
        questionId: "many"
        label: qsTr("缺少或不足的内容")
        hint: qsTr("可以多选")
        value: "a c"
        choices: GallerySamples.many
        multiple: true
        judges: false
        optional: true
        naAllowed: false
        na: false
    }
    ItemRowButton { width: parent.width; no: "2.2"; label: qsTr("农药使用记录要素齐全，保存不少于两年"); verdict: "pass"; score: "4 / 4"; remark: ""; missing: "" }
    ItemRowButton { width: parent.width; no: "2.3"; label: qsTr("采收日与末次施药日的间隔不少于标签规定的安全间隔期"); verdict: "fail"; score: "0 / 8"; remark: "key"; missing: qsTr("缺 1 张照片") }
    ItemRowButton { width: parent.width; no: "2.4"; label: qsTr("棚内温湿度有记录"); verdict: ""; score: "—"; remark: ""; missing: "" }
}
