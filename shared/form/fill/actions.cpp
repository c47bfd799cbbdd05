// What happens to values when something happens: actions, and the values that a form fills in by itself.
#include <algorithm>
#include <cstdio>

#include "shared/form/definition/canonical.h"
#include "shared/form/fill/core.h"

namespace plumb::form {

void Filling::Core::run(std::string_view event, NodeId source, std::uint32_t repeat) {
    for (const auto& action : d.actions) {
        if (action.target == kNone ||
            std::find(action.events.begin(), action.events.end(), event) == action.events.end())
            continue;
        if (event == "odk-new-repeat" && action.repeat != repeat) continue;
        if (event == "xforms-value-changed" && action.source != m_tree[source].def) continue;
        runAction(action, source);
    }
}

std::vector<NodeId> Filling::Core::targetsOf(const Action& action, NodeId source) {
    std::vector<NodeId> targets;
    const bool loading = action.source == kNone || m_tree[source].def != action.source;
    if (action.which != kNone) {
        try {
            const auto& which = compiledAt(action.which, source);
            for (const auto& one : xpath::Evaluator(which, *this).nodes(which.root, contextAt(source))) {
                if (one.tree == &m_tree && m_tree[one.node].def == action.target) targets.push_back(one.node);
            }
        } catch (const xpath::EvaluationError& error) {
            m_troubles[std::to_string(action.which)] = d.formulas[action.which].source + ": " + error.what();
        }
    } else {
        // The target in the same repeats as what set it off.
        NodeId anchor = kNone;
        for (auto at = d.nodes[action.target].repeat; at != kNone && anchor == kNone;) {
            anchor = ancestorOf(source, at);
            const auto parent = d.nodes[at].parent;
            at = parent == kNone ? kNone : d.nodes[parent].repeat;
        }
        forEach(action.target, anchor, [&](NodeId node) { targets.push_back(node); });
    }
    if (!loading && targets.size() > 1) {
        m_troubles["action:" + action.origin] =
            d.path(action.target) + ": the action means one of several and does not say which";
        targets.clear();
    }
    return targets;
}

void Filling::Core::runAction(const Action& action, NodeId source) {
    // Values that the action reads are up to date first.
    if (waits()) {
        const auto events = std::exchange(m_valueEvents, {});
        settle();
        m_valueEvents.insert(m_valueEvents.begin(), events.begin(), events.end());
    }
    for (const NodeId target : targetsOf(action, source)) {
        if (action.kind == Action::Kind::setGeopoint) continue;  // the device's position comes from outside
        if (action.value == kNone) {
            write(target, typed(target, action.literal));
        } else if (auto value = text(action.value, target)) {
            write(target, typed(target, std::move(*value)));
        }
    }
}

std::string Filling::Core::randomUuid() {
    const auto high = (randomBits() & ~0xF000ull) | 0x4000ull;
    const auto low = (randomBits() >> 2) | (1ull << 63);
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                  static_cast<unsigned>(high >> 16 & 0xFFFF), static_cast<unsigned>(high & 0xFFFF),
                  static_cast<unsigned>(low >> 48), static_cast<unsigned long long>(low & 0xFFFF'FFFF'FFFFull));
    return text;
}

void Filling::Core::preload(bool atEnd) {
    const auto now = formatInstant(m_now);
    for (const auto def : d.preloaded) {
        const auto& node = d.nodes[def];
        const bool isEnd = node.preload == "timestamp" && node.preloadParameters == "end";
        if (isEnd != atEnd) continue;
        std::optional<std::string> value;
        if (node.preload == "uid") {
            value = "uuid:" + randomUuid();
        } else if (node.preload == "date") {
            value = now.substr(0, 10);
        } else if (isEnd || (node.preload == "timestamp" && node.preloadParameters == "start")) {
            value = now;
        } else if (node.preload == "property") {
            value = property(node.preloadParameters);
        }
        // Above what the form's file has there, as ODK's clients do.
        if (value) forEach(def, kNone, [&](NodeId at) { write(at, typed(at, *value)); });
    }
}

Changes Filling::stampEnd() {
    m_core->readClock();
    m_core->preload(true);
    m_core->settle();
    return m_core->takeChanges();
}

}  // namespace plumb::form
