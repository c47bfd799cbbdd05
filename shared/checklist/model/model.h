// A checklist document as the engine holds it: read by loader.h, immutable, shared between threads without locks.
// The JSON form is described in CHECKLIST.md. Sections, items and questions stand in flat lists in document order and
// refer to each other by index, so that nothing here is looked up by name while a form is being filled.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/sha256.h"
#include "shared/checklist/model/decimal.h"
#include "shared/checklist/model/expression.h"
#include "shared/checklist/model/graph.h"
#include "shared/checklist/model/local_text.h"
#include "shared/checklist/model/points.h"
#include "shared/checklist/model/scoring_model.h"

namespace plumb::checklist {

struct FormNodes;

// XLSForm's types. From `range` on they, and all that a FormPart asks for, are the form engine's business: a document
// that has any of them is filled on a form::Filling (form_nodes.h).
enum class QuestionType {
    selectOne,
    selectMultiple,
    integer,
    decimal,
    text,
    date,
    barcode,
    image,
    note,
    calculate,
    range,
    rank,
    time,
    dateTime,
    geopoint,
    geotrace,
    geoshape,
    audio,
    video,
    file,
    acknowledge,
    hidden,
    metadata,  // what the device knows: start, end, today, deviceid, username …
    group,
    repeat
};
std::string_view typeName(QuestionType type);  // "select_one"; of metadata "metadata"

// A text with ${question} places in it, as labels of findings and measured explanations have.
struct Template {
    struct Piece {
        std::string before;                   // literal text
        std::optional<std::size_t> question;  // then the answer of this question
    };
    std::vector<std::pair<std::string, std::vector<Piece>>> languages;

    [[nodiscard]] bool empty() const { return languages.empty(); }
};

// What stands beside a label: "image", "audio", "video" → the name of an attached file.
using Media = std::vector<std::pair<std::string, LocalText>>;

// An attached list of choices. Documents differ by the name and the hash of such a file, not by where it was opened.
struct AttachedList {
    std::shared_ptr<const form::Tree> tree;
    friend bool operator==(const AttachedList&, const AttachedList&) { return true; }
};

struct Choice {
    std::string name;
    LocalText label;
    std::optional<Verdict> verdict;  // pass, part or fail, where the choice judges its item
    std::optional<Points> points;    // absolute, or
    std::optional<Points> share;     // thousandths of the item's points
    std::optional<Points> deduct;    // what this choice takes away under the rule "deduct"
    bool absent = false;             // needed but not there: fails with nothing, which is not "not applicable"
    bool overrules = false;          // may stand against a worse measured verdict (then a note is required)
    std::vector<std::pair<std::string, std::string>> columns;  // what choice filters look at
    Media media;
};

// What a measured value was measured with, and until when that may be trusted.
struct Instrument {
    LocalText name;
    std::optional<std::size_t> number;           // the question with its number
    std::optional<std::size_t> calibratedUntil;  // the question with the last day of its calibration
    std::optional<std::size_t> on;               // the question with the day of measuring; none = the day of the check
    bool expiredBlocks = true;                   // an expired calibration blocks signing; otherwise it is a warning
};

// What XLSForm can say of a question beyond the plain ones; expressions as they are written.
struct FormPart {
    std::string initial, readOnly, choiceFilter, trigger, repeatCount;
    std::string appearance, parameters;
    std::string file;      // choices stand in this attached file
    AttachedList list;     // and this is what it holds, where it is here
    std::string metadata;  // "start", "deviceid" …
    LocalText guidance, requiredMessage;
    Media media;

    friend bool operator==(const FormPart&, const FormPart&) = default;
};

struct Question {
    std::string id;
    std::size_t item = 0;
    std::optional<std::size_t> parent;  // the group or repeat that it stands in
    std::optional<std::size_t> repeat;  // the nearest repeat around it
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
    std::optional<Instrument> instrument;
    std::shared_ptr<const FormPart> form;  // null where it says nothing of the kind

