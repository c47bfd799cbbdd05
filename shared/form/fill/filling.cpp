#include "shared/form/fill/filling.h"

#include <algorithm>
#include <utility>

#include "shared/form/data/path_step.h"
#include "shared/form/definition/bind_paths.h"
#include "shared/form/definition/canonical.h"
#include "shared/form/fill/core.h"
#include "shared/form/fill/write_instance.h"
#include "shared/form/xpath/parse.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {

Filling::Filling(std::shared_ptr<const Definition> definition, FillingOptions options)
    : m_core(std::make_unique<Core>(std::move(definition), std::move(options))) {
    m_core->begin();
}
Filling::~Filling() = default;

const Definition& Filling::definition() const {
    return m_core->d;
}
const Tree& Filling::tree() const {
    return m_core->m_tree;
}
const std::string& Filling::language() const {
    return m_core->m_language;
}

NodeId Filling::find(std::string_view path) const {
    const Tree& tree = m_core->m_tree;
    NodeId at = Tree::root();
    while (!path.empty()) {
        const auto step = takeStep(path);
        const NameId name = step ? tree.names().find(step->name) : kNone;
        if (name == kNone) return kNone;
        std::size_t wanted = step->position;
        NodeId next = kNone;
        for (const NodeId child : step->attribute ? tree[at].attributes : tree[at].children) {
            if (tree[child].name == name && --wanted == 0) {
                next = child;
                break;
            }
        }
        if (next == kNone) return kNone;
        at = next;
    }
    return at == Tree::root() ? kNone : at;
}

Result<Changes> Filling::set(NodeId node, std::string_view text) {
    Core& core = *m_core;
    if (node == kNone || node >= core.m_tree.size() || !core.m_tree[node].alive || node == Tree::root())
        return fail(ErrorKind::notFound, "unknown_node", "there is no such question here");
    const auto& def = core.d.nodes[core.m_tree[node].def];
    if (def.kind == NodeKind::group || def.kind == NodeKind::repeat)
        return fail(ErrorKind::malformed, "no_value", core.m_tree.path(node) + " is a group: it has no value");
    if (core.readOnly(node))
        return fail(ErrorKind::refused, "read_only", core.m_tree.path(node) + " cannot be changed");
    auto value = canonicalText(def.type, text);
    if (!value)
        return fail(value.error().kind, value.error().code, core.m_tree.path(node) + ": " + value.error().detail);
    if (const auto* control = core.control(node); control && !control->choices.empty() && !control->itemset) {
        if (auto refused = core.refuseChoices(*control, node, *value)) return fail(std::move(*refused));
    }
    core.write(node, std::move(*value));
    core.settle();
    return core.takeChanges();
}

Result<NodeId> Filling::add(NodeId parent, std::uint32_t def, Changes& changes, NodeId like) {
    Core& core = *m_core;
    if (def >= core.d.nodes.size() || core.d.nodes[def].kind != NodeKind::repeat || parent >= core.m_tree.size() ||
        !core.m_tree[parent].alive || core.m_tree[parent].def != core.d.nodes[def].parent)
        return fail(ErrorKind::notFound, "unknown_node", "there is no such repeat here");
    const auto have = core.instancesOf(parent, def).size();
    if (auto refused = core.refuseAdd(def, have + 1)) return fail(std::move(*refused));
    const NodeId made = core.addRepeat(parent, def, like);
    core.settle();
    changes = core.takeChanges();
    return made;
}

Result<Changes> Filling::remove(NodeId node) {
    Core& core = *m_core;
    if (node >= core.m_tree.size() || !core.m_tree[node].alive || !core.m_tree[node].isRepeat)
        return fail(ErrorKind::notFound, "unknown_node", "there is no such repeat here");
    const auto& repeat = core.d.nodes[core.m_tree[node].def];
    if (repeat.count != kNone)
        return fail(ErrorKind::refused, "counted", core.m_tree.path(node) + ": how many there are is computed");
    if (!repeat.mayAddRemove)
        return fail(ErrorKind::refused, "fixed", core.m_tree.path(node) + ": none can be added or removed");
    core.removeRepeat(node);
    core.settle();
    return core.takeChanges();
}

std::string Filling::takeOverflow() {
    return std::exchange(m_core->m_overflow, {});
}

Result<Changes> Filling::setLanguage(std::string_view language) {
    Core& core = *m_core;
    const auto& all = core.d.languages;
    if (!all.empty() && std::find(all.begin(), all.end(), language) == all.end()) {
        std::string known;
        for (const auto& one : all) known += (known.empty() ? "" : ", ") + one;
        return fail(ErrorKind::notFound, "unknown_language",
                    "the form is not in \"" + std::string(language) + "\"; it is in: " + known);
    }
    if (core.m_language == language) return Changes{};
    core.m_language = language;
    // Every label may read differently, and so may what names choices.
    for (std::uint32_t def = 0; def < core.d.nodes.size(); ++def) {
        if (core.d.controlOf[def] == kNone) continue;
        core.forEach(def, kNone, [&](NodeId node) { core.note(node, Aspect::label); });
    }
    for (std::uint32_t at = 0; at < core.d.computations.size(); ++at) {
        if (core.d.formulas[core.d.computations[at].formula].readsWords) core.markAll(at, kNone);
    }
    core.settle();
    return core.takeChanges();
}

Changes Filling::refreshTime() {
    Core& core = *m_core;
    core.readClock();
    for (std::uint32_t at = 0; at < core.d.computations.size(); ++at) {
        if (core.d.formulas[core.d.computations[at].formula].readsTime) core.markAll(at, kNone);
    }
    core.settle();
    return core.takeChanges();
}

