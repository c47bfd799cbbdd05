#include "shared/form/definition/definition.h"

#include <algorithm>

namespace plumb::form {
namespace {

// Elements and attributes of one name are different things.
std::uint64_t placeOf(std::uint32_t parent, NameId name, bool attribute) {
    return (std::uint64_t{parent} << 33) | (std::uint64_t{attribute} << 32) | name;
}

}  // namespace

Definition::Definition() : names(std::make_shared<Names>()) {}

std::uint32_t Definition::addNode(std::uint32_t parent, std::string_view name, NodeKind kind) {
    const auto id = static_cast<std::uint32_t>(nodes.size());
    NodeDef& node = nodes.emplace_back();
    node.name = name;
    node.nameId = names->intern(name);
    node.kind = kind;
    node.parent = parent;
    if (kind == NodeKind::group || kind == NodeKind::repeat) node.type = DataType::container;
    const bool attribute = kind == NodeKind::attribute;
    // The first of two with one name is the one that a path means.
    m_places.emplace(placeOf(parent, node.nameId, attribute), id);
    if (parent != kNone) (attribute ? nodes[parent].attributes : nodes[parent].children).push_back(id);
    return id;
}

FormulaId Definition::addFormula(std::string source, Origin origin) {
    const bool always = source == "true()";
    if (always && m_always != kNone) return m_always;
    Formula& formula = formulas.emplace_back();
    formula.source = std::move(source);
    formula.origin = std::move(origin);
    const auto id = static_cast<FormulaId>(formulas.size() - 1);
    if (always) m_always = id;
    return id;
}

TextId Definition::addText(Text text) {
    texts.push_back(std::move(text));
    return static_cast<TextId>(texts.size() - 1);
}

TextId Definition::addPlainText(std::string words) {
    Text text;
    text.languages[""].forms[""].push_back({std::move(words), kNone});
    return addText(std::move(text));
}

std::uint32_t Definition::child(std::uint32_t parent, std::string_view name, bool attribute) const {
    return child(parent, names->find(name), attribute);
}

std::uint32_t Definition::child(std::uint32_t parent, NameId id, bool attribute) const {
    const auto place = id == kNone ? m_places.end() : m_places.find(placeOf(parent, id, attribute));
    return place == m_places.end() ? kNone : place->second;
}

std::uint32_t Definition::find(std::string_view path) const {
    std::uint32_t at = kNone;
    while (!path.empty()) {
        if (path.front() != '/') return kNone;
        path.remove_prefix(1);
        std::string_view step = path.substr(0, path.find('/'));
        path.remove_prefix(step.size());
        const bool attribute = step.starts_with('@');
        if (attribute) step.remove_prefix(1);
        at = child(at, step, attribute);
        if (at == kNone) return kNone;
    }
    return at;
}

std::string Definition::path(std::uint32_t node) const {
    std::vector<std::uint32_t> way;
    for (; node != kNone; node = nodes[node].parent) way.push_back(node);
    std::string path;
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
        path += nodes[*step].kind == NodeKind::attribute ? "/@" : "/";
        path += nodes[*step].name;
    }
    return path;
}

FormulaId Definition::formulaAt(FormulaId formula, std::uint32_t def) const {
    if (formulas[formula].boundTo == def || formulas[formula].anywhere) return formula;
    const auto found = elsewhere.find((std::uint64_t{formula} << 32) | def);
    return found == elsewhere.end() ? kNone : found->second;
}

void Definition::pack() {
    std::vector<Formula> packed;
    packed.reserve(formulas.size());
    for (Formula& one : formulas) {
        // What is constructed over there stays there: moving it takes its memory along. Paths stand apart: most are
        // never looked at again (Part::count).
        const auto& from = one.compiled;
        xpath::Expression there{from.root,
                                from.nesting,
                                {from.parts, &m_packed},
                                {from.operands, &m_packed},
                                {from.paths, &m_packedPaths},
                                {from.texts, &m_packed},
                                {from.numbers, &m_packed},
                                {}};
        packed.push_back({one.boundTo, one.anywhere, one.readsTime, one.readsWords, one.asksAnyText, std::move(there),
                          std::move(one.reads), std::move(one.source), std::move(one.origin)});
    }
    formulas = std::move(packed);
}

const SecondaryInstance* Definition::instance(std::string_view instanceId) const {
    const auto found =
        std::ranges::find_if(instances, [&](const SecondaryInstance& one) { return one.id == instanceId; });
    return found == instances.end() ? nullptr : &*found;
}

}  // namespace plumb::form
