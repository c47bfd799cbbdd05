// Small documents for tests: a frame around items or questions that a test spells out, and answers in one line.
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"

namespace plumb::checklist::test {

inline const std::string kFrame = R"({"id":"t","version":"1","kind":"test","languages":["zh","en"],"title":"T",
"choices":{"three":[{"name":"pass","label":"符合","verdict":"pass"},{"name":"part","label":"部分","verdict":"part","share":0.5},{"name":"fail","label":"不符合","verdict":"fail"}],
"yn":[{"name":"yes","label":"是"},{"name":"no","label":"否"}]},
"grades":[{"id":"vetoed","label":"V","tone":"fail","when":[{"vetoes":{"min":1}}]},{"id":"good","label":"G","tone":"pass","when":[{"percent":{"min":80}}]},{"id":"poor","label":"P","tone":"fail"}],
"scoring":{SCORING},"sections":[SECTIONS]})";

// `sections` and `scoring` are JSON; quotation marks may be written as '.
inline std::string document(std::string sections, std::string scoring = "\"veto\":\"vetoed\"") {
    std::string out = kFrame;
    out.replace(out.find("SCORING"), 7, scoring);
    out.replace(out.find("SECTIONS"), 8, sections);
    return out;
}
inline std::string section(const std::string& items) {
    return R"({"id":"s","title":"S","items":[)" + items + "]}";
}

inline std::shared_ptr<const Checklist> loaded(const std::string& text) {
    const auto result = loadChecklist(text);
    if (!result) FAIL(result.error().detail);
    return *result;
}

inline Answers answers(std::initializer_list<std::pair<const std::string, std::string>> values) {
    Answers out;
    out.values = values;
    return out;
}

inline std::string fileText(const std::string& path) {
    std::ifstream file(std::string(PLUMB_SOURCE_DIR "/") + path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace plumb::checklist::test
