// An expression of a checklist: the form engine's XPath, in which a question is written ${name}. Values of questions
// come from a small tree with one node a question. Immutable and shareable between threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/checklist/model/local_day.h"
#include "shared/form/xpath/evaluate.h"

namespace plumb::checklist {

using form::xpath::Value;

struct Expression {
    std::string source;
    form::xpath::Expression compiled;
    std::vector<std::size_t> questions;  // each question that it reads, once, in order of appearance
    std::vector<std::size_t> facts;      // and each fact of the site
    bool readsToday = false;             // or anything else that is not the same each time
    bool readsSelf = false;
};

// The index of a question, or of a fact, by name.
using QuestionLookup = std::function<std::optional<std::size_t>(std::string_view)>;
// What to add to "there is no question ${x}", e.g. a suggestion; may be empty.
using QuestionHint = std::function<std::string(std::string_view)>;

// What names in an expression mean. A name that is a question's is never a fact's.
struct Readable {
    QuestionLookup question;
    QuestionHint hint = {};
    QuestionLookup fact = {};   // may be empty: there are none
    std::size_t questions = 0;  // how many there are: facts stand behind them among the values
};

// The error is a sentence that names the column in `source`.
tl::expected<Expression, std::string> compileExpression(std::string_view source, const Readable& readable);

// The same of an expression that the form engine evaluates: any path may stand in it. Only what it reads is found out.
tl::expected<Expression, std::string> readFormula(std::string_view source, const Readable& readable);

// What questions and facts are worth to expressions: a node each, whose text and type their keeper sets (a blank where
// it is not relevant).
class QuestionValues {
  public:
    QuestionValues(std::size_t questions, std::size_t facts, std::chrono::minutes zone);

    // A question, or the number of questions plus a fact. `type` says what the text is worth: integer, decimal, date
    // or string.
    void set(std::size_t question, std::string text, form::DataType type);

    // Total: every expression gives a value, never an error; what cannot be computed is a blank. A node set is what its
    // first node is worth. `self`: the question of '.'. `local`: the zone of all, and today().
    [[nodiscard]] Value evaluate(const Expression& expression, const LocalDay& local,
                                 std::optional<std::size_t> self = std::nullopt) const;

  private:
    mutable form::Tree m_tree;  // looked at only
    std::vector<form::NodeId> m_nodes;
};

}  // namespace plumb::checklist
