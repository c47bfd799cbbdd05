// The loader's parts: one reads the document's outline, one items, one questions, one rules, one scoring. What refers
// to something that may stand later in the document (questions, grades) is resolved when everything has been read.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/checklist/load/form_nodes.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/load/reader.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// An exact share of the total while weights are being multiplied.
struct Fraction {
    __extension__ typedef __int128 Wide;
    Wide numerator = 0, denominator = 1;
    [[nodiscard]] Fraction times(std::int64_t by, std::int64_t over) const;
};

class DocumentLoader {
  public:
    DocumentLoader(Checklist& out, ReadContext& context, const AttachmentFinder& find)
        : m_out(out), m_context(context), m_find(find) {}

    void read(const json::value& document);

  private:
    // document_loader.cpp
    int readSigners(ObjectReader& document);
    void readLanguages(ObjectReader& document);
    static std::vector<std::string> readTexts(ObjectReader& owner, std::string_view member);
    void readAttachments(ObjectReader& document);
    void readSections(ObjectReader& document);
    void readSection(const json::value& value, const std::string& path, std::optional<std::size_t> parent);
    void checkTotals();
    // Where each name was first given, by the path of the object that has it.
    using Names = std::unordered_map<std::string, std::string>;
    bool claim(Names& names, const std::string& name, const ObjectReader& owner, std::string_view member);

    // load_item.cpp
    void readItem(const json::value& value, const std::string& path, std::size_t section);
    void readScored(ObjectReader& item, Item& out);
    void readStandards(ObjectReader& item, Item& out);
    Evidence readEvidence(ObjectReader& owner, Evidence otherwise);
    void readFinding(ObjectReader& item, std::size_t index);

    // load_question.cpp
    void readLists(ObjectReader& document);
    std::vector<Choice> readChoices(const json::array& array, const std::string& path);
    void readQuestion(const json::value& value, const std::string& path, std::size_t item,
                      std::optional<std::size_t> parent = {});
    void readInner(ObjectReader& question, std::size_t index);
    void readChoicesOf(ObjectReader& question, Question& out);
    void readRequired(ObjectReader& question, std::size_t index);
    void readInstrument(ObjectReader& question, std::size_t index);

    // load_form.cpp
    void readFormPart(ObjectReader& question, Question& out, std::string_view metadata);
    std::vector<std::pair<std::string, std::string>> readColumns(ObjectReader& choice);
    Media readMedia(ObjectReader& owner);
    bool readOrOther(ObjectReader& question, Question& out);
    void addOther(std::size_t index);
    void readForm();
    void openLists();

    // load_rule.cpp
    void readRule(ObjectReader& item, std::size_t index);
    void readRuleMembers(ObjectReader& rule, std::size_t index);
    void readBands(ObjectReader& rule, std::size_t index);
    void resolveChoice(std::size_t index, const std::string& name, const std::string& path);
    void resolveOf(std::size_t index, const std::string& name, const std::string& path);

    // load_measure.cpp
    void readOf(ObjectReader& rule, std::size_t index);
    void readMeasure(const json::value& value, const std::string& path, std::size_t index);
    void readDeductions(ObjectReader& rule, std::size_t index);

    // load_worth.cpp: what each item adds to the total
    void resolveWorth();
    Fraction::Wide weighAll(Points base);
    void weigh(std::size_t section, Fraction worth, const std::string& path);
    void checkChoices(std::size_t index, const std::string& path);

    // load_scoring.cpp
    void readScoring(ObjectReader& document);
    void readGrades(ObjectReader& document);
    void readGrade(const json::value& value, const std::string& path);
    std::vector<GradeTest> readAlternative(const json::value& value, const std::string& path);
    void readShareTests(const json::value& value, const std::string& path, Metric metric, std::vector<GradeTest>& out);

    // load_facts.cpp
    void readFacts(ObjectReader& document);
    void readLevels(ObjectReader& document);
    std::vector<FactTest> readFactTests(ObjectReader& owner, std::string_view member);

    // load_bonus.cpp
    void readBonus(ObjectReader& scoring);
    void readPanel(ObjectReader& scoring);

    // load_references.cpp
    std::optional<Bound> boundOf(const json::value& value, const std::string& path, bool inclusive,
                                 std::function<void(std::size_t)> setQuestion);
    // Reads min/above/max/below of `reader`; `limits` gives the place to write to again when questions are resolved.
    void readLimits(ObjectReader& reader, std::function<Limits&()> limits);
    // What an expression feeds: a constraint never changes a score; a rule is never the form engine's business.
    enum class Where { score, constraint, rule };
    void compileLater(ObjectReader& reader, std::string_view name, Where where, std::function<void(Expression)> set);
    void compile(std::string text, std::string path, Where where, std::function<void(Expression)> set);
    void templateLater(ObjectReader& reader, std::string_view name, std::function<void(Template)> set);
    // A rule, a limit or a text reads one answer; where it gathers several, `inRepeat` may be.
    std::optional<std::size_t> findQuestion(std::string_view name, const std::string& path, bool inRepeat = false);
    std::string questionHint(std::string_view name, bool orFact = false) const;

    Checklist& m_out;
    ReadContext& m_context;
    const AttachmentFinder& m_find;
    std::map<std::string, std::string> m_files;  // attached, by name: where they are on disk
    std::map<std::string, std::vector<Choice>> m_lists;
    Names m_sectionNames, m_itemNames, m_questionNames, m_gradeNames, m_factNames, m_levelNames, m_groupNames;
    std::vector<std::string> m_sectionPaths, m_itemPaths, m_questionPaths;
    bool m_asksForForm = false;
    bool m_allowChoiceDuplicates = false;
    bool m_tooMany = false;      // questions; said once
    std::size_t m_choices = 0;   // of the questions so far
    Fraction::Wide m_finer = 1;  // see weighAll()
    NaPolicy m_na = NaPolicy::forbidden;
    Evidence m_evidence;  // what items ask for that say nothing themselves
    std::vector<std::function<void()>> m_later;
};

// The names of NaPolicy and Verdict as documents write them.
inline const std::vector<std::string_view> kNaNames{"forbidden", "renormalise", "full", "outside"};
inline const std::vector<std::string_view> kVerdictNames{"pass", "part", "fail"};
inline Verdict verdictAt(std::size_t place) {
    return std::vector{Verdict::pass, Verdict::part, Verdict::fail}.at(place);
}

}  // namespace plumb::checklist
