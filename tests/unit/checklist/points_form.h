// Documents for the twenty points that a scoring engine must express: sections, facts and rules spelled out by a test.
#pragma once

#include "shared/checklist/session/session.h"
#include "tests/unit/checklist/small_checklist.h"

namespace plumb::checklist::test {

inline const std::string kGrades =
    R"([{"id":"good","label":"G","tone":"pass","when":[{"percent":{"min":80}}]},{"id":"poor","label":"P","tone":"fail"}])";

// `more` are further members of the document, each followed by a comma.
inline std::string formOf(const std::string& sections, const std::string& scoring = "",
                          const std::string& grades = kGrades, const std::string& more = "") {
    return R"({"id":"t","version":"1","kind":"test","languages":["zh","en"],"title":"T",)" + more +
           R"("choices":{"three":[{"name":"pass","label":"符合","verdict":"pass"},{"name":"part","label":"部分","verdict":"part","share":0.5},{"name":"fail","label":"不符合","verdict":"fail"}],)"
           R"("need":[{"name":"pass","label":"有","verdict":"pass"},{"name":"absent","label":"应有而无","absent":true}]},)"
           R"("grades":)" +
           grades + R"(,"scoring":{)" + scoring + R"(},"sections":[)" + sections + "]}";
}
// A plain item with three choices in a question q<id>; `more` are members, each led by a comma.
inline std::string choiceItem(const std::string& id, const std::string& more) {
    return R"({"id":")" + id + R"(","text":"T","questions":[{"id":"q)" + id +
           R"(","type":"select_one","choices":"three","label":"Q"}])" + more + "}";
}
inline std::string ruledItem(const std::string& id, const std::string& points, const std::string& rule,
                             const std::string& questions, const std::string& more = "") {
    return R"({"id":")" + id + R"(","text":"T","points":)" + points + R"(,"rule":)" + rule + R"(,"questions":[)" +
           questions + "]" + more + "}";
}
inline std::string number(const std::string& id, const std::string& more = "") {
    return R"({"id":")" + id + R"(","type":"decimal","label":")" + id + "\"" + more + "}";
}
inline std::string sectionWith(const std::string& id, const std::string& items, const std::string& more = "") {
    return R"({"id":")" + id + R"(","title":")" + id + R"(","items":[)" + items + "]" + more + "}";
}

inline Score scored(const Checklist& checklist, const Answers& given) {
    const auto score = scoreAnswers(checklist, given);
    if (!score) FAIL(score.error().detail);
    return *score;
}
inline const ItemScore& itemOf(const Score& score, const std::string& id) {
    for (const auto& item : score.items) {
        if (item.id == id) return item;
    }
    FAIL("no item " + id);
    return score.items.front();
}
inline Instant noon() {
    return *parseInstant("2026-11-22T12:00:00.000+08:00");
}

}  // namespace plumb::checklist::test
