// The steps of a path: where each axis leads, what a predicate leaves, and what can be looked up instead of walked.
#include <algorithm>

#include "shared/form/xpath/document_order.h"
#include "shared/form/xpath/evaluate.h"
#include "shared/form/xpath/functions.h"

namespace plumb::form::xpath {
namespace {

bool matches(const Step& step, const Tree& tree, const Node& node) {
    switch (step.test) {
        case Test::name:
            return step.nameId != kNone ? node.name == step.nameId
                                        : node.name != kNone && tree.names().text(node.name) == step.name;
        case Test::any:
            return node.name != kNone;
        case Test::node:
            return true;
        case Test::text:
            // A leaf stands for its own text.
            return node.children.empty() && !node.text.empty();
    }
    return false;
}

bool isReverse(Axis axis) {
    return axis == Axis::ancestor || axis == Axis::ancestorOrSelf || axis == Axis::precedingSibling ||
           axis == Axis::preceding;
}

}  // namespace

void sortDocument(NodeSet& nodes) {
    if (nodes.size() < 2) return;
    Tree* tree = nodes.front().tree;
    const auto order = tree->documentOrder();
    std::stable_sort(nodes.begin(), nodes.end(), [&](const NodeRef& a, const NodeRef& b) {
        if (a.tree != b.tree) return a.tree == tree && b.tree != tree;
        return a.tree == tree && order[a.node] < order[b.node];
    });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

void Evaluator::spend(std::size_t work) {
    m_work += work;
    m_world.effort.work += work;
    if (m_work > kMaxWork || m_world.effort.work > kMaxWorkOfAll)
        throw EvaluationError("this expression looks at too many nodes");
}

void Evaluator::step(const Step& step, const NodeSet& from, NodeSet& to, const Context& context) {
    if (step.pinned != kNone) {
        // The repeat that the context itself stands in, and no other.
        const NodeRef& base = context.node.tree == context.main ? context.node : context.current;
        NodeId at = base.tree == context.main ? base.node : kNone;
        while (at != kNone && (*context.main)[at].def != step.pinned) at = (*context.main)[at].parent;
        if (at != kNone) to.push_back({context.main, at});
        return;
    }
    // One node after the other: positions in predicates count within what one node leads to.
    for (const auto& one : from) {
        NodeSet found;
        if (!lookUp(step, one, found, context)) walk(step, one, found);
        if (!step.predicates.empty()) filter(found, step.predicates, context);
        to.insert(to.end(), found.begin(), found.end());
    }
    // Only these can lead to one node twice, or out of document order.
    const bool overlaps = step.axis != Axis::child && step.axis != Axis::self && step.axis != Axis::attribute;
    if (isReverse(step.axis) || (overlaps && to.size() > 1 && from.size() > 1)) sortDocument(to);
}

void Evaluator::walk(const Step& step, NodeRef from, NodeSet& to) {
    Tree& tree = *from.tree;
    const auto take = [&](NodeId id) {
        const Node& node = tree[id];
        if (node.relevant && matches(step, tree, node)) to.push_back({from.tree, id});
    };
    // Whoever stands in a group can name it, shown or not, and so can the group itself: position(..) is where it
    // stands. It says nothing while hidden.
    const auto takeAbove = [&](NodeId id) {
        if (matches(step, tree, tree[id])) to.push_back({from.tree, id});
    };
    const auto children = [&](NodeId id) -> const std::vector<NodeId>& {
        if (tree.rows() && tree[id].parent == Tree::root()) tree.loadAllRows();
        return tree[id].children;
    };
    // Everything below a node, in document order.
    const auto below = [&](NodeId top) {
        std::vector<NodeId> waiting(children(top).rbegin(), children(top).rend());
        while (!waiting.empty()) {
            const NodeId id = waiting.back();
            waiting.pop_back();
            spend(1);
            take(id);
            const auto& next = children(id);
            waiting.insert(waiting.end(), next.rbegin(), next.rend());
        }
    };
    const auto siblings = [&](bool after) {
        const NodeId parent = tree[from.node].parent;
        if (parent == kNone || tree[from.node].isAttribute) return;
        const auto& around = tree[parent].children;
        const auto here = std::find(around.begin(), around.end(), from.node);
        spend(around.size());
        if (after) {
            for (auto at = here; at != around.end(); ++at) {
                if (at != here) take(*at);
            }
        } else {
            for (auto at = here; at != around.begin();) take(*--at);
        }
    };
    switch (step.axis) {
        case Axis::child: {
            const auto& all = children(from.node);
            spend(all.size());
            for (const NodeId id : all) take(id);
            return;
        }
        case Axis::attribute:
            for (const NodeId id : tree[from.node].attributes) take(id);
            return;
        case Axis::self:
            tree[from.node].type == DataType::container ? takeAbove(from.node) : take(from.node);
            return;
        case Axis::parent:
            if (tree[from.node].parent != kNone) takeAbove(tree[from.node].parent);
            return;
        case Axis::descendantOrSelf:
            take(from.node);
            below(from.node);
            return;
        case Axis::descendant:
            below(from.node);
            return;
        case Axis::ancestorOrSelf:
        case Axis::ancestor:
            for (NodeId at = step.axis == Axis::ancestor ? tree[from.node].parent : from.node; at != kNone;
                 at = tree[at].parent) {
                if (at == from.node) {
                    take(at);
                } else {
                    takeAbove(at);
                }
            }
            return;
        case Axis::followingSibling:
            siblings(true);
            return;
        case Axis::precedingSibling:
            siblings(false);
            return;
        case Axis::following:
        case Axis::preceding: {
            std::vector<NodeId> above;
            for (NodeId at = from.node; at != kNone; at = tree[at].parent) above.push_back(at);
            const auto order = tree.documentOrder();
            spend(tree.size());
            std::vector<NodeId> all;
            for (NodeId id = 0; id < tree.size(); ++id) {
                if (!tree[id].alive || tree[id].isAttribute || order[id] == 0) continue;
                const bool after = order[id] > order[from.node];
                if (after != (step.axis == Axis::following) || id == from.node) continue;
                if (after) {
                    NodeId at = id;
                    while (at != kNone && at != from.node) at = tree[at].parent;
                    if (at == from.node) continue;  // a descendant
                } else if (std::find(above.begin(), above.end(), id) != above.end()) {
                    continue;
                }
                all.push_back(id);
            }
            std::sort(all.begin(), all.end(), [&](NodeId a, NodeId b) {
                return step.axis == Axis::following ? order[a] < order[b] : order[a] > order[b];
            });
            for (const NodeId id : all) take(id);
            return;
        }
    }
}

void Evaluator::filter(NodeSet& nodes, const std::vector<Place>& predicates, const Context& context) {
    for (const Place predicate : predicates) {
        NodeSet kept;
        Context inner = context;
        inner.inPredicate = true;
        inner.size = nodes.size();
        spend(nodes.size());
        const bool position = m_expression.parts[predicate].kind == Kind::number;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            inner.node = nodes[i];
            inner.position = i + 1;
            bool keeps = false;
            if (position) {
                keeps = m_expression.numberOf(m_expression.parts[predicate]) == static_cast<double>(i + 1);
            } else {
                const auto result = value(predicate, inner);
                keeps = result.kind == Value::Kind::number ? result.number == static_cast<double>(i + 1)
                                                           : toBoolean(result);
            }
            if (keeps) kept.push_back(nodes[i]);
        }
        nodes = std::move(kept);
    }
}

bool Evaluator::standsAlone(Place place) const {
    const Part& part = m_expression.parts[place];
    if (part.kind == Kind::path) {
        const Path& way = m_expression.pathOf(part);
        if (way.start == Path::Start::context) return false;
        if (way.start == Path::Start::expression && !standsAlone(way.from)) return false;
        return true;
    }
    if (part.kind == Kind::call && part.count == 0) {
        static constexpr std::string_view kFree[] = {"current", "today", "now", "true", "false", "pi"};
        return std::find(std::begin(kFree), std::end(kFree), part.function->name) != std::end(kFree);
    }
    if (part.kind == Kind::call && part.function->name == "once") return false;
    const auto operands = m_expression.operandsOf(part);
    return std::all_of(operands.begin(), operands.end(), [&](const Operand& one) { return standsAlone(one.place); });
}

bool Evaluator::lookUp(const Step& step, const NodeRef& parent, NodeSet& found, const Context& context) {
    if (step.axis != Axis::child || step.test != Test::name || step.predicates.empty() || parent.tree == context.main ||
        !parent.tree)
        return false;
    const Part* part = &m_expression.parts[step.predicates.front()];
    if (part->kind != Kind::chain) return false;
    auto operands = m_expression.operandsOf(*part);
    // position() would count what the look-up leaves out.
    if (operands[1].before == Operator::andAlso) {
        for (const Operand& operand : operands) {
            if (m_expression.parts[operand.place].kind != Kind::chain) return false;
        }
        operands = m_expression.operandsOf(m_expression.parts[operands.front().place]);
    }
    if (operands.size() != 2 || operands[1].before != Operator::equal) return false;
    for (const std::size_t side : {0u, 1u}) {
        const Part& column = m_expression.parts[operands[side].place];
        if (column.kind != Kind::path || !standsAlone(operands[1 - side].place)) continue;
        const Path& way = m_expression.pathOf(column);
        if (way.start != Path::Start::context || way.steps.size() != 1 || way.steps[0].axis != Axis::child ||
            way.steps[0].test != Test::name || !way.steps[0].predicates.empty())
            continue;
        Tree& tree = *parent.tree;
        const NameId element = tree.names().find(step.name), name = tree.names().find(way.steps[0].name);
        if (element == kNone || name == kNone) return true;  // there are no such nodes
        const auto wanted = value(operands[1 - side].place, context);
        std::string key;
        if (wanted.kind == Value::Kind::text) {
            key = wanted.text;
        } else if (wanted.kind == Value::Kind::nodes && wanted.nodes.size() == 1 &&
                   typed(wanted.nodes.front()).kind == Value::Kind::text) {
            key = toText(wanted);
        } else if (wanted.kind == Value::Kind::nodes && wanted.nodes.empty()) {
            return true;
        } else {
            return false;  // numbers compare by value: "01" is 1
        }
        if (tree.rows() && tree[parent.node].parent == Tree::root()) {
            if (element != tree.rows()->rowName()) return true;
            for (std::size_t i = 0; i < tree.rows()->columns(); ++i) {
                if (tree.rows()->columnName(i) != name) continue;
                for (const auto row : tree.rows()->rowsWhere(i, key)) found.push_back({&tree, tree.rowNode(row)});
                spend(found.size());
            }
            return true;
        }
        for (const NodeId id : tree.lookUp(parent.node, element, name, key)) found.push_back({&tree, id});
        spend(found.size());
        return true;
    }
    return false;
}

}  // namespace plumb::form::xpath
