// The recomputation: what a change marks, and what is computed from the marks.
#include <algorithm>

#include "shared/form/definition/canonical.h"
#include "shared/form/fill/core.h"
#include "shared/form/fill/tuning.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
namespace {

using Computation = Definition::Computation;
using Kind = Computation::Kind;

std::uint16_t bit(Kind kind) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(kind));
}

// Whether a formula of a group reads what stands in that group.
bool readsWithin(const Definition& d, const Formula& formula, std::uint32_t group) {
    if (d.nodes[group].children.empty()) return false;
    return std::any_of(formula.reads.begin(), formula.reads.end(), [&](const Formula::Read& read) {
        auto above = d.nodes[read.def].parent;
        while (above != kNone && above != group) above = d.nodes[above].parent;
        return above != kNone;
    });
}

}  // namespace

NodeId Filling::Core::ancestorOf(NodeId node, std::uint32_t def) const {
    while (node != kNone && m_tree[node].def != def) node = m_tree[node].parent;
    return node;
}

std::vector<NodeId> Filling::Core::instancesOf(NodeId parent, std::uint32_t def) const {
    const Node& node = m_tree[parent];
    const auto ordinal = d.nodes[def].ordinal;
    return {node.children.begin() + node.starts[ordinal], node.children.begin() + node.starts[ordinal + 1]};
}

void Filling::Core::mark(std::uint32_t computation, NodeId node) {
    const auto kind = d.computations[computation].kind;
    // A parent may stand over several counted repeats, a question may have several computed texts.
    if (kind != Kind::count && kind != Kind::label && kind != Kind::choiceLabel) {
        if (m_states[node].queued & bit(kind)) return;
        m_states[node].queued |= bit(kind);
    }
    const auto place = (static_cast<std::uint64_t>(computation) << 32) | node;
    if (m_gathering) {
        m_first.push_back(place);
        return;
    }
    m_queue.push_back(place);
    std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
}

std::optional<std::uint64_t> Filling::Core::takeNext() {
    if (m_firstDone < m_first.size() && (m_queue.empty() || m_first[m_firstDone] < m_queue.front()))
        return m_first[m_firstDone++];
    if (m_queue.empty()) return {};
    std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
    const auto next = m_queue.back();
    m_queue.pop_back();
    return next;
}

void Filling::Core::markAll(std::uint32_t computation, NodeId anchor) {
    const auto& one = d.computations[computation];
    if (one.kind == Kind::count) {
        // Computed at what the repeat stands in; an anchor that is one of the repeats itself asks its parent.
        const auto parent = d.nodes[one.def].parent;
        if (anchor != kNone && m_tree[anchor].def == one.def) anchor = m_tree[anchor].parent;
        forEach(parent, anchor, [&](NodeId node) { mark(computation, node); });
        return;
    }
    forEach(one.def, anchor, [&](NodeId node) { mark(computation, node); });
}

void Filling::Core::fire(const std::vector<Definition::Reader>& readers, NodeId node) {
    for (const auto& reader : readers) {
        NodeId anchor = kNone;
        if (reader.pin != kNone) {
            anchor = ancestorOf(node, reader.pin);
            if (anchor == kNone) continue;
        }
        markAll(reader.computation, anchor);
    }
}

void Filling::Core::changed(NodeId node) {
    fire(d.valueReaders[m_tree[node].def], node);
}

void Filling::Core::structureChanged(NodeId repeat, bool everyLater) {
    const auto def = m_tree[repeat].def;
    const auto& readers = d.structureReaders[def];
    if (!everyLater) return fire(readers, repeat);
    std::vector<Definition::Reader> own;
    std::copy_if(readers.begin(), readers.end(), std::back_inserter(own),
                 [&](const Definition::Reader& reader) { return reader.pin == def; });
    if (own.empty()) return;
    const auto all = instancesOf(m_tree[repeat].parent, def);
    for (auto i = m_tree[repeat].position - 1; i < all.size(); ++i) fire(own, all[i]);
}

