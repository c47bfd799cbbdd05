#include "tests/bench/field_checklist.h"

namespace plumb::bench {

namespace {

const std::string kHead =
    R"("format":1,"version":"1","kind":"supervision","languages":["zh","en"],)"
    R"("choices":{"three":[{"name":"pass","label":{"zh":"符合","en":"Conforms"},"verdict":"pass"},)"
    R"({"name":"part","label":{"zh":"部分符合","en":"In part"},"verdict":"part","share":0.5},)"
    R"({"name":"fail","label":{"zh":"不符合","en":"Does not conform"},"verdict":"fail"}]},)"
    R"("grades":[{"id":"good","tone":"pass","label":{"zh":"良好","en":"Good"},"when":[{"percent":{"min":80}}]},)"
    R"({"id":"low","tone":"fail","label":{"zh":"需整改","en":"To be put right"}}],)";

std::string text(const std::string& zh, const std::string& en) {
    return R"({"zh":")" + zh + R"(","en":")" + en + R"("})";
}

// What each item has beside its questions.
std::string facts(const std::string& n, const std::string& no, bool conditional, const std::string& condition) {
    return R"("id":"i)" + n + R"(","no":")" + no + R"(","points":2,"text":)" +
           text("投入品出入库登记、标签与现场存放的品种数量一致，临期和过期的单独存放并有处置记录（" + n + "）",
                "The book of inputs, the labels and what stands in the store agree in kind and amount (" + n + ")") +
           R"(,"guidance":)" +
           text(
               "逐件查看库房、棚头、机具间，不只看货架；核对标签上的登记证号、有效成分、生产企业。空瓶和已开封的也算在"
               "内。",
               "Look at every piece in the store and among the machines; check registration number and maker.") +
           R"(,"standards":[{"ref":"农药管理条例","title":)" + text("农药管理条例", "Regulation on pesticides") +
           R"(,"force":"mandatory"}],"evidence":{"photosWhenFailed":1})" +
           (conditional ? R"(,"relevant":")" + condition + R"(")" : "") + R"(,"finding":{"text":)" +
           text("现场所见：${w" + n + "}。", "Seen on the spot: ${w" + n + "}.") + R"(,"severity":"minor","days":7})";
}

std::string questions(int number) {
    const std::string n = std::to_string(number);
    std::string out = R"({"id":"q)" + n + R"(","type":"select_one","choices":"three","label":)" +
                      text("登记与现场", "Book and store") + R"(},{"id":"w)" + n + R"(","type":"text","label":)" +
                      text("见到什么、何处", "What was seen, and where") + R"(,"multiline":true,"relevant":"${q)" + n +
                      R"(} = 'part' or ${q)" + n + R"(} = 'fail'"})";
    if (number % 5 == 0) {
        out += R"(,{"id":"m)" + n + R"(","type":"decimal","required":false,"unit":)" + text("天", "days") +
               R"(,"label":)" + text("安全间隔期", "Interval before harvest") +
               R"(,"constraint":". >= 0 and . <= 365","constraint_message":)" + text("0 到 365 天", "0 to 365 days") +
               "}";
    }
    if (number % 7 == 0 && number >= 7) {
        const std::string before = std::to_string(number - number % 5);
        out += R"(,{"id":"c)" + n + R"(","type":"hidden","label":"c","calculation":"if(${m)" + before +
               R"(} != '', ${m)" + before + R"j(} * 2, 0)"})j";
    }
    return out;
}

}  // namespace

std::string fieldChecklist(const std::string& id, int items, int groups) {
    std::string sections;
    for (int group = 0; group < groups; ++group) {
        const int first = items * group / groups, end = items * (group + 1) / groups;
        if (group > 0) sections += ",";
        sections += R"({"id":"s)" + std::to_string(group) + R"(","title":)" +
                    text("第 " + std::to_string(group + 1) + " 组 投入品管理", "Group " + std::to_string(group + 1)) +
                    R"(,"items":[)";
        for (int i = first; i < end; ++i) {
            if (i > first) sections += ",";
            const std::string no = std::to_string(group + 1) + "." + std::to_string(i - first + 1);
            sections += "{" +
                        facts(std::to_string(i), no, i == first + 3, "${q" + std::to_string(first) + "} != 'fail'") +
                        R"(,"questions":[)" + questions(i) + "]}";
        }
        sections += "]}";
    }
    return R"({"id":")" + id + R"(","title":)" + text("现场检查表", "Field checklist") + "," + kHead +
           R"("sections":[)" + sections + "]}";
}

}  // namespace plumb::bench
