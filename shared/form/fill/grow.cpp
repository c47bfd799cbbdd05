// How the data of a form comes to be: the first tree, repeats added, copied and removed.
#include <algorithm>

#include "shared/form/data/path_step.h"
#include "shared/form/definition/canonical.h"
#include "shared/form/fill/core.h"

namespace plumb::form {

Filling::Core::Listed Filling::Core::listedRepeats(std::uint32_t def, const InitialRepeat* around) const {
    if (around) {
        if (const auto own = around->inner.find(def); own != around->inner.end())
            return {own->second, static_cast<std::uint32_t>(own->second.size())};
    }
    return {d.nodes[def].initialInstances, d.nodes[def].initialCount};
}

const InitialRepeat* Filling::Core::initialOf(NodeId node) const {
    while (node != kNone && !m_tree[node].isRepeat) node = m_tree[node].parent;
    const auto found = m_initials.find(node);
    return found == m_initials.end() ? nullptr : found->second;
}

NodeId Filling::Core::grow(NodeId parent, std::uint32_t def, const InitialRepeat* initial) {
    const auto& node = d.nodes[def];
    const NodeId id = m_tree.addLoose(parent, node.nameId);
    if (m_states.size() < m_tree.size()) m_states.resize(m_tree.size());
    m_states[id] = State{.required = node.alwaysRequired};
    m_tree[id].def = def;
    m_tree[id].type = node.kind == NodeKind::leaf || node.kind == NodeKind::attribute ? node.type : DataType::container;
    m_tree[id].isRepeat = node.kind == NodeKind::repeat;
    m_tree[id].isAttribute = node.kind == NodeKind::attribute;
    m_tree[id].relevant = parent == kNone || m_tree[parent].relevant;
    if (initial && node.kind == NodeKind::repeat && !initial->inner.empty()) m_initials[id] = initial;
    // What the form's file has there: of the repeat that it lists, else of the template.
    const bool awaits = m_blank && node.kind == NodeKind::leaf && node.calculate == kNone;
    if (!awaits && (!node.bare || initial)) {
        const bool own = initial && initial->texts.contains(def);
        m_tree.setText(id, typed(id, own ? initial->texts.at(def) : node.initial));
    }
    account(id, true);
    if (node.repeat == kNone) m_single[def] = id;
    if (node.bare) return id;
    for (const auto attribute : node.attributes) {
        // First grown, then looked for again: the nodes move as they become more.
        const NodeId made = grow(id, attribute, initial);
        m_tree[id].attributes.push_back(made);
    }
    // Most nodes are leaves, and ask for no memory of their own.
    if (node.children.empty()) return id;
    m_tree[id].children.reserve(node.children.size());
    m_tree[id].starts.reserve(node.children.size() + 1);
    m_tree[id].starts.push_back(0);
    for (const auto child : node.children) {
        const bool repeats = d.nodes[child].kind == NodeKind::repeat;
        const auto listed = repeats ? listedRepeats(child, initial) : Listed{{}, 1};
        for (std::uint32_t i = 0; i < listed.count; ++i) {
            const NodeId made = grow(id, child, repeats ? listed.at(i) : initial);
            m_tree[made].position = i + 1;
            m_tree[id].children.push_back(made);
        }
        m_tree[id].starts.push_back(static_cast<std::uint32_t>(m_tree[id].children.size()));
    }
    return id;
}

void Filling::Core::attach(NodeId repeat) {
    Node& parent = m_tree[m_tree[repeat].parent];
    const auto ordinal = d.nodes[m_tree[repeat].def].ordinal;
    const auto end = parent.starts[ordinal + 1];
    m_tree[repeat].position = end - parent.starts[ordinal] + 1;
    parent.children.insert(parent.children.begin() + end, repeat);
    for (std::size_t i = ordinal + 1; i < parent.starts.size(); ++i) ++parent.starts[i];
}

std::optional<Error> Filling::Core::refuseAdd(std::uint32_t def, std::size_t wanted) const {
    const auto& repeat = d.nodes[def];
    if (repeat.kind != NodeKind::repeat)
        return Error{ErrorKind::notFound, "unknown_node", d.path(def) + " is no repeat: there is one"};
    if (repeat.count != kNone)
        return Error{ErrorKind::refused, "counted", d.path(def) + ": how many there are is computed"};
    if (!repeat.mayAddRemove) return Error{ErrorKind::refused, "fixed", d.path(def) + ": none can be added or removed"};
    if (wanted > kMaxRepeatsByHand || full())
        return Error{ErrorKind::refused, "too_many", d.path(def) + ": there are as many as a form can hold"};
    return {};
}

NodeId Filling::Core::addRepeat(NodeId parent, std::uint32_t def, NodeId like) {
    // Beyond those that the form's file lists: the template's texts. How many are computed may be said late: those that
    // the file lists keep their places.
    const InitialRepeat* initial = nullptr;
    if (d.nodes[def].count != kNone) {
        const auto place = instancesOf(parent, def).size();
        const auto listed = listedRepeats(def, initialOf(parent));
        if (place < listed.count) initial = listed.at(place);
    }
    const NodeId made = grow(parent, def, initial);
    attach(made);
    if (like != kNone) copyTexts(like, made);
    note(made, Aspect::added);
    std::vector<NodeId> news{made};
    for (std::size_t i = 0; i < news.size(); ++i) {
        const Node& node = m_tree[news[i]];
        if (!node.text.empty()) note(news[i], Aspect::value);
        if (m_states[news[i]].required) note(news[i], Aspect::required);
        news.insert(news.end(), node.children.begin(), node.children.end());
    }
    markOwn(made);
    structureChanged(made, false);
    if (!m_blank) run("odk-new-repeat", made, def);
    return made;
}

void Filling::Core::copyTexts(NodeId from, NodeId to) {
    const auto def = m_tree[from].def;
    if (d.nodes[def].kind == NodeKind::leaf) {
        if (d.nodes[def].calculate != kNone) return;
        account(to, false);
        m_tree.setText(to, m_tree[from].text);
        account(to, true);
        return;
    }
    const std::size_t count = d.nodes[def].children.size();
    for (std::size_t ordinal = 0; ordinal < count; ++ordinal) {
        const auto child = d.nodes[def].children[ordinal];
        const auto wanted = m_tree[from].starts[ordinal + 1] - m_tree[from].starts[ordinal];
        while (m_tree[to].starts[ordinal + 1] - m_tree[to].starts[ordinal] < wanted) attach(grow(to, child, nullptr));
        for (std::uint32_t i = 0; i < wanted; ++i) {
            copyTexts(m_tree[from].children[m_tree[from].starts[ordinal] + i],
                      m_tree[to].children[m_tree[to].starts[ordinal] + i]);
        }
    }
}

void Filling::Core::removeRepeat(NodeId repeat) {
    const NodeId parent = m_tree[repeat].parent;
    const auto def = m_tree[repeat].def;
    const auto ordinal = d.nodes[def].ordinal;
    m_removed.push_back({repeat, static_cast<std::uint16_t>(Aspect::removed), m_tree.path(repeat)});
    const auto index = m_tree[parent].starts[ordinal] + m_tree[repeat].position - 1;
    // Readers outside are told while the node still stands in its place.
    structureChanged(repeat, false);
    std::vector<NodeId> gone{repeat};
    for (std::size_t i = 0; i < gone.size(); ++i) {
        const Node& node = m_tree[gone[i]];
        gone.insert(gone.end(), node.children.begin(), node.children.end());
        gone.insert(gone.end(), node.attributes.begin(), node.attributes.end());
    }
    Node& around = m_tree[parent];
    around.children.erase(around.children.begin() + index);
    for (std::size_t i = ordinal + 1; i < around.starts.size(); ++i) --around.starts[i];
    for (auto i = index; i < around.starts[ordinal + 1]; ++i) {
        Node& later = m_tree[around.children[i]];
        --later.position;
    }
    if (index < m_tree[parent].starts[ordinal + 1]) structureChanged(m_tree[parent].children[index], true);
    for (const NodeId node : gone) {
        account(node, false);
        m_changes.erase(node);
        m_initials.erase(node);
        m_states[node] = State{};
    }
    m_tree.drop(repeat);
}

NodeId Filling::Core::reach(std::string_view path) {
    NodeId at = Tree::root();
    while (!path.empty()) {
        const auto step = takeStep(path);
        const NameId name = step ? d.names->find(step->name) : kNone;
        if (name == kNone) return kNone;
        NodeId next = kNone;
        const auto here = m_tree[at].def;
        if (at == Tree::root()) {
            next = m_tree[at].children.front();
            if (m_tree[next].name != name) return kNone;
        } else if (step->attribute) {
            for (const NodeId one : m_tree[at].attributes) {
                if (m_tree[one].name == name) next = one;
            }
        } else {
            for (const auto child : d.nodes[here].children) {
                if (d.nodes[child].nameId != name) continue;
                const bool repeats = d.nodes[child].kind == NodeKind::repeat;
                if (step->position > (repeats ? kMaxRepeatsByHand : 1)) return kNone;
                while (instancesOf(at, child).size() < step->position) {
                    if (full()) {
                        m_overflow = d.path(child) + ": a form holds no more than " +
                                     std::to_string(m_options.mostNodes) + " values";
                        return kNone;
                    }
                    addRepeat(at, child, kNone);
                }
                next = instancesOf(at, child)[step->position - 1];
                break;
            }
        }
        if (next == kNone) return kNone;
        at = next;
    }
    return at == Tree::root() ? kNone : at;
}

Result<Changes> Filling::setAt(std::string_view path, std::string_view text) {
    Core& core = *m_core;
    std::string there;
    // What is wrong with the text is told before anything is made.
    for (auto rest = path; !rest.empty();) {
        const auto step = takeStep(rest);
        if (!step) return fail(ErrorKind::notFound, "unknown_node", "there is no " + std::string(path));
        there += (step->attribute ? "/@" : "/") + std::string(step->name);
    }
    const auto def = core.d.find(there);
    if (def == kNone) return fail(ErrorKind::notFound, "unknown_node", "there is no " + std::string(path));
    if (auto value = canonicalText(core.d.nodes[def].type, text); !value) return set(find(path), text);
    for (std::size_t at = path.find('/', 1); at != std::string_view::npos; at = path.find('/', at + 1)) {
        const auto upTo = path.substr(0, at);
        if (find(upTo) != kNone) continue;
        auto last = upTo.substr(upTo.rfind('/'));
        const auto step = takeStep(last);
        const NodeId parent = find(upTo.substr(0, upTo.rfind('/')));
        const auto repeat = parent == kNone ? kNone : core.d.child(core.m_tree[parent].def, step->name);
        if (repeat == kNone) return fail(ErrorKind::notFound, "unknown_node", "there is no " + std::string(upTo));
        if (auto refused = core.refuseAdd(repeat, step->position)) return fail(std::move(*refused));
        while (core.instancesOf(parent, repeat).size() < step->position) {
            if (core.full()) return fail(ErrorKind::refused, "too_many", there + ": a form holds no more");
            core.addRepeat(parent, repeat, kNone);
        }
    }
    core.settle();
    return set(find(path), text);
}

}  // namespace plumb::form