void Filling::Core::markOwn(NodeId top) {
    std::vector<NodeId> waiting{top};
    while (!waiting.empty()) {
        const NodeId node = waiting.back();
        waiting.pop_back();
        const auto def = m_tree[node].def;
        for (const auto computation : d.ownComputations[def]) {
            const auto kind = d.computations[computation].kind;
            // Texts only tell that they read differently; whoever reads them in a new form is computed after them
            // anyway.
            const bool tells = kind == Kind::label || kind == Kind::choiceLabel;
            if (kind != Kind::count && !(tells && m_loading)) mark(computation, node);
        }
        for (const auto child : d.nodes[def].children) {
            if (d.nodes[child].count == kNone) continue;
            for (const auto computation : d.ownComputations[child]) {
                if (d.computations[computation].kind == Kind::count) mark(computation, node);
            }
        }
        waiting.insert(waiting.end(), m_tree[node].children.rbegin(), m_tree[node].children.rend());
        waiting.insert(waiting.end(), m_tree[node].attributes.begin(), m_tree[node].attributes.end());
    }
}

void Filling::Core::gatherFirst() {
    m_gathering = true;
    m_first.reserve(d.computations.size());
    // Computation by computation, and the nodes of each as they grew: in order as it comes.
    for (std::uint32_t at = 0; at < d.computations.size(); ++at) {
        // Texts only tell that they read differently; whoever reads them in a new form is computed after them anyway.
        const auto kind = d.computations[at].kind;
        if (kind != Kind::label && kind != Kind::choiceLabel) markAll(at, kNone);
    }
    m_gathering = false;
}

void Filling::Core::settle() {
    m_steps = 0;
    m_growths.clear();
    for (;;) {
        while (const auto next = takeNext()) {
            const auto computation = static_cast<std::uint32_t>(*next >> 32);
            const auto node = static_cast<NodeId>(*next);
            const auto& what = d.computations[computation];
            m_states[node].queued &= static_cast<std::uint16_t>(~bit(what.kind));
            const auto def = what.kind == Kind::count ? d.nodes[what.def].parent : what.def;
            if (!m_tree[node].alive || m_tree[node].def != def) continue;  // removed meanwhile
            if (++m_steps > kLeastSteps + kStepsPerNode * m_tree.size()) {
                m_troubles["settle"] = d.path(what.def) + ": these values change each other without end";
                m_queue.clear();
                m_firstDone = m_first.size();
                for (auto& state : m_states) state.queued = 0;
                return;
            }
            effort.work = 0;
            compute(computation, node);
            m_steps += effort.work / kWorkPerStep;
        }
        if (!m_first.empty()) {
            m_first = {};
            m_firstDone = 0;
        }
        if (m_valueEvents.empty()) return;
        const auto events = std::exchange(m_valueEvents, {});
        if (++m_actionDepth > kMostActionDepth) {
            m_troubles["actions"] = "actions set each other off without end";
            m_actionDepth = 0;
            return;
        }
        for (const auto& [node, def] : events) {
            if (m_tree[node].alive && m_tree[node].def == def) run("xforms-value-changed", node, kNone);
        }
        if (!waits() && m_valueEvents.empty()) m_actionDepth = 0;
    }
}

