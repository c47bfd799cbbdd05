// Why an item has the score it has, and other sentences of the engine, in Chinese and English. REQUIRES everywhere: the
// evaluation is settled.
#pragma once

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/score/missing.h"

namespace plumb::checklist {

// "得 4 分 = 8 × 0.5（部分符合）", "4 points = 8 × 0.5 (partly conforms)".
LocalText explainItem(const Evaluation& evaluation, std::size_t item);

// "≥ 7 天", "5.5 – 8.5"; empty where the question has no limits.
LocalText limitsText(const Evaluation& evaluation, std::size_t question);

// A template with the answers put in.
LocalText render(const Template& text, const Evaluation& evaluation);

// "未填写检查对象情况：海拔".
LocalText missingFact(const Fact& fact);

LocalText missingSentence(const Evaluation& evaluation, std::size_t item, Missing::What what,
                          std::optional<std::size_t> question);

}  // namespace plumb::checklist
