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

std::string plotsDocument() {
    std::string villages;
    for (int i = 1; i <= 20; ++i) {
        const std::string number = std::to_string(i);
        villages += (i > 1 ? "," : "") + (R"({"name":"v)" + number) + R"(","label":{"zh":"村 )" + number +
                    R"(","en":"Village )" + number + R"("}})";
    }
    return R"j({"format":1,"id":"plots","version":"1","kind":"supervision","languages":["zh","en"],"title":{"zh":"地块","en":"Plots"},
"grades":[{"id":"done","tone":"pass","label":{"zh":"已核","en":"Done"}}],
"sections":[{"id":"s","title":"产量","items":[
{"id":"1","points":10,"text":"各地块产量","rule":{"kind":"ratio","of":"total","target":100},"questions":[
  {"id":"plots","type":"repeat","label":{"zh":"地块","en":"Plot"},"questions":[
    {"id":"area","type":"decimal","unit":{"zh":"亩","en":"mu"},"label":{"zh":"面积","en":"Area"},"constraint":". <= 15","constraint_message":{"zh":"不超过 15 亩","en":"At most 15 mu"}},
    {"id":"per","type":"decimal","label":{"zh":"亩产","en":"Yield"},"required":false,"default":"10"},
    {"id":"crop","type":"select_one","label":{"zh":"作物","en":"Crop"},"required":false,"choices":[{"name":"rape","label":{"zh":"油菜","en":"Rape"}},{"name":"oats","label":{"zh":"燕麦","en":"Oats"}}]},
    {"id":"yield","type":"hidden","label":"产量","calculation":"${area} * ${per}"}]},
  {"id":"total","type":"calculate","label":{"zh":"合计","en":"Together"},"calculation":"sum(${yield})"}]},
{"id":"2","points":0,"advisory":true,"text":"其他","rule":"record","questions":[
  {"id":"province","type":"select_one","label":"省","required":false,"choices":[{"name":"gs","label":"甘肃"},{"name":"qh","label":"青海"}]},
  {"id":"county","type":"select_one","label":"县","required":false,"choice_filter":"province = ${province}","choices":[{"name":"dh","label":"敦煌","columns":{"province":"gs"}},{"name":"hy","label":"湟源","columns":{"province":"qh"}}]},
  {"id":"best","type":"rank","label":"次序","required":false,"choices":[{"name":"a","label":"甲"},{"name":"b","label":"乙"},{"name":"c","label":"丙"}]},
  {"id":"at","type":"time","label":"时刻","required":false},
  {"id":"when","type":"dateTime","label":"何时","required":false},
  {"id":"place","type":"geopoint","label":"位置","required":false},
  {"id":"seen","type":"acknowledge","label":"已告知","required":false},
  {"id":"half","type":"range","label":"一半","parameters":"start=0 end=1 step=0.5","required":false},
  {"id":"said","type":"audio","label":"录音","required":false},
  {"id":"village","type":"select_one","label":"村","required":false,"choices":[)j" +
           villages + R"j(]},
  {"id":"fixed","type":"text","label":"说明","default":"这一段是给定的文字，不能改","read_only":true},
  {"id":"soil","type":"group","label":"土壤","questions":[{"id":"ph","type":"decimal","label":"pH","required":false},{"id":"wet","type":"integer","label":"湿度","required":false}]},
  {"id":"greet","type":"note","label":{"zh":"${province}的县","en":"County in ${province}"}}]}]}]})j";
}

}  // namespace plumb::test