    [[nodiscard]] bool isContainer() const { return type == QuestionType::group || type == QuestionType::repeat; }
    // Another answer sets it off: what it was then stays.
    [[nodiscard]] bool isTriggered() const { return form && !form->trigger.empty(); }
    // Whether it has an answer of its own: notes, groups and calculations have none.
    [[nodiscard]] bool isInput() const {
        if (type == QuestionType::note || type == QuestionType::calculate || isContainer()) return false;
        return !calculation || isTriggered();
    }
    // Whether records state it: what people entered, and calculations that come out differently another day.
    [[nodiscard]] bool isKept() const {
        return isInput() || (calculation && (calculation->readsToday || isTriggered()));
    }
    // Whether it is shown as a field.
    [[nodiscard]] bool isAsked() const {
        return isInput() && type != QuestionType::hidden && type != QuestionType::metadata;
    }
    [[nodiscard]] bool isNumber() const {
        return type == QuestionType::integer || type == QuestionType::decimal || type == QuestionType::calculate ||
               type == QuestionType::range;
    }
    [[nodiscard]] bool isFiles() const {
        return type == QuestionType::image || type == QuestionType::audio || type == QuestionType::video ||
               type == QuestionType::file;
    }
    [[nodiscard]] const Choice* choice(std::string_view name) const;
};

enum class Force { mandatory, recommended };  // 强制, 推荐

// Why a recommended standard binds this site; `unstated` follows the document's scoring.recommended.
enum class Binding { unstated, law, declared, contract, taskbook, none };
std::string_view bindingName(Binding binding);

struct StandardRef {
    std::string ref;     // "GB 2763-2021", or a statute's title
    LocalText title;     // may be empty
    std::string clause;  // may be empty
    Force force = Force::recommended;
    Binding binding = Binding::unstated;
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
    int photosWhenDeducted = 0;  // at least so many where it earns less than it could
    bool noteWhenDeducted = false;
};

struct Band {
    Limits limits;  // both sides open = all that is left
    Points points = 0;
    Verdict verdict = Verdict::fail;
    LocalText label;
};

enum class RuleKind { choice, limits, judge, deduct, band, ratio, count, record, within };
std::string_view ruleName(RuleKind kind);

// The number that a rule judges, where it is not simply one answer: the days from one date to another, or what several
// samples come to. `passRate` is a percentage: of numbers that keep `within`, or of choices that pass.
struct Measure {
    enum class Kind { days, mean, least, greatest, sum, passRate };
    Kind kind = Kind::mean;
    std::vector<std::size_t> questions;
    std::size_t needed = 1;  // so many samples must be filled in
    Limits within;
};
std::string_view measureName(Measure::Kind kind);

// One reason to deduct: how often, what each costs, and at most how much.
struct Deduction {
    std::size_t of = 0;
    Points step = 0;
    std::optional<Points> most;
    LocalText label;
};

struct Rule {
    RuleKind kind = RuleKind::choice;
    std::optional<std::size_t>
        choice;          // the question whose choice is the verdict, or may be stricter than the measured one
    std::size_t of = 0;  // deduct, band, ratio, count, within: the question that is counted or measured
    std::optional<Measure> measure;  // instead of `of`
    LocalText unit;                  // of what is measured; the question's where absent
    std::optional<Bound> target;     // ratio
    std::optional<Decimal> cliff;    // ratio: below it nothing is earned
    Points step = 0;                 // deduct: taken per occurrence; count: earned per occurrence
    std::optional<Points> most;      // deduct: taken at most, all reasons together
    std::vector<Deduction> reasons;  // deduct: instead of `of`
    std::vector<Band> bands;
    Limits limits;                    // within
    std::optional<Expression> judge;  // boolean, or 'pass' | 'part' | 'fail'
    Points partShare = 0;             // judge: thousandths of the points that 'part' earns
    Template passText, failText;      // judge: what was measured, in words
};

// What must hold before anything is checked (start), or before there is a grade (grade).
enum class Precondition { none, start, grade };

struct Item {
    std::string id, no;
    std::size_t section = 0;
    LocalText text, guidance;
    Points points = 0;                   // what its rule speaks of
    Points worth = 0;                    // what it adds to the total: the same, but where weights are multiplied
    std::optional<std::int64_t> weight;  // in millionths
    std::optional<std::size_t> level;
    bool bonus = false;
    std::optional<std::size_t> bonusGroup;
    Precondition precondition = Precondition::none;
    bool bare = false;                       // no group of the data: an imported form's own groups are all there is
    std::optional<std::int64_t> failsBelow;  // thousandths of a percent of its points: less is a failure
    std::vector<FactTest> applies;
    bool unneededIsFull = false;  // where `applies` does not hold: full points instead of leaving the total
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
    std::vector<std::size_t> items;     // its own; those of its sub-sections are theirs
    std::optional<std::size_t> parent;  // the section that it is part of
    std::size_t depth = 0;
    bool bare = false;                     // as items are
    std::optional<std::int64_t> weight;    // in millionths
    std::optional<std::int64_t> keyFloor;  // thousandths of a percent: what it earns at most once a key item failed
    std::vector<FactTest> applies;
};

class Checklist {
  public:
    std::string id, version, kind;
    int signers = 1;  // how many inspectors have to sign what is filled under it: 1 or 2
    LocalText title, about;
    std::vector<std::string> languages;
    std::vector<std::string> programmes, sectors;  // whose sites it is for; of none, for any
    std::vector<Section> sections;                 // a section before its sub-sections
    std::vector<Item> items;
    std::vector<Question> questions;
    Scoring scoring;
    std::vector<Grade> grades;
    std::vector<Fact> facts;
    std::vector<Level> levels;
    std::map<std::string, Sha256> attachments;                      // by name: lists of choices, pictures …
    std::vector<std::size_t> preconditions, bonusItems, vetoItems;  // the items that are one
    Graph graph;
    std::shared_ptr<const FormNodes> form;  // where questions ask for more than plain ones; else null

    // By id; null when there is none. The pointers live as long as the checklist.
    [[nodiscard]] const Section* section(std::string_view wanted) const;
    [[nodiscard]] const Item* item(std::string_view wanted) const;
    [[nodiscard]] const Question* question(std::string_view wanted) const;
    [[nodiscard]] const Grade* grade(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> factIndex(std::string_view wanted) const;

    [[nodiscard]] std::optional<std::size_t> itemIndex(std::string_view wanted) const;
    [[nodiscard]] std::optional<std::size_t> questionIndex(std::string_view wanted) const;

    // Called once by the loader when the lists are complete.
    void indexNames();

  private:
    std::unordered_map<std::string_view, std::size_t> m_items, m_questions;  // views of the ids above
};

}  // namespace plumb::checklist
