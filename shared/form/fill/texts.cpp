// What people see of a filled form: labels, hints, messages and choices in the present language.
#include <algorithm>

#include "shared/form/fill/core.h"
#include "shared/form/fill/tuning.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/functions/shuffle.h"
#include "shared/form/xpath/parse.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
const LanguageText* Filling::Core::languageText(const Text& text) const {
    for (const auto& language : {m_language, d.defaultLanguage, std::string()}) {
        if (const auto found = text.languages.find(language); found != text.languages.end()) return &found->second;
    }
    return text.languages.empty() ? nullptr : &text.languages.begin()->second;
}

std::string Filling::Core::pieces(const TextPieces& pieces, NodeId node) {
    std::string all;
    for (const auto& piece : pieces) {
        all += piece.literal;
        if (piece.value != kNone && node != kNone) all += text(piece.value, node).value_or("");
        if (all.size() <= kMaxWords) continue;
        // Texts that hold each other twice grow by doubling.
        effort.spent = effort.depth > 0;
        m_troubles["words:" + m_tree.path(node)] =
            m_tree.path(node) + ": a text for people has more than " + std::to_string(kMaxWords) + " bytes";
        return {};
    }
    return all;
}

std::string Filling::Core::words(TextId id, NodeId node, std::string_view form) {
    if (id == kNone) return {};
    const auto& one = d.texts[id];
    if (one.computed != kNone && form.empty()) return text(one.computed, node).value_or("");
    const auto* found = languageText(one);
    if (!found) return {};
    auto at = found->forms.find(form);
    // A text that only has a short form is said in that.
    if (at == found->forms.end() && form.empty()) at = found->forms.find("long");
    if (at == found->forms.end() && form.empty()) at = found->forms.find("short");
    return at == found->forms.end() ? std::string() : pieces(at->second, node);
}

std::optional<std::string> Filling::Core::itext(const xpath::NodeRef& context, std::string_view id) {
    const auto found = d.itext.find(std::string(id));
    if (found == d.itext.end()) return {};
    const bool here = context.tree == &m_tree && context.node != Tree::root();
    return words(found->second, here ? context.node : m_tree[Tree::root()].children.front(), {});
}

std::int64_t Filling::Core::seedOf(const Itemset& set, NodeId node) {
    if (set.seed == kNone) {
        // One order for as long as the form is filled, or choices would jump about while somebody looks.
        const auto [found, isNew] = m_seeds.try_emplace(set.nodes, 0);
        if (isNew) found->second = static_cast<std::int64_t>(randomBits() >> 2);
        return found->second;
    }
    const auto seed = text(set.seed, node).value_or("");
    const auto number = xpath::numberOf(seed);
    return number == number ? xpath::seedOf(number) : xpath::seedOf(std::string_view(seed));
}

xpath::NodeSet Filling::Core::itemsOf(const Itemset& set, NodeId node) {
    try {
        const auto& formula = compiledAt(set.nodes, node);
        auto nodes = xpath::Evaluator(formula, *this).nodes(formula.root, contextAt(node));
        return set.randomize ? xpath::shuffled(nodes, seedOf(set, node)) : nodes;
    } catch (const xpath::EvaluationError& error) {
        noteTrouble("choices:", set.nodes, node, error.what());
        return {};
    }
}

// "name", "./name", "details/name" or "." from the node.
std::string Filling::Core::itemText(const xpath::NodeRef& item, std::string_view path) const {
    NodeId here = item.node;
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const auto name = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (name == "." || name.empty()) continue;
        const auto& children = (*item.tree)[here].children;
        const auto next = std::find_if(children.begin(), children.end(),
                                       [&](NodeId child) { return d.names->text((*item.tree)[child].name) == name; });
        if (next == children.end()) return {};
        here = *next;
    }
    return item.tree->stringValue(here);
}

std::string Filling::Core::itemLabel(const Itemset& set, const xpath::NodeRef& item, NodeId node) {
    auto label = itemText(item, set.label);
    return set.labelIsItext ? itext({&m_tree, node}, label).value_or(label) : label;
}

std::vector<Choice> Filling::Core::choicesOf(const Control& control, NodeId node) {
    std::vector<Choice> all;
    for (const auto& choice : control.choices) all.push_back({choice.value, words(choice.label, node, {})});
    if (!control.itemset) return all;
    const auto& set = *control.itemset;
    for (const auto& item : itemsOf(set, node)) all.push_back({itemText(item, set.value), itemLabel(set, item, node)});
    return all;
}

std::optional<Error> Filling::Core::refuseChoices(const Control& control, NodeId node, std::string_view text) {
    const bool several = control.kind == ControlKind::selectMultiple || control.kind == ControlKind::rank;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = several ? std::min(rest.find(' '), rest.size()) : rest.size();
        const auto one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const bool known = one.empty() || std::any_of(control.choices.begin(), control.choices.end(),
                                                      [&](const ChoiceDef& choice) { return choice.value == one; });
        if (!known)
            return Error{ErrorKind::malformed, "bad_choice",
                         m_tree.path(node) + ": \"" + std::string(one.substr(0, 80)) + "\" is none of its choices"};
    }
    return {};
}

NodeId Filling::Core::askedQuestion(NodeId context, std::string_view path) {
    // Most are plain paths to a question that there is one of, or that stands in the same repeat.
    if (const auto def = d.find(path); def != kNone) {
        NodeId anchor = kNone, found = kNone;
        for (auto at = d.nodes[def].repeat; at != kNone && anchor == kNone;) {
            anchor = ancestorOf(context, at);
            const auto parent = d.nodes[at].parent;
            at = parent == kNone ? kNone : d.nodes[parent].repeat;
        }
        forEach(def, anchor, [&](NodeId node) {
            if (found == kNone && m_tree[node].relevant) found = node;
        });
        return found;
    }
    const auto parsed = xpath::parse(path);
    if (!parsed) return kNone;
    for (const auto& node : xpath::Evaluator(*parsed, *this).nodes(parsed->root, contextAt(context))) {
        if (node.tree == &m_tree && m_tree[node.node].def != kNone) return node.node;
    }
    return kNone;
}

std::optional<std::string> Filling::Core::choiceName(const xpath::NodeRef& context, std::string_view value,
                                                     std::string_view question) {
    const bool here = context.tree == &m_tree && context.node != Tree::root();
    const NodeId node = askedQuestion(here ? context.node : m_tree[Tree::root()].children.front(), question);
    const auto* shown = node == kNone ? nullptr : control(node);
    if (!shown) return {};
    // Only the one that is asked for is put into words: what the others say may ask for this one again.
    for (const auto& choice : shown->choices) {
        if (choice.value == value) return words(choice.label, node, {});
    }
    if (!shown->itemset) return {};
    for (const auto& item : itemsOf(*shown->itemset, node)) {
        if (itemText(item, shown->itemset->value) == value) return itemLabel(*shown->itemset, item, node);
    }
    return {};
}

}  // namespace plumb::form
