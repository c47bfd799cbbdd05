#include <algorithm>

#include "shared/form/xform/read_xform_reader.h"
#include "shared/form/xform/search_call.h"

namespace plumb::form {
namespace {

std::string firstWords(const Definition& form, TextId text) {
    if (text == kNone || form.texts[text].languages.empty()) return {};
    const auto& forms = form.texts[text].languages.begin()->second.forms;
    return forms.empty() || forms.begin()->second.empty() ? std::string() : forms.begin()->second.front().literal;
}

// Whether the first of the nodes of "instance('x')/root/item[…]" in an inline instance has no child of this name.
bool lacks(const Definition& form, std::string_view nodes, std::string_view child) {
    if (!nodes.starts_with("instance(") || nodes.size() < 12) return false;
    const auto end = nodes.find(nodes[9], 10);
    if (end == std::string_view::npos || nodes.substr(end + 1, 2) != ")/") return false;
    const auto* instance = form.instance(nodes.substr(10, end - 10));
    if (!instance || !instance->tree || instance->tree->empty() || !instance->source.empty()) return false;
    const Tree& tree = *instance->tree;
    NodeId at = Tree::root();
    const auto below = [&](std::string_view name) {
        for (const NodeId one : tree[at].children) {
            if (tree.names().text(tree[one].name) == name) return one;
        }
        return kNone;
    };
    const auto open = std::min(nodes.find('[', end), nodes.size());
    auto rest = nodes.substr(end + 3, open - end - 3);
    // Steps behind a predicate lead from some of what stands there, and nobody knows yet from which.
    int depth = 0;
    for (const char c : nodes.substr(open)) {
        if (c == '/' && depth == 0) return false;
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    while (!rest.empty()) {
        const auto step = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(step.size() + 1, rest.size()));
        at = below(step);
        if (at == kNone) return false;
    }
    if (child.starts_with("./")) child.remove_prefix(2);
    const bool plain = child.find_first_of("./@*[(: ") == std::string_view::npos;
    return plain && below(child) == kNone;
}

}  // namespace

void XformReader::select(const pugi::xml_node& element, std::uint32_t id) {
    Control made;  // its choices; filled apart, since texts and formulas move the list of controls
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        if (localName(child) == "item") item(child, made);
        if (localName(child) == "itemset") itemset(child, made);
    }
    if (made.itemset && !made.choices.empty())
        problem(element, "a question has both choices of its own and an <itemset>");
    if (!made.itemset && made.choices.empty()) problem(element, "a question to choose from has no choices");
    Control& control = m_definition->controls[id];
    if (const auto call = searchCall(control.appearance)) {
        const auto columns = std::ranges::find_if_not(
            made.choices, [](const ChoiceDef& one) { return isChoiceBesideSearch(one.value); });
        if (call->nodes.empty() || made.itemset) {
            unsupported(element, "search() in an appearance with these arguments: " + control.appearance);
        } else if (columns != made.choices.end()) {
            // It names columns of the file, not answers.
            Itemset set;
            set.nodes = formula(element, call->nodes, "search()");
            set.value = columns->value;
            set.label = firstWords(*m_definition, columns->label);
            set.label = set.label.substr(0, set.label.find_first_of(", "));
            std::erase_if(made.choices, [](const ChoiceDef& one) { return !isChoiceBesideSearch(one.value); });
            made.itemset = std::move(set);
            if (!m_definition->instance(call->file))
                attachInstance(*m_definition, call->file, "jr://file-csv/" + call->file + ".csv", origin(element),
                               m_result.problems, m_result.warnings);
        }
    }
    control.choices = std::move(made.choices);
    control.itemset = std::move(made.itemset);
}

void XformReader::item(const pugi::xml_node& element, Control& control) {
    ChoiceDef choice;
    bool labelled = false;
    bool valued = false;
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        if (localName(child) == "label") {
            labelled = true;
            choice.label = text(child);
        } else if (localName(child) == "value") {
            valued = true;
            choice.value = textIn(child);
        }
    }
    if (!labelled) problem(element, "a choice has no <label>");
    if (!valued) return problem(element, "a choice has no <value>");
    if (choice.value.empty()) warn(element, "the value of a choice is empty: who takes it gives no answer");
    if (choice.value.find_first_of(" \t\r\n") != std::string::npos && localName(element.parent()) != "select1")
        warn(element, "the choice '" + choice.value + "' has a space in it and cannot be told from two choices");
    control.choices.push_back(std::move(choice));
}

void XformReader::itemset(const pugi::xml_node& element, Control& control) {
    Itemset set;
    const std::string nodeset = trimmed(element.attribute("nodeset").value());
    if (nodeset.empty()) return problem(element, "<itemset> has no nodeset");
    if (const auto parts = splitRandomize(nodeset)) {
        set.randomize = true;
        set.nodes = formula(element, parts->first, "itemset");
        if (!parts->second.empty()) set.seed = formula(element, parts->second, "itemset's seed");
    } else {
        set.nodes = formula(element, nodeset, "itemset");
    }
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        std::string path = trimmed(child.attribute("ref").value());
        if (name == "copy") {
            unsupported(child, "<copy> in an itemset");
        } else if (name == "value") {
            set.value = path;
        } else if (name == "label") {
            if (path.starts_with("jr:itext(") && path.ends_with(')')) {
                set.labelIsItext = true;
                path = trimmed(std::string_view(path).substr(9, path.size() - 10));
            }
            set.label = path;
        }
    }
    if (set.value.empty()) problem(element, "<itemset> has no <value> with a ref");
    if (set.label.empty()) problem(element, "<itemset> has no <label> with a ref");
    if (control.itemset) return problem(element, "a question has two itemsets");
    for (const auto& path : {set.value, set.label}) {
        if (!path.empty() && lacks(*m_definition, m_definition->formulas[set.nodes].source, path))
            problem(element, "the choices of " + nodeset + " have no <" + path + ">");
    }
    control.itemset = std::move(set);
}

void XformReader::externalItemset(const pugi::xml_node& element, std::uint32_t id) {
    // query="instance('cities')/root/item[…]" means the rows of itemsets.csv whose list_name is 'cities'.
    const std::string query = trimmed(element.attribute("query").value());
    const auto open = query.find_first_of("'\"");
    const auto close = open == std::string::npos ? open : query.find(query[open], open + 1);
    const auto tail = close == std::string::npos ? close : query.find("/item", close);
    if (!query.starts_with("instance(") || tail == std::string::npos)
        return unsupported(element, "the query '" + query + "'");
    const std::string list = query.substr(open, close + 1 - open);
    Itemset set;
    set.nodes =
        formula(element, "instance('itemsets')/root/item[list_name=" + list + "]" + query.substr(tail + 5), "query");
    set.value = "name";
    set.label = "label";
    Control& control = m_definition->controls[id];
    control.kind = ControlKind::selectOne;
    control.itemset = std::move(set);
    if (!m_definition->instance("itemsets"))
        attachInstance(*m_definition, "itemsets", "jr://file-csv/itemsets.csv", origin(element), m_result.problems,
                       m_result.warnings);
}

}  // namespace plumb::form
