#include "shared/form/data/tree.h"

#include <algorithm>

#include "shared/form/data/number_text.h"

namespace plumb::form {

NameId Names::intern(std::string_view name) {
    if (const auto found = m_ids.find(name); found != m_ids.end()) return found->second;
    const auto id = static_cast<NameId>(m_texts.size());
    m_texts.emplace_back(name);
    m_ids.emplace(std::string(name), id);
    return id;
}

NameId Names::find(std::string_view name) const {
    const auto found = m_ids.find(name);
    return found == m_ids.end() ? kNone : found->second;
}

NodeId Tree::addLoose(NodeId parent, NameId name) {
    NodeId id;
    if (!m_free.empty()) {
        id = m_free.back();
        m_free.pop_back();
        m_nodes[id] = Node{};
    } else {
        id = static_cast<NodeId>(m_nodes.size());
        m_nodes.emplace_back();
    }
    m_nodes[id].name = name;
    m_nodes[id].parent = parent;
    m_nodes[id].alive = true;
    return id;
}

NodeId Tree::add(NodeId parent, std::string_view name) {
    const NodeId id = addLoose(parent, parent == kNone ? kNone : m_names->intern(name));
    if (parent != kNone) m_nodes[parent].children.push_back(id);
    return id;
}

NodeId Tree::addAttribute(NodeId parent, std::string_view name, std::string text) {
    const NodeId id = addLoose(parent, m_names->intern(name));
    m_nodes[id].isAttribute = true;
    m_nodes[id].text = std::move(text);
    m_nodes[parent].attributes.push_back(id);
    return id;
}

void Tree::drop(NodeId node) {
    std::vector<NodeId> waiting{node};
    while (!waiting.empty()) {
        const NodeId one = waiting.back();
        waiting.pop_back();
        waiting.insert(waiting.end(), m_nodes[one].children.begin(), m_nodes[one].children.end());
        waiting.insert(waiting.end(), m_nodes[one].attributes.begin(), m_nodes[one].attributes.end());
        m_nodes[one] = Node{};
        m_free.push_back(one);
    }
}

void Tree::setText(NodeId node, std::string text) {
    m_nodes[node].text = std::move(text);
    m_nodes[node].numberKnown = false;
}

std::string Tree::stringValue(NodeId node) const {
    const Node& top = m_nodes[node];
    if (top.children.empty()) return top.text;
    std::string all = top.text;
    std::vector<NodeId> waiting(top.children.rbegin(), top.children.rend());
    while (!waiting.empty()) {
        const Node& one = m_nodes[waiting.back()];
        waiting.pop_back();
        if (!one.relevant) continue;
        all += one.text;
        waiting.insert(waiting.end(), one.children.rbegin(), one.children.rend());
    }
    return all;
}

double Tree::number(NodeId node) const {
    const Node& one = m_nodes[node];
    // Of a leaf it stands within the line of the cache that was read for the node anyway.
    if (one.numberKnown && one.type != DataType::container) return one.number;
    if (!one.children.empty()) return numberOf(stringValue(node), m_zone);
    if (!one.numberKnown) {
        one.number = numberOf(one.text, m_zone);
        one.numberKnown = true;
    }
    return one.number;
}

std::string Tree::path(NodeId node) const {
    std::vector<NodeId> way;
    for (NodeId at = node; at != kNone && at != root(); at = m_nodes[at].parent) way.push_back(at);
    std::string text;
    for (auto at = way.rbegin(); at != way.rend(); ++at) {
        const Node& one = m_nodes[*at];
        text += one.isAttribute ? "/@" : "/";
        text += m_names->text(one.name);
        if (one.isRepeat) text += "[" + std::to_string(one.position) + "]";
    }
    return text;
}

std::vector<std::uint32_t> Tree::documentOrder() const {
    std::vector<std::uint32_t> order(m_nodes.size(), 0);
    if (m_nodes.empty()) return order;
    std::uint32_t next = 1;
    std::vector<NodeId> waiting{root()};
    while (!waiting.empty()) {
        const NodeId at = waiting.back();
        waiting.pop_back();
        order[at] = next++;
        const Node& one = m_nodes[at];
        for (const NodeId attribute : one.attributes) order[attribute] = next++;
        waiting.insert(waiting.end(), one.children.rbegin(), one.children.rend());
    }
    return order;
}

NodeId Tree::rowNode(std::size_t row) {
    if (const auto found = m_rowNodes.find(row); found != m_rowNodes.end()) return found->second;
    const NodeId top = m_nodes[root()].children.front();
    const NodeId id = addLoose(top, m_rows->rowName());
    m_nodes[id].position = static_cast<std::uint32_t>(row + 1);
    for (std::size_t column = 0; column < m_rows->columns(); ++column) {
        const NodeId cell = addLoose(id, m_rows->columnName(column));
        m_nodes[cell].text = m_rows->cell(row, column);
        m_nodes[id].children.push_back(cell);
    }
    m_rowNodes.emplace(row, id);
    return id;
}

void Tree::loadAllRows() {
    if (!m_rows || m_allRows) return;
    std::vector<NodeId> all;
    all.reserve(m_rows->size());
    for (std::size_t row = 0; row < m_rows->size(); ++row) all.push_back(rowNode(row));
    m_nodes[m_nodes[root()].children.front()].children = std::move(all);
    m_allRows = true;
}

const std::vector<NodeId>& Tree::lookUp(NodeId parent, NameId element, NameId column, const std::string& value) {
    static const std::vector<NodeId> kNothing;
    const Index* index = nullptr;
    for (const auto& one : m_indexes) {
        if (one->parent == parent && one->element == element && one->column == column) index = one.get();
    }
    if (!index) {
        auto made = std::make_shared<Index>(Index{parent, element, column, {}});
        for (const NodeId child : m_nodes[parent].children) {
            if (m_nodes[child].name != element) continue;
            for (const NodeId cell : m_nodes[child].children) {
                if (m_nodes[cell].name == column) made->nodes[stringValue(cell)].push_back(child);
            }
        }
        m_indexes.push_back(std::move(made));
        index = m_indexes.back().get();
    }
    const auto found = index->nodes.find(value);
    return found == index->nodes.end() ? kNothing : found->second;
}

}  // namespace plumb::form
