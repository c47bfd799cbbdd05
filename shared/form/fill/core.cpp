#include "shared/form/fill/core.h"

#include <algorithm>

#include "shared/form/definition/bind_paths.h"
#include "shared/form/xpath/parse.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
Filling::Core::Core(std::shared_ptr<const Definition> definition, FillingOptions options)
    : m_definition(std::move(definition)),
      d(*m_definition),
      m_options(std::move(options)),
      m_tree(d.names),
      m_now(m_options.clock()),
      m_random(m_options.seed ? m_options.seed : std::random_device()()) {
    m_tree.setZone(zone());
    m_language = m_options.language.empty() ? d.defaultLanguage : m_options.language;
    m_hasValueActions = std::any_of(d.actions.begin(), d.actions.end(), [](const Action& action) {
        return std::find(action.events.begin(), action.events.end(), "xforms-value-changed") != action.events.end();
    });
}

void Filling::Core::begin() {
    m_single.assign(d.nodes.size(), kNone);
    m_totals.place.assign(d.totalled.empty() ? 0 : d.nodes.size(), kNone);
    for (const auto def : d.totalled) {
        m_totals.place[def] = static_cast<std::uint32_t>(m_totals.totals.size());
        m_totals.totals.emplace_back();
    }
    m_tree.reserve(d.nodes.size() + 1);
    m_states.reserve(d.nodes.size() + 1);
    m_tree.add(kNone, {});
    m_states.resize(1);
    m_beginning = true;
    m_blank = m_options.restored;
    const NodeId top = grow(Tree::root(), 0, nullptr);
    m_tree[Tree::root()].children.push_back(top);
    const bool first = !std::exchange(m_blank, false);
    if (first) preload(false);
    // Actions read what is calculated, and what they set stands until it is calculated again. Only then is it known
    // which of the first answers are choices.
    m_loading = true;
    gatherFirst();
    // Everything is computed once what was kept has come.
    if (!first && d.actions.empty()) {
        m_loading = m_beginning = false;
        return;
    }
    settle();
    if (first) run("odk-instance-first-load", top, kNone);
    run("odk-instance-load", top, kNone);
    m_loading = false;
    for (const auto& [computation, node] : std::exchange(m_choicesLater, {})) {
        if (m_tree[node].alive && m_tree[node].def == d.computations[computation].def) mark(computation, node);
    }
    settle();
    m_beginning = false;
    m_changes.clear();
    m_removed.clear();
}

xpath::Context Filling::Core::contextAt(NodeId node) const {
    xpath::Context context;
    auto* tree = const_cast<Tree*>(&m_tree);  // expressions look only; secondary trees are what may grow
    context.node = context.current = {tree, node};
    context.main = tree;
    context.single = &m_single;
    context.totals = &m_totals;
    return context;
}

void Filling::Core::noteTrouble(const std::string& prefix, FormulaId formula, NodeId node, const char* why) {
    m_troubles[prefix + std::to_string(formula)] = m_tree.path(node) + ": " + d.formulas[formula].source + ": " + why;
    if (effort.spent && effort.depth == 0) m_exhausted.insert(formula);
}

const xpath::Expression& Filling::Core::compiledAt(FormulaId formula, NodeId node) {
    // What cost too much once would cost it again at every label and every tap.
    if (effort.depth == 0 && !m_exhausted.empty() && m_exhausted.contains(formula))
        throw xpath::EvaluationError("the texts that this asks for look at too many nodes");
    const auto def = m_tree[node].def;
    if (const auto foreseen = d.formulaAt(formula, def); foreseen != kNone) return d.formulas[foreseen].compiled;
    const auto [found, isNew] = m_bound.try_emplace((std::uint64_t{formula} << 32) | def);
    if (isNew) {
        if (auto parsed = xpath::parse(d.formulas[formula].source)) found->second = std::move(*parsed);
        if (!found->second.parts.empty()) (void)bindPaths(d, def, found->second, nullptr);
    }
    if (found->second.parts.empty()) throw xpath::EvaluationError("this is no expression");
    return found->second;
}

std::optional<bool> Filling::Core::truth(FormulaId formula, NodeId node) {
    try {
        return xpath::Evaluator(compiledAt(formula, node), *this).boolean(contextAt(node));
    } catch (const xpath::EvaluationError& error) {
        noteTrouble("", formula, node, error.what());
        return {};
    }
}

std::optional<std::string> Filling::Core::text(FormulaId formula, NodeId node) {
    try {
        xpath::Evaluator evaluator(compiledAt(formula, node), *this);
        auto value = evaluator.value(contextAt(node));
        // What is not known yet is a blank, not "NaN" in somebody's data.
        if (value.kind == xpath::Value::Kind::number && value.number != value.number) return "";
        if (m_options.numberText && value.kind == xpath::Value::Kind::number) return m_options.numberText(value.number);
        return evaluator.toText(value);
    } catch (const xpath::EvaluationError& error) {
        noteTrouble("", formula, node, error.what());
        return {};
    }
}

