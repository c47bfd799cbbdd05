// Nodes: how many, where, what they are called, and others than the path would lead to.
#include <array>
#include <cmath>
#include <unordered_map>

#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/functions/shuffle.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Which of the nodes of its name beside each other it is, from 1.
std::uint32_t positionOf(const Tree& tree, NodeId id) {
    const Node& node = tree[id];
    // Nodes of a form know it; those of other data are counted.
    if (node.def != kNone || node.parent == kNone || node.isAttribute) return node.position;
    std::uint32_t position = 0;
    for (const NodeId sibling : tree[node.parent].children) {
        position = tree[sibling].name == node.name ? position + 1 : 0;
        if (sibling == id) return position;
    }
    return 1;
}

Value count(const Call& call) {
    if (const Total* kept = call.total(0)) return Value::ofNumber(kept->nodes);
    return Value::ofNumber(static_cast<double>(call.nodes(0).size()));
}

Value countNonEmpty(const Call& call) {
    std::size_t count = 0;
    for (const auto& node : call.nodes(0)) count += !node.tree->stringValue(node.node).empty();
    return Value::ofNumber(static_cast<double>(count));
}

Value position(const Call& call) {
    const auto& context = call.context();
    if (call.size() == 0) {
        if (context.inPredicate || !context.node.tree) return Value::ofNumber(static_cast<double>(context.position));
        return Value::ofNumber(positionOf(*context.node.tree, context.node.node));
    }
    const auto nodes = call.nodes(0);
    if (nodes.empty()) return Value::ofNumber(kNaN);
    return Value::ofNumber(positionOf(*nodes.front().tree, nodes.front().node));
}

Value last(const Call& call) {
    return Value::ofNumber(static_cast<double>(call.context().size));
}

// As written, with the prefix; "" for the root and for no node.
std::string nameOf(const Call& call) {
    NodeRef node = call.context().node;
    if (call.size() > 0) {
        const auto nodes = call.nodes(0);
        node = nodes.empty() ? NodeRef{} : nodes.front();
    }
    if (!node.tree || (*node.tree)[node.node].name == kNone) return {};
    return node.tree->names().text((*node.tree)[node.node].name);
}

Value name(const Call& call) {
    return Value::ofText(nameOf(call));
}

Value localName(const Call& call) {
    auto text = nameOf(call);
    return Value::ofText(text.substr(text.find(':') + 1));
}

// Forms use one prefix for one namespace, and trees keep prefixes only.
Value namespaceUri(const Call& call) {
    nameOf(call);
    return Value::ofText({});
}

Value instance(const Call& call) {
    const auto id = call.text(0);
    Tree* tree = call.world().instance(id);
    if (!tree) call.fail("there is no instance called \"" + id + "\"");
    return Value::ofNodes(tree->empty() ? NodeSet{} : NodeSet{{tree, Tree::root()}});
}

Value current(const Call& call) {
    const auto& node = call.context().current;
    if (!node.tree) call.fail("there is no node here");
    return Value::ofNodes({node});
}

Value randomize(const Call& call) {
    const auto nodes = call.nodes(0);
    if (call.size() == 1) return Value::ofNodes(shuffled(nodes, static_cast<std::int64_t>(call.world().randomBits())));
    const auto seed = call.value(1);
    const double number = call.evaluator().toNumber(seed);
    if (!std::isnan(number) || seed.kind == Value::Kind::number) return Value::ofNodes(shuffled(nodes, seedOf(number)));
    return Value::ofNodes(shuffled(nodes, seedOf(call.evaluator().toText(seed))));
}

// Positions of the repeats that one pair of arguments of indexed-repeat() is about: of each only the chosen one counts.
class ChosenRepeats {
  public:
    ChosenRepeats(const NodeSet& repeats, std::uint32_t wanted) : m_wanted(wanted) {
        for (const auto& repeat : repeats) m_repeats.emplace(repeat.node, repeat.tree);
    }
    enum class Place { within, besides, outside };
    [[nodiscard]] Place find(const NodeRef& node) const {
        for (NodeId at = node.node; at != kNone; at = (*node.tree)[at].parent) {
            const auto found = m_repeats.find(at);
            if (found == m_repeats.end() || found->second != node.tree) continue;
            return positionOf(*node.tree, at) == m_wanted ? Place::within : Place::besides;
        }
        return Place::outside;
    }

  private:
    std::unordered_map<NodeId, Tree*> m_repeats;
    std::uint32_t m_wanted;
};

// The nodes of argument 0 that stand in the chosen repeats. An index that is no number, or below 1, means the first, as
// in ODK Collect.
Value indexedRepeat(const Call& call) {
    if (call.size() % 2 == 0) call.fail("after the path come pairs: a repeat and the number of one");
    auto nodes = call.nodes(0);
    for (std::size_t i = 1; i < call.size(); i += 2) {
        const auto repeats = call.nodes(i);
        const double index = std::trunc(call.number(i + 1));
        const ChosenRepeats chosen(repeats, index >= 1 && index < 4e9 ? static_cast<std::uint32_t>(index)
                                            : index >= 4e9            ? kNone
                                                                      : 1);
        NodeSet kept;
        for (const auto& node : nodes) {
            const auto place = chosen.find(node);
            if (place == ChosenRepeats::Place::outside && !repeats.empty())
                call.fail("argument " + std::to_string(i + 1) + " must be a repeat that argument 1 leads through");
            if (place == ChosenRepeats::Place::within) kept.push_back(node);
        }
        nodes = std::move(kept);
    }
    return Value::ofNodes(std::move(nodes));
}

// XPath's lang(): whether the nearest xml:lang says this language, or a dialect of it.
Value lang(const Call& call) {
    auto wanted = call.text(0);
    const auto lower = [](std::string& text) {
        for (auto& c : text) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
    };
    lower(wanted);
    const auto& node = call.context().node;
    const NameId attribute = node.tree ? node.tree->names().find("xml:lang") : kNone;
    if (attribute == kNone) return Value::ofBoolean(false);
    for (NodeId at = node.node; at != kNone; at = (*node.tree)[at].parent) {
        for (const NodeId one : (*node.tree)[at].attributes) {
            if ((*node.tree)[one].name != attribute) continue;
            auto language = (*node.tree)[one].text;
            lower(language);
            return Value::ofBoolean(language == wanted || language.starts_with(wanted + "-"));
        }
    }
    return Value::ofBoolean(false);
}

constexpr bool firstOnly(std::size_t argument, std::size_t) {
    return argument == 0;
}
// The indexes are meant where the expression stands.
constexpr bool pathsOnly(std::size_t argument, std::size_t) {
    return argument == 0 || argument % 2 == 1;
}

constexpr std::array kFunctions{
    Function{"count", count, 1, 1, true},
    Function{"count-non-empty", countNonEmpty, 1, 1, true},
    Function{"position", position, 0, 1},
    Function{"last", last, 0, 0},
    Function{"name", name, 0, 1},
    Function{"local-name", localName, 0, 1},
    Function{"namespace-uri", namespaceUri, 0, 1},
    Function{"lang", lang, 1, 1},
    Function{"instance", instance, 1, 1},
    Function{"current", current, 0, 0},
    Function{"indexed-repeat", indexedRepeat, 3, kAny, true, pathsOnly},
    Function{"randomize", randomize, 1, 2, true, firstOnly},
};

}  // namespace

std::span<const Function> nodeFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