void Filling::Core::compute(std::uint32_t computation, NodeId node) {
    const auto& what = d.computations[computation];
    State& state = m_states[node];
    switch (what.kind) {
        case Kind::relevant: {
            // A group that asks what stands in it asks as if it were shown: hidden once, it would never come back.
            const bool lifts = !m_tree[node].relevant && readsWithin(d, d.formulas[what.formula], what.def);
            const auto lifted = lifts ? lift(node) : std::vector<NodeId>();
            const bool now = truth(what.formula, node).value_or(false);
            lower(lifted);
            return computeRelevant(node, now);
        }
        case Kind::count: {
            const auto wanted = text(what.formula, node);
            return computeCount(what.def, node, wanted ? xpath::numberOf(*wanted) : 0);
        }
        case Kind::calculate:
            if (auto value = text(what.formula, node)) write(node, typed(node, std::move(*value)));
            return;
        case Kind::readOnly: {
            const bool now = truth(what.formula, node).value_or(false);
            if (std::exchange(state.ownReadOnly, now) == now) return;
            std::vector<NodeId> covered{node};
            for (std::size_t i = 0; i < covered.size(); ++i) {
                note(covered[i], Aspect::readOnly);
                const auto& below = m_tree[covered[i]].children;
                covered.insert(covered.end(), below.begin(), below.end());
            }
            return;
        }
        case Kind::required: {
            const bool now = truth(what.formula, node).value_or(false);
            if (std::exchange(m_states[node].required, now) != now) note(node, Aspect::required);
            return;
        }
        case Kind::constraint: {
            // A blank keeps every constraint.
            const bool now = m_tree[node].text.empty() || truth(what.formula, node).value_or(false);
            if (std::exchange(m_states[node].valid, now) != now) note(node, Aspect::valid);
            return;
        }
        case Kind::label:
        case Kind::choiceLabel:
            if (what.control != kNone) note(node, Aspect::label);
            if (what.kind == Kind::choiceLabel) fire(d.wordsReaders[m_tree[node].def], node);
            for (const auto reader : d.anyTextReaders) markAll(reader, kNone);
            return;
        case Kind::choices:
            note(node, Aspect::choices);
            fire(d.wordsReaders[m_tree[node].def], node);
            for (const auto reader : d.anyTextReaders) {
                // Those of choices would set each other off for ever.
                if (d.computations[reader].kind != Kind::choices) markAll(reader, kNone);
            }
            if (!m_loading) return dropVanishedChoices(node);
            m_choicesLater.emplace_back(computation, node);
            return;
    }
}

std::vector<NodeId> Filling::Core::lift(NodeId node) {
    std::vector<NodeId> lifted, waiting{node};
    const auto show = [&](NodeId one) {
        if (m_tree[one].relevant) return;
        m_tree[one].relevant = true;
        account(one, true);
        lifted.push_back(one);
    };
    for (NodeId above = m_tree[node].parent; above != kNone; above = m_tree[above].parent) show(above);
    while (!waiting.empty()) {
        const NodeId one = waiting.back();
        waiting.pop_back();
        if (one != node && !m_states[one].ownRelevant) continue;
        show(one);
        waiting.insert(waiting.end(), m_tree[one].children.begin(), m_tree[one].children.end());
        waiting.insert(waiting.end(), m_tree[one].attributes.begin(), m_tree[one].attributes.end());
    }
    return lifted;
}

void Filling::Core::lower(const std::vector<NodeId>& lifted) {
    for (const NodeId one : lifted) {
        account(one, false);
        m_tree[one].relevant = false;
    }
}

void Filling::Core::computeRelevant(NodeId node, bool relevant) {
    if (std::exchange(m_states[node].ownRelevant, relevant) == relevant) return;
    spreadRelevance(node);
}

void Filling::Core::spreadRelevance(NodeId top) {
    std::vector<NodeId> waiting{top};
    while (!waiting.empty()) {
        const NodeId node = waiting.back();
        waiting.pop_back();
        const NodeId parent = m_tree[node].parent;
        const bool now = m_states[node].ownRelevant && (parent == kNone || m_tree[parent].relevant);
        if (m_tree[node].relevant == now) continue;  // and so is all below
        if (!now) account(node, false);
        m_tree[node].relevant = now;
        if (now) account(node, true);
        note(node, Aspect::relevant);
        changed(node);
        fire(d.wordsReaders[m_tree[node].def], node);
        const auto def = m_tree[node].def;
        if (d.nodes[def].kind == NodeKind::repeat) structureChanged(node, false);
        // What was computed while it stood outside every path is computed again.
        for (const auto computation : d.ownComputations[def]) {
            const auto kind = d.computations[computation].kind;
            if (now && kind != Kind::relevant && kind != Kind::count) mark(computation, node);
        }
        waiting.insert(waiting.end(), m_tree[node].children.begin(), m_tree[node].children.end());
        waiting.insert(waiting.end(), m_tree[node].attributes.begin(), m_tree[node].attributes.end());
    }
}