bool Filling::relevant(NodeId node) const {
    return m_core->m_tree[node].relevant;
}
bool Filling::required(NodeId node) const {
    return m_core->m_states[node].required;
}
bool Filling::readOnly(NodeId node) const {
    return m_core->readOnly(node);
}
bool Filling::valid(NodeId node) const {
    return m_core->m_states[node].valid;
}

std::string Filling::label(NodeId node, std::string_view form) const {
    const auto* control = m_core->control(node);
    return control ? m_core->words(control->label, node, form) : std::string();
}
std::string Filling::hint(NodeId node, std::string_view form) const {
    const auto* control = m_core->control(node);
    return control ? m_core->words(control->hint, node, form) : std::string();
}

std::string Filling::message(NodeId node) const {
    const auto& def = m_core->d.nodes[m_core->m_tree[node].def];
    if (!valid(node)) return m_core->words(def.constraintMessage, node, {});
    if (required(node) && m_core->m_tree[node].text.empty()) return m_core->words(def.requiredMessage, node, {});
    return {};
}

std::vector<Choice> Filling::choices(NodeId node) const {
    const auto* control = m_core->control(node);
    return control ? m_core->choicesOf(*control, node) : std::vector<Choice>();
}

std::vector<Filling::Fault> Filling::faults() const {
    std::vector<Fault> all;
    const Tree& tree = m_core->m_tree;
    std::vector<NodeId> waiting{Tree::root()};
    while (!waiting.empty()) {
        const NodeId node = waiting.back();
        waiting.pop_back();
        const Node& one = tree[node];
        if (!one.relevant) continue;
        const auto& state = m_core->m_states[node];
        if (!state.valid) all.push_back({node, Fault::Why::invalid});
        if (state.required && one.children.empty() && one.text.empty()) all.push_back({node, Fault::Why::missing});
        waiting.insert(waiting.end(), one.children.rbegin(), one.children.rend());
    }
    return all;
}

std::vector<std::string> Filling::troubles() const {
    std::vector<std::string> all;
    for (const auto& [key, sentence] : m_core->m_troubles) all.push_back(sentence);
    return all;
}

Result<std::string> Filling::evaluate(std::string_view expression, NodeId at) {
    auto parsed = xpath::parse(expression);
    if (!parsed) return fail(ErrorKind::malformed, "bad_expression", parsed.error());
    for (const auto& path : parsed->paths) {
        if (path.question) return fail(ErrorKind::malformed, "bad_expression", "a question is written as a path here");
    }
    const NodeId node = at == kNone ? m_core->m_tree[Tree::root()].children.front() : at;
    (void)bindPaths(m_core->d, m_core->m_tree[node].def, *parsed, nullptr);
    try {
        xpath::Evaluator evaluator(*parsed, *m_core);
        return xpath::describe(evaluator.value(m_core->contextAt(node)));
    } catch (const xpath::EvaluationError& error) {
        return fail(ErrorKind::malformed, "cannot_evaluate", error.what());
    }
}

std::string Filling::toXml(bool all) const {
    return writeInstance(m_core->d, m_core->m_tree, all);
}

std::map<std::string, std::string> Filling::toPaths(bool all) const {
    std::map<std::string, std::string> texts;
    const Tree& tree = m_core->m_tree;
    std::vector<NodeId> waiting{tree[Tree::root()].children.front()};
    while (!waiting.empty()) {
        const NodeId node = waiting.back();
        waiting.pop_back();
        const Node& one = tree[node];
        if (!all && !one.relevant) continue;
        if (one.children.empty() && !one.text.empty()) texts[tree.path(node)] = one.text;
        // That a repeat is there, even where it holds nothing yet.
        if (one.isRepeat) texts.try_emplace(tree.path(node), "");
        waiting.insert(waiting.end(), one.children.begin(), one.children.end());
    }
    return texts;
}

std::vector<std::string> Filling::load(const std::map<std::string, std::string>& texts) {
    Core& core = *m_core;
    std::vector<std::string> left;
    std::vector<std::pair<NodeId, std::string>> known;
    std::map<NodeId, std::string> paths;
    core.m_blank = true;
    for (const auto& [path, text] : texts) {
        const NodeId node = core.reach(path);
        if (node == kNone) {
            left.push_back(path);
        } else {
            known.emplace_back(node, text);
            paths.emplace(node, path);
        }
    }
    for (const NodeId node : put(known)) left.push_back(paths.at(node));
    return left;
}

std::vector<NodeId> Filling::put(const std::vector<std::pair<NodeId, std::string>>& texts) {
    Core& core = *m_core;
    std::vector<NodeId> left;
    core.m_blank = true;
    for (const auto& [node, text] : texts) {
        const auto& def = core.d.nodes[core.m_tree[node].def];
        if (def.kind == NodeKind::group || def.kind == NodeKind::repeat) continue;
        if (auto value = canonicalText(def.type, text)) {
            core.write(node, std::move(*value));
        } else if (const auto own = typedText(def.type, text); own && *own == text) {
            core.write(node, text);  // no answer, but a default or a calculation that stood there
        } else {
            left.push_back(node);
        }
    }
    core.m_blank = false;
    core.m_valueEvents.clear();  // what they led to was kept with the rest
    core.m_beginning = true;
    core.settle();
    core.m_beginning = false;
    core.m_changes.clear();
    core.m_removed.clear();
    return left;
}

}  // namespace plumb::form
