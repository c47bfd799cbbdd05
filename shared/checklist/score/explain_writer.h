// Writes one language's sentences about an evaluation; inside the room only (explain.h is what others use).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/score/missing.h"

namespace plumb::checklist {

class ExplanationWriter {
  public:
    // `evaluation` must outlive it; REQUIRES: it is settled, and stays so.
    ExplanationWriter(const Evaluation& evaluation, std::string_view language)
        : m_evaluation(evaluation), m_checklist(evaluation.checklist()), m_language(language), m_zh(language == "zh") {}

    // explain.cpp
    [[nodiscard]] std::string item(std::size_t index) const;
    [[nodiscard]] std::string limits(const Limits& limits, const std::string& unit) const;
    [[nodiscard]] std::string limits(const Question& question) const;
    [[nodiscard]] std::string missing(std::size_t index, Missing::What what, std::optional<std::size_t> question) const;

  private:
    // Picks.
    [[nodiscard]] std::string say(std::string zh, std::string en) const { return m_zh ? std::move(zh) : std::move(en); }
    [[nodiscard]] std::string points(Points value) const;
    [[nodiscard]] std::string bracketed(const std::string& text) const {
        return say("（" + text + "）", " (" + text + ")");
    }
    [[nodiscard]] std::string colon() const { return say("：", ": "); }
    [[nodiscard]] std::string unit(const Question& question) const;
    [[nodiscard]] std::string bound(const Bound& bound) const;
    [[nodiscard]] std::string labelOf(std::size_t question, std::string_view value) const;
    [[nodiscard]] std::string measured(std::size_t index) const;
    [[nodiscard]] std::string verdict(Verdict verdict) const;
    [[nodiscard]] std::string notRelevant(std::size_t index) const;
    [[nodiscard]] std::string notApplicable(std::size_t index) const;
    [[nodiscard]] std::string unneeded(const Item& item) const;
    [[nodiscard]] std::string afterthought(const Item& item, const Outcome& outcome) const;

    // explain_rule.cpp: "得 4 分" and how: " = 8 × 0.5（…）" or "：…".
    [[nodiscard]] std::string earned(const Item& item, const Outcome& outcome) const;
    [[nodiscard]] std::string byRule(const Item& item, const Outcome& outcome, bool counts) const;
    [[nodiscard]] std::string choice(const Item& item, bool counts) const;
    [[nodiscard]] std::string measurements(const Item& item) const;
    [[nodiscard]] std::string deducted(const Item& item, const Outcome& outcome, bool counts) const;
    [[nodiscard]] std::string counted(const Item& item, const Outcome& outcome) const;
    [[nodiscard]] std::string band(const Item& item, const Outcome& outcome) const;
    [[nodiscard]] std::string bounds(const Item& item) const;
    [[nodiscard]] std::string ratio(const Item& item, const Outcome& outcome, bool counts) const;
    // "厚度 0.011 mm", or "均值 0.011 mm（3 个样本）".
    [[nodiscard]] std::string quantity(const Rule& rule) const;
    [[nodiscard]] std::string unitOf(const Rule& rule) const;

    const Evaluation& m_evaluation;
    const Checklist& m_checklist;
    std::string m_language;
    bool m_zh;
};

}  // namespace plumb::checklist