Tree* Filling::Core::instance(std::string_view id) {
    const std::string key(id);
    if (const auto found = m_instances.find(key); found != m_instances.end()) return found->second.get();
    const auto* secondary = d.instance(id);
    if (!secondary) return nullptr;
    if (!secondary->tree) return nullptr;
    auto tree = std::make_unique<Tree>(*secondary->tree);
    tree->setZone(zone());
    return (m_instances[key] = std::move(tree)).get();
}

std::optional<std::string> Filling::Core::pullData(std::string_view file, std::string_view wanted, std::string_view key,
                                                   std::string_view value) {
    Tree* tree = instance(file);
    if (!tree && file.ends_with(".csv")) tree = instance(file.substr(0, file.size() - 4));
    if (!tree || tree->empty() || (*tree)[Tree::root()].children.empty()) return {};
    const NodeId top = (*tree)[Tree::root()].children.front();
    // "@name" is an attribute of the row, as it would be in a path. A column that there is not is a path to nothing.
    const auto nameOf = [&](std::string_view column) {
        return d.names->find(column.starts_with('@') ? column.substr(1) : column);
    };
    const NameId keyName = nameOf(key), wantedName = nameOf(wanted);
    const auto unknown = [&](std::string_view column) {
        m_troubles["pulldata:" + std::string(file) + ":" + std::string(column)] =
            "pulldata(): \"" + std::string(file) + "\" has no column \"" + std::string(column) + "\"";
        return std::string();
    };
    if (keyName == kNone) return unknown(key);
    if (wantedName == kNone) return unknown(wanted);
    const auto cell = [&](NodeId row, NameId name, bool attribute) -> std::optional<std::string> {
        for (const NodeId one : attribute ? (*tree)[row].attributes : (*tree)[row].children) {
            if ((*tree)[one].name == name) return tree->stringValue(one);
        }
        return {};
    };
    const auto cellOf = [&](NodeId row) -> std::optional<std::string> {
        return cell(row, wantedName, wanted.starts_with('@')).value_or("");
    };
    if (const auto* rows = tree->rows()) {
        for (std::size_t column = 0; column < rows->columns(); ++column) {
            if (rows->columnName(column) != keyName) continue;
            const auto found = rows->rowsWhere(column, value);
            return found.empty() ? std::string() : cellOf(tree->rowNode(found.front()));
        }
        return unknown(key);
    }
    if (key.starts_with('@')) {
        for (const NodeId row : (*tree)[top].children) {
            if (cell(row, keyName, true) == value) return cellOf(row);
        }
        return std::string();
    }
    const NameId item = d.names->find("item");
    const auto& found = tree->lookUp(top, item, keyName, std::string(value));
    return found.empty() ? std::string() : cellOf(found.front());
}

std::optional<std::string> Filling::Core::property(std::string_view name) {
    const auto found = m_options.properties.find(std::string(name));
    if (found == m_options.properties.end()) return {};
    return found->second;
}

const Control* Filling::Core::control(NodeId node) const {
    const auto at = d.controlOf[m_tree[node].def];
    return at == kNone ? nullptr : &d.controls[at];
}

bool Filling::Core::readOnly(NodeId node) const {
    for (NodeId at = node; at != kNone && at != Tree::root(); at = m_tree[at].parent) {
        if (m_states[at].ownReadOnly) return true;
    }
    return false;
}

void Filling::Core::note(NodeId node, Aspect aspect) {
    if (!m_beginning) m_changes[node] |= static_cast<std::uint16_t>(aspect);
}

bool Filling::Core::before(NodeId a, NodeId b) const {
    const auto depth = [&](NodeId node) {
        std::size_t steps = 0;
        for (; node != kNone; node = m_tree[node].parent) ++steps;
        return steps;
    };
    auto deepA = depth(a), deepB = depth(b);
    const bool shallower = deepA < deepB;
    for (; deepA > deepB; --deepA) a = m_tree[a].parent;
    for (; deepB > deepA; --deepB) b = m_tree[b].parent;
    if (a == b) return shallower;
    while (m_tree[a].parent != m_tree[b].parent) {
        a = m_tree[a].parent;
        b = m_tree[b].parent;
    }
    const Node &left = m_tree[a], &right = m_tree[b];
    if (left.isAttribute != right.isAttribute) return left.isAttribute;
    if (left.def != right.def) return left.def < right.def;  // siblings' definitions stand in document order
    return left.position < right.position;
}

Changes Filling::Core::takeChanges() {
    Changes all = std::exchange(m_removed, {});
    const auto removed = all.size();
    for (const auto& [node, aspects] : m_changes) {
        if (m_tree[node].alive) all.push_back({node, aspects, {}});
    }
    m_changes.clear();
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(removed), all.end(),
              [&](const Change& a, const Change& b) { return before(a.node, b.node); });
    return all;
}

}  // namespace plumb::form
