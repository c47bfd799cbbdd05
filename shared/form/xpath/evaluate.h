// Runs an expression at a node. What cannot be computed (count() of a text, a date that is none) throws
// EvaluationError, which the callers of this room catch; it never leaves it.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "shared/form/data/totals.h"
#include "shared/form/xpath/expression.h"
#include "shared/form/xpath/tuning.h"
#include "shared/form/xpath/value.h"
#include "shared/form/xpath/world.h"

namespace plumb::form::xpath {

class EvaluationError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct Context {
    NodeRef node;              // '.'; a null tree where there is none
    NodeRef current;           // current(): where the whole expression stands
    std::size_t position = 1;  // position() and last() of '.', inside a predicate
    std::size_t size = 1;
    bool inPredicate = false;
    // The primary instance: where paths begin that begin with '/', and what `single` is about.
    Tree* main = nullptr;
    const Totals* totals = nullptr;
    const std::vector<NodeId>* single = nullptr;  // per node of the definition: its only node; kNone below repeats
};

// Lives on the stack for one evaluation. Borrows both.
class Evaluator {
  public:
    // Throws where the evaluations that this one stands in have gone too deep, or have cost too much.
    Evaluator(const Expression& expression, World& world);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    Value value(const Context& context) { return value(m_expression.root, context); }
    bool boolean(const Context& context) { return boolean(m_expression.root, context); }
    double number(const Context& context) { return number(m_expression.root, context); }
    std::string text(const Context& context) { return text(m_expression.root, context); }

    // Of one part; for functions' arguments. Asking for the type that is wanted saves making the one that is not.
    Value value(Place place, const Context& context);
    bool boolean(Place place, const Context& context);
    double number(Place place, const Context& context);
    std::string text(Place place, const Context& context);
    // Throws where the part gives no nodes.
    NodeSet nodes(Place place, const Context& context);

    // The kept total of the nodes that a part gathers; null where none is kept.
    [[nodiscard]] const Total* total(Place place, const Context& context) const;

    [[nodiscard]] World& world() const { return m_world; }
    // Minutes east of Greenwich: of what is written without an offset of its own.
    [[nodiscard]] int zone() const { return static_cast<int>(m_world.now().offset.count()); }
    [[nodiscard]] const Expression& expression() const { return m_expression; }

    // A node's worth by its type: a number for integers and decimals, a date for dates, a text for the rest.
    Value typed(const NodeRef& node) const;
    // Conversions that also take node sets (their first node counts, none is "").
    bool toBoolean(const Value& value) const;
    double toNumber(const Value& value) const;
    std::string toText(const Value& value) const;

  private:
    Value chain(const Part& part, const Context& context);
    double arithmetic(const Part& part, const Context& context);
    NodeSet path(const Path& path, const Context& context);
    // The node of a direct path; kNone where it is not there or not relevant.
    [[nodiscard]] NodeId direct(const Path& path, const Context& context) const;
    // A part that is a direct path, and its node; nothing where it is none.
    [[nodiscard]] std::optional<NodeId> direct(const Part& part, const Context& context) const;
    void step(const Step& step, const NodeSet& from, NodeSet& to, const Context& context);
    void walk(const Step& step, NodeRef from, NodeSet& to);
    void filter(NodeSet& nodes, const std::vector<Place>& predicates, const Context& context);
    // Children of a secondary instance that a predicate compares with a value that can be looked up.
    bool lookUp(const Step& step, const NodeRef& parent, NodeSet& found, const Context& context);
    [[nodiscard]] bool standsAlone(Place place) const;
    void spend(std::size_t work);

    const Expression& m_expression;
    World& m_world;
    std::size_t m_work = 0;  // nodes looked at; those of the texts that it asked for are in World::Effort
};

}  // namespace plumb::form::xpath
