#include "tests/unit/store/documents.h"

namespace plumb::test {
namespace {

const std::string kHead =
    R"({"format":1,"id":"small","kind":"supervision","languages":["zh","en"],"title":{"zh":"小表","en":"Small"},)"
    R"("choices":{"two":[{"name":"pass","label":{"zh":"符合","en":"Conforms"},"verdict":"pass"},)"
    R"({"name":"fail","label":{"zh":"不符合","en":"Fails"},"verdict":"fail"}]},)"
    R"("grades":[{"id":"ok","tone":"pass","label":{"zh":"合格","en":"Good"}}],)";

std::string choiceItem(const std::string& id, const std::string& text) {
    return R"({"id":")" + id + R"(","points":5,"text":")" + text + R"(","questions":[{"id":")" + id +
           R"(_c","type":"select_one","choices":"two","label":"判定"}]})";
}

}  // namespace

std::string smallDocument(int version) {
    const std::string number = version == 1 ? "decimal" : "integer";
    std::string items = choiceItem("a", version == 1 ? "记录齐全" : "记录齐全并有签名");
    items += R"(,{"id":"b","points":5,"text":"间隔期","rule":"limits","questions":[{"id":"b_n","type":")" + number +
             R"(","label":"间隔","unit":{"zh":"天","en":"days"},"limits":{"min":3}}]})";
    items += R"(,{"id":"c","text":"原因","points":0,"advisory":true,"rule":"record","relevant":"${a_c} = 'fail'",)"
             R"("questions":[{"id":"c_t","type":"text","label":"为什么"}]})";
    items += "," + (version == 1 ? choiceItem("d", "标识") : choiceItem("e", "追溯码"));
    return kHead + R"("version":")" + std::to_string(version) +
           R"(","facts":[{"id":"product","type":"choice","label":{"zh":"产品","en":"Product"},"choices":[)"
           R"({"name":"vegetable","label":{"zh":"蔬菜","en":"Vegetables"}},{"name":"fruit","label":{"zh":"水果","en":"Fruit"}}]}],)"
           R"("sections":[{"id":"s1","title":"甲","items":[)" +
           items + "]}]}";
}

std::string largeDocument(int items) {
    std::string sections;
    for (int i = 0; i < items; ++i) {
        if (i % 25 == 0) {
            if (i > 0) sections += "]},";
            sections += R"({"id":"s)" + std::to_string(i / 25) + R"(","title":"S","items":[)";
        } else {
            sections += ",";
        }
        sections += choiceItem("i" + std::to_string(i), "T");
    }
    return kHead + R"("version":"1","sections":[)" + sections + "]}]}";
}

std::string nestedDocument() {
    std::string bonus = choiceItem("x", "加分");
    bonus.insert(1, R"("bonus":true,)");
    return kHead + R"("version":"1","sections":[{"id":"s1","title":"甲","items":[)" + choiceItem("a", "甲一") +
           R"(],"sections":[{"id":"s11","title":"甲之一","items":[)" + choiceItem("b", "乙") + "," +
           choiceItem("c", "丙") +
           R"(]},{"id":"s12","title":"甲之二","sections":[{"id":"s121","title":"更深","items":[)" +
           choiceItem("d", "丁") + R"(]}]}]},{"id":"j","title":"加分","items":[)" + bonus + "]}]}";
}

}  // namespace plumb::test
