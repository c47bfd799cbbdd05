// A checklist document as the engine holds it: read by loader.h, immutable, shared between threads without locks.
// The JSON form is described in CHECKLIST.md. Sections, items and questions stand in flat lists in document order and
// refer to each other by index, so that nothing here is looked up by name while a form is being filled.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/checklist/decimal.h"
#include "shared/checklist/expression/program.h"
#include "shared/checklist/graph.h"
#include "shared/checklist/local_text.h"
#include "shared/checklist/points.h"

namespace plumb::checklist {

enum class Verdict { unanswered, pass, part, fail, notApplicable, notRelevant };

// "unanswered", "pass", "part", "fail", "na", "not_relevant".
std::string_view verdictName(Verdict verdict);

// XLSForm's names: select_one, select_multiple, integer, decimal, text, date, barcode, image, note, calculate.
enum class QuestionType { selectOne, selectMultiple, integer, decimal, text, date, barcode, image, note, calculate };
std::string_view typeName(QuestionType type);

// A text with ${question} places in it, as labels of findings and measured explanations have.
struct Template {
    struct Piece {
        std::string before;                   // literal text
        std::optional<std::size_t> question;  // then the answer of this question
    };
    std::vector<std::pair<std::string, std::vector<Piece>>> languages;

    [[nodiscard]] bool empty() const { return languages.empty(); }
};

struct Choice {
    std::string name;
    LocalText label;
    std::optional<Verdict> verdict;  // pass, part or fail, where the choice judges its item
    std::optional<Points> points;    // absolute, or
    std::optional<Points> share;     // thousandths of the item's points
    std::optional<Points> deduct;    // what this choice takes away under the rule "deduct"
    bool overrules = false;          // may stand against a worse measured verdict (then a note is required)
};

// One side of a limit: a number written in the document, or the answer of another question.
struct Bound {
    std::optional<Decimal> number;
    std::string written;  // that number as the document has it, e.g. "0.010"
    std::optional<std::size_t> question;
    bool inclusive = true;
};

struct Limits {
    std::optional<Bound> lower, upper;
};

struct Question {
    std::string id;
    std::size_t item = 0;
    QuestionType type = QuestionType::text;
    LocalText label, hint, unit;
    std::vector<Choice> choices;
    std::optional<Limits> limits;  // what is acceptable, not what may be typed (that is `constraint`)
    std::optional<Expression> relevant;
    bool required = true;  // where `requiredIf` is absent
    std::optional<Expression> requiredIf;
    std::optional<Expression> constraint;
    LocalText constraintMessage;
    std::optional<Expression> calculation;  // read-only
    bool multiline = false;

    // Whether people can answer it: notes and calculations have no input.
    [[nodiscard]] bool isInput() const { return type != QuestionType::note && !calculation; }
    [[nodiscard]] bool isNumber() const {
        return type == QuestionType::integer || type == QuestionType::decimal || type == QuestionType::calculate;
    }
    [[nodiscard]] const Choice* choice(std::string_view name) const;
};

enum class Force { mandatory, recommended };  // 强制, 推荐

struct StandardRef {
    std::string ref;     // "GB 2763-2021", or a statute's title
    LocalText title;     // may be empty
    std::string clause;  // may be empty
    Force force = Force::recommended;
};

enum class Severity { minor, major, critical };
std::string_view severityName(Severity severity);

struct FindingTemplate {
    Template text;
    Severity severity = Severity::minor;
    int days = 0;  // to rectify; 0 = on the spot
};

struct Evidence {
    int photos = 0;            // at least so many, whatever the verdict
    int photosWhenFailed = 0;  // at least so many where the verdict is part or fail
    bool noteWhenFailed = false;
};

// What "not applicable" does: it cannot be said; its points leave the total; it counts as full.
enum class NaPolicy { forbidden, renormalise, full };

struct Band {
    Limits limits;  // both sides open = all that is left
    Points points = 0;
    Verdict verdict = Verdict::fail;
    LocalText label;
};

enum class RuleKind { choice, limits, judge, deduct, band, ratio, count, record };
std::string_view ruleName(RuleKind kind);

struct Rule {
    RuleKind kind = RuleKind::choice;
    std::optional<std::size_t>
        choice;                    // the question whose choice is the verdict, or may be stricter than the measured one
    std::size_t of = 0;            // deduct, band, ratio, count: the question that is counted or measured
    std::optional<Bound> target;   // ratio
    std::optional<Decimal> cliff;  // ratio: below it nothing is earned
    Points step = 0;               // deduct: taken per occurrence; count: earned per occurrence
    std::vector<Band> bands;
    std::optional<Expression> judge;  // boolean, or 'pass' | 'part' | 'fail'
    Points partShare = 0;             // judge: thousandths of the points that 'part' earns
    Template passText, failText;      // judge: what was measured, in words
};

struct Item {
    std::string id, no;
    std::size_t section = 0;
    LocalText text, guidance;
    Points points = 0;
    Rule rule;
    bool key = false, veto = false, advisory = false;
    std::vector<StandardRef> standards;
    Evidence evidence;
    NaPolicy na = NaPolicy::forbidden;
    std::optional<FindingTemplate> finding;
    std::optional<Expression> relevant;
    std::vector<std::size_t> questions;

    // The strongest force of its standards: the 强制 / 推荐 chip.
    [[nodiscard]] std::optional<Force> force() const;
};

struct Section {
    std::string id;
    LocalText title;
    std::optional<Expression> relevant;
    std::vector<std::size_t> items;
};

enum class Metric { points, percent, failed, part, majorFailed, keyFailed, vetoes, sectionPercent };

struct GradeTest {
    Metric metric = Metric::points;
    std::optional<std::size_t> section;    // sectionPercent: one section; none = every section
    std::optional<std::int64_t> min, max;  // points and percents in thousandths, the others plain counts
};

struct Grade {
    std::string id;
    LocalText label, advice;
    Verdict tone = Verdict::pass;               // pass, part or fail: how a screen colours it
    std::vector<std::vector<GradeTest>> anyOf;  // an OR of ANDs; empty = always
};

struct Scoring {
    std::optional<Points> full;       // the total is brought to this, e.g. 100 points
    std::optional<std::size_t> veto;  // the grade that any failed veto item fixes
};

class Checklist {
  public:
    std::string id, version, kind;
    LocalText title, about;
    std::vector<std::string> languages;
    std::vector<Section> sections;
    std::vector<Item> items;
    std::vector<Question> questions;
    Scoring scoring;
    std::vector<Grade> grades;
    Graph graph;

    // By id; null when there is none. The pointers live as long as the checklist.
    [[nodiscard]] const Section* section(std::string_view wanted) const;
    [[nodiscard]] const Item* item(std::string_view wanted) const;
    [[nodiscard]] const Question* question(std::string_view wanted) const;
    [[nodiscard]] const Grade* grade(std::string_view wanted) const;

    [[nodiscard]] std::optional<std::size_t> itemIndex(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> questionIndex(std::string_view wanted) const;

    // Called once by the loader when the lists are complete.
    void indexNames();

  private:
    std::unordered_map<std::string_view, std::size_t> m_items, m_questions;  // views of the ids above
};

}  // namespace plumb::checklist
