// A checklist with a repeat: plots, what they yield, and what that earns.
#pragma once

#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/session/session.h"
#include "tests/unit/checklist/small_checklist.h"

namespace plumb::checklist::test {

using Strings = std::vector<std::string>;

inline Instant noon() {
    return *parseInstant("2026-11-22T12:00:00.000+08:00");
}

// Three plots at most a hectare each; what they yield together earns the points.
inline const std::string kPlots = section(
    R"j({"id":"1","text":"各地块","points":10,"rule":{"kind":"band","of":"total","bands":[{"min":100,"points":10,"verdict":"pass"},{"points":0,"verdict":"fail"}]},"questions":[
{"id":"plots","type":"repeat","label":{"zh":"地块","en":"Plot"},"questions":[
  {"id":"area","type":"decimal","label":"面积","unit":"亩","constraint":". <= 15","constraint_message":"不超过 15 亩"},
  {"id":"per","type":"decimal","label":"亩产","unit":"kg","required":false,"default":"10"},
  {"id":"yield","type":"calculate","label":"产量","calculation":"${area} * ${per}"},
  {"id":"why","type":"text","label":"为何没有收成","relevant":"${yield} = 0"}]},
{"id":"total","type":"calculate","label":"合计","calculation":"sum(${yield})"
}]
},
{"id":"2","text":"份额","points":0,"advisory":true,"rule":"record","questions":[{"id":"said","type":"text","label":"备注","required":false}]})j");

inline std::shared_ptr<const Checklist> plots() {
    return loaded(document(kPlots));
}

inline Session filling(const std::shared_ptr<const Checklist>& checklist, Answers initial = {},
                       SessionOptions options = {}) {
    return Session(checklist, noon, std::move(initial), std::move(options));
}

inline Strings keys(const std::vector<ItemRow>& rows) {
    Strings out;
    for (const auto& row : rows) {
        const char* head = row.kind == ItemRow::Kind::repeat ? "+" : row.kind == ItemRow::Kind::instance ? "#" : "";
        out.push_back(head + row.key);
    }
    return out;
}

}  // namespace plumb::checklist::test