void Filling::Core::computeCount(std::uint32_t def, NodeId parent, double wanted) {
    // NaN: not known yet, so none.
    const auto most = static_cast<double>(m_options.mostRepeats);
    const double bounded = wanted > 0 ? std::min(wanted, most) : 0;
    if (wanted > most) {
        m_overflow = d.path(def) + ": more than " + std::to_string(m_options.mostRepeats) + " repeats are not made";
        m_troubles["count:" + d.path(def)] = m_overflow;
    }
    const auto count = static_cast<std::size_t>(bounded);
    auto have = instancesOf(parent, def);
    if (have.size() < count) {
        const int growths = ++m_growths[(static_cast<std::uint64_t>(def) << 32) | parent];
        if (growths > kMostGrowths || (growths > 2 && count > kMaxRepeatsByHand)) {
            m_overflow = d.path(def) + ": how many there are grows without end";
            m_troubles["growth"] = m_overflow;
            return;
        }
    }
    for (std::size_t i = have.size(); i < count; ++i) {
        if (full()) {
            m_overflow = d.path(def) + ": a form holds no more than " + std::to_string(m_options.mostNodes) + " values";
            m_troubles["nodes"] = m_overflow;
            break;
        }
        addRepeat(parent, def, kNone);
    }
    for (std::size_t i = have.size(); i > count; --i) removeRepeat(have[i - 1]);
}

void Filling::Core::dropVanishedChoices(NodeId node) {
    const auto* shown = control(node);
    if (!shown || !shown->itemset || shown->kind == ControlKind::range || m_tree[node].text.empty()) return;
    std::unordered_set<std::string> offered;
    for (const auto& choice : shown->choices) offered.insert(choice.value);
    for (const auto& item : itemsOf(*shown->itemset, node)) offered.insert(itemText(item, shown->itemset->value));
    std::string kept;
    std::string_view rest = m_tree[node].text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string one(rest.substr(0, end));
        if (offered.contains(one)) kept += (kept.empty() ? "" : " ") + one;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    write(node, std::move(kept));
}

void Filling::Core::account(NodeId node, bool in) {
    Total* total = m_totals.of(m_tree[node].def);
    if (!total || !m_tree[node].relevant) return;
    const bool blank = m_tree[node].text.empty();
    const double number = blank ? 0 : m_tree.number(node);
    if (in) {
        total->add(number, blank);
    } else {
        total->remove(number, blank);
    }
}

std::string Filling::Core::typed(NodeId node, std::string text) {
    const auto type = m_tree[node].type;
    if (text.empty() || type == DataType::string || type == DataType::container) return text;
    const auto key = "type:" + std::to_string(m_tree[node].def);
    if (auto value = typedText(type, std::move(text))) {
        if (!m_troubles.empty()) m_troubles.erase(key);
        return withOffset(type, std::move(*value), zone());
    } else {
        m_troubles[key] = d.path(m_tree[node].def) + ": " + value.error().detail + "; it is left blank";
    }
    return {};
}

bool Filling::Core::write(NodeId node, std::string text) {
    if (m_tree[node].type == DataType::dateTime) text = withOffset(DataType::dateTime, std::move(text), zone());
    if (m_tree[node].text == text) return false;
    account(node, false);
    m_tree.setText(node, std::move(text));
    account(node, true);
    note(node, Aspect::value);
    changed(node);
    if (m_hasValueActions) m_valueEvents.emplace_back(node, m_tree[node].def);
    return true;
}

}  // namespace plumb::form
