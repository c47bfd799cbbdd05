// The loader's parts: one reads the document's outline, one items, one questions, one rules, one scoring. What refers
// to something that may stand later in the document (questions, grades) is resolved when everything has been read.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model.h"
#include "shared/checklist/reader.h"

namespace plumb::checklist {

class DocumentLoader {
  public:
    DocumentLoader(Checklist& out, ReadContext& context) : m_out(out), m_context(context) {}

    void read(const json::value& document);

  private:
    // document_loader.cpp
    void readLanguages(ObjectReader& document);
    void readSections(ObjectReader& document);
    void readSection(const json::value& value, const std::string& path);
    void checkTotals();
    bool claim(std::map<std::string, std::string>& names, const std::string& name, const std::string& path);

    // load_item.cpp
    void readItem(const json::value& value, const std::string& path, std::size_t section);
    void readStandards(ObjectReader& item, Item& out);
    void readEvidence(ObjectReader& item, Item& out);
    void readFinding(ObjectReader& item, std::size_t index);

    // load_question.cpp
    void readLists(ObjectReader& document);
    std::vector<Choice> readChoices(const json::array& array, const std::string& path);
    void readQuestion(const json::value& value, const std::string& path, std::size_t item);
    void readChoicesOf(ObjectReader& question, Question& out);
    void readRequired(ObjectReader& question, std::size_t index);

    // load_rule.cpp
    void readRule(ObjectReader& item, std::size_t index);
    void readRuleMembers(ObjectReader& rule, std::size_t index);
    void readBands(ObjectReader& rule, std::size_t index);
    void resolveChoice(std::size_t index, const std::string& name, const std::string& path);
    void resolveOf(std::size_t index, const std::string& name, const std::string& path);
    void checkChoices(std::size_t index, const std::string& path);

    // load_scoring.cpp
    void readScoring(ObjectReader& document);
    void readGrades(ObjectReader& document);
    void readGrade(const json::value& value, const std::string& path);
    std::vector<GradeTest> readAlternative(const json::value& value, const std::string& path);
    void readSectionTests(const json::value& value, const std::string& path, std::vector<GradeTest>& out);

    // load_references.cpp
    std::optional<Bound> boundOf(const json::value& value, const std::string& path, bool inclusive,
                                 std::function<void(std::size_t)> setQuestion);
    // Reads min/above/max/below of `reader`; `limits` gives the place to write to again when questions are resolved.
    void readLimits(ObjectReader& reader, std::function<Limits&()> limits);
    enum class Where { score, constraint };  // what an expression feeds: a constraint never changes a score
    void compileLater(ObjectReader& reader, std::string_view name, Where where, std::function<void(Expression)> set);
    void templateLater(ObjectReader& reader, std::string_view name, std::function<void(Template)> set);
    std::optional<std::size_t> findQuestion(std::string_view name, const std::string& path);
    std::string questionHint(std::string_view name) const;

    Checklist& m_out;
    ReadContext& m_context;
    std::map<std::string, std::vector<Choice>> m_lists;
    std::map<std::string, std::string> m_sectionNames, m_itemNames, m_questionNames, m_gradeNames;  // name → path
    NaPolicy m_na = NaPolicy::forbidden;
    std::vector<std::function<void()>> m_later;
};

// The names of NaPolicy and Verdict as documents write them.
inline const std::vector<std::string_view> kNaNames{"forbidden", "renormalise", "full"};
inline const std::vector<std::string_view> kVerdictNames{"pass", "part", "fail"};
inline Verdict verdictAt(std::size_t place) {
    return std::vector{Verdict::pass, Verdict::part, Verdict::fail}.at(place);
}

}  // namespace plumb::checklist
