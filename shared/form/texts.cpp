// What people see of a filled form: labels, hints, messages and choices in the present language.
#include <algorithm>

#include "shared/form/core.h"
#include "shared/form/functions/shuffle.h"
#include "shared/form/xpath/functions.h"
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

std::optional<std::string> Filling::Core::itext(std::string_view id) {
    const auto found = d.itext.find(std::string(id));
    if (found == d.itext.end()) return {};
    return words(found->second, (m_tree[Tree::root()].children).front(), {});
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

std::vector<Choice> Filling::Core::choicesOf(const Control& control, NodeId node) {
    std::vector<Choice> all;
    if (!control.itemset) {
        for (const auto& choice : control.choices) all.push_back({choice.value, words(choice.label, node, {})});
        return all;
    }
    const auto& set = *control.itemset;
    xpath::NodeSet nodes;
    try {
        xpath::Evaluator evaluator(d.formulas[set.nodes].compiled, *this);
        nodes = evaluator.nodes(d.formulas[set.nodes].compiled.root, contextAt(node));
        if (set.randomize) nodes = xpath::shuffled(nodes, seedOf(set, node));
    } catch (const xpath::EvaluationError& error) {
        m_troubles["choices:" + std::to_string(set.nodes)] =
            m_tree.path(node) + ": " + d.formulas[set.nodes].source + ": " + error.what();
        return all;
    }
    // "name", "./name", "details/name" or "." from each node.
    const auto at = [&](const xpath::NodeRef& from, std::string_view path) -> std::string {
        NodeId here = from.node;
        while (!path.empty()) {
            const auto end = std::min(path.find('/'), path.size());
            const auto name = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (name == "." || name.empty()) continue;
            NodeId next = kNone;
            for (const NodeId child : (*from.tree)[here].children) {
                if (next == kNone && d.names->text((*from.tree)[child].name) == name) next = child;
            }
            if (next == kNone) return {};
            here = next;
        }
        return from.tree->stringValue(here);
    };
    for (const auto& one : nodes) {
        auto label = at(one, set.label);
        if (set.labelIsItext) label = itext(label).value_or(label);
        all.push_back({at(one, set.value), std::move(label)});
    }
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

std::optional<std::string> Filling::Core::choiceName(const xpath::NodeRef& context, std::string_view value,
                                                     std::string_view question) {
    // The question as a path in text; the node that the context means by it.
    auto parsed = xpath::parse(question);
    if (!parsed) return {};
    try {
        xpath::Evaluator evaluator(*parsed, *this);
        auto here = contextAt(context.tree == &m_tree ? context.node : m_tree[Tree::root()].children.front());
        auto nodes = evaluator.nodes(parsed->root, here);
        NodeId found = kNone;
        // Of several repeats the one that the context stands in.
        for (const auto& node : nodes) {
            if (node.tree != &m_tree) return {};
            const auto repeat = d.nodes[m_tree[node.node].def].repeat;
            const bool same = repeat == kNone || ancestorOf(node.node, repeat) == ancestorOf(here.node.node, repeat);
            if (found == kNone || same) found = node.node;
            if (same) break;
        }
        if (found == kNone) return {};
        const auto* shown = control(found);
        if (!shown) return {};
        for (const auto& choice : choicesOf(*shown, found)) {
            if (choice.value == value) return choice.label;
        }
    } catch (const xpath::EvaluationError&) {
        return {};
    }
    return {};
}

}  // namespace plumb::form
