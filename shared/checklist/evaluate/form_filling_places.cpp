// Where answers stand in a filled form, and which answers its nodes are.
#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "shared/checklist/evaluate/form_filling.h"

namespace plumb::checklist {

std::string FormFilling::path(const AnswerKey& key) const {
    const auto& definition = *m_nodes->definition;
    std::vector<std::string> names;
    std::size_t instances = key.instances.size();
    const auto own = m_nodes->questions[key.question];
    for (auto at = own; at != form::kNone; at = definition.nodes[at].parent) {
        const auto& node = definition.nodes[at];
        std::string name = "/" + node.name;
        if (node.kind == form::NodeKind::repeat && at != own && instances > 0)
            name += "[" + std::to_string(key.instances[--instances]) + "]";
        names.push_back(std::move(name));
    }
    std::string out;
    for (auto name = names.rbegin(); name != names.rend(); ++name) out += *name;
    return out;
}

form::NodeId FormFilling::find(const AnswerKey& key) const {
    const auto own = m_nodes->questions[key.question];
    const auto fixed = m_fixed[own];
    if (fixed != form::kNone) return key.instances.empty() ? fixed : form::kNone;
    return m_checklist.questions[key.question].repeat ? nodeOf(own, key.instances) : form::kNone;
}

form::NodeId FormFilling::instance(const AnswerKey& repeat, std::uint32_t number) const {
    auto instances = repeat.instances;
    instances.push_back(number);
    return nodeOf(m_nodes->questions[repeat.question], instances);
}

form::NodeId FormFilling::parentOf(const AnswerKey& repeat) const {
    const auto parent = m_nodes->definition->nodes[m_nodes->questions[repeat.question]].parent;
    return repeat.instances.empty() ? m_fixed[parent] : nodeOf(parent, repeat.instances);
}

// Down from what stands in no repeat, in each repeat on the way to the instance that is said; to the first where none
// is.
form::NodeId FormFilling::nodeOf(std::uint32_t definitionNode, const std::vector<std::uint32_t>& instances) const {
    const auto& definition = *m_nodes->definition;
    const auto& tree = m_filling->tree();
    boost::container::small_vector<std::uint32_t, 16> way;
    auto at = definitionNode;
    for (; m_fixed[at] == form::kNone; at = definition.nodes[at].parent) way.push_back(at);
    auto here = m_fixed[at];
    auto said = instances.begin();
    for (auto next = way.rbegin(); next != way.rend(); ++next) {
        const auto& node = definition.nodes[*next];
        const bool repeats = node.kind == form::NodeKind::repeat;
        const std::uint32_t wanted = repeats && said != instances.end() ? *said++ : 1;
        const auto begin = tree[here].starts[node.ordinal], end = tree[here].starts[node.ordinal + 1];
        if (wanted == 0 || wanted > end - begin) return form::kNone;
        here = tree[here].children[begin + wanted - 1];
    }
    return here;
}

AnswerKey FormFilling::keyOf(std::size_t question, form::NodeId node) const {
    const auto& tree = m_filling->tree();
    AnswerKey out{question, {}};
    for (auto at = tree[node].parent; at != form::kNone; at = tree[at].parent) {
        if (tree[at].isRepeat) out.instances.push_back(tree[at].position);
    }
    std::reverse(out.instances.begin(), out.instances.end());
    return out;
}

std::vector<form::NodeId> FormFilling::instances(std::size_t question) const {
    const auto& definition = *m_nodes->definition;
    const auto& tree = m_filling->tree();
    if (const auto fixed = m_fixed[m_nodes->questions[question]]; fixed != form::kNone) return {fixed};
    std::vector<std::uint32_t> way;
    for (auto at = m_nodes->questions[question]; at != 0 && at != form::kNone; at = definition.nodes[at].parent)
        way.push_back(at);
    std::vector<form::NodeId> here{tree[form::Tree::root()].children.front()};
    for (auto next = way.rbegin(); next != way.rend(); ++next) {
        const auto ordinal = definition.nodes[*next].ordinal;
        std::vector<form::NodeId> below;
        for (const auto node : here) {
            const auto& one = tree[node];
            below.insert(below.end(), one.children.begin() + one.starts[ordinal],
                         one.children.begin() + one.starts[ordinal + 1]);
        }
        here = std::move(below);
    }
    return here;
}

std::size_t FormFilling::count(const AnswerKey& repeat) const {
    const auto parent = parentOf(repeat);
    if (parent == form::kNone) return 0;
    const auto& node = m_filling->tree()[parent];
    const auto ordinal = m_nodes->definition->nodes[m_nodes->questions[repeat.question]].ordinal;
    return node.starts[ordinal + 1] - node.starts[ordinal];
}

bool FormFilling::isRepeatRelevant(const AnswerKey& repeat) const {
    const auto first = instance(repeat, 1);
    const auto seen = first == form::kNone ? parentOf(repeat) : first;
    return seen != form::kNone && relevant(seen);
}

}  // namespace plumb::checklist
