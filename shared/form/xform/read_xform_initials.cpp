// How the repeats of a form begin: how many its file lists, and what each of them has that the template has not.
#include <algorithm>

#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {
namespace {

// Elements of one name beside each other: the template, and those that are there from the beginning.
struct Listed {
    pugi::xml_node pattern;
    std::vector<pugi::xml_node> instances;

    explicit Listed(const pugi::xml_node& first) {
        for (auto one = first; one; one = one.next_sibling(first.name())) {
            if (!XformReader::isTemplate(one)) {
                instances.push_back(one);
            } else if (!pattern) {
                pattern = one;
            }
        }
    }
    [[nodiscard]] pugi::xml_node base() const { return pattern ? pattern : instances.front(); }
};

}  // namespace

void XformReader::initials(const pugi::xml_node& element, std::uint32_t def, InitialRepeat* into) {
    Definition& form = *m_definition;
    if (into) ownTexts(element, def, *into);
    std::unordered_set<std::uint32_t> seen;
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        const auto inner = form.child(def, child.name());
        if (inner == kNone || !seen.insert(inner).second) continue;
        if (form.nodes[inner].kind == NodeKind::repeat) {
            repeatInitials(child, inner, into);
        } else {
            initials(child, inner, into);
        }
    }
    if (!into) return;
    // Repeats that the template has and this one has not.
    for (const auto inner : form.nodes[def].children) {
        if (form.nodes[inner].initialCount != 0 && form.nodes[inner].kind == NodeKind::repeat && !seen.contains(inner))
            into->inner[inner];
    }
}

void XformReader::repeatInitials(const pugi::xml_node& first, std::uint32_t def, InitialRepeat* into) {
    const Listed listed(first);
    // What stands in it is known before anything is compared with it.
    if (m_initialsKnown.insert(def).second) initials(listed.base(), def, nullptr);
    std::vector<InitialRepeat> all(listed.instances.size());
    for (std::size_t i = 0; i < all.size(); ++i) initials(listed.instances[i], def, &all[i]);
    const bool plain = std::ranges::all_of(all, [](const InitialRepeat& one) { return one == InitialRepeat{}; });
    NodeDef& node = m_definition->nodes[def];
    if (into) {
        const bool same =
            all.size() == node.initialCount && (plain ? node.initialInstances.empty() : all == node.initialInstances);
        if (!same) into->inner[def] = std::move(all);
        return;
    }
    node.initialCount = static_cast<std::uint32_t>(all.size());
    if (!plain) node.initialInstances = std::move(all);
}

void XformReader::ownTexts(const pugi::xml_node& element, std::uint32_t def, InitialRepeat& into) const {
    const Definition& form = *m_definition;
    if (form.nodes[def].children.empty()) {
        std::string text = textIn(element);
        if (text != form.nodes[def].initial) into.texts[def] = std::move(text);
    }
    for (const std::uint32_t attribute : form.nodes[def].attributes) {
        const auto given = element.attribute(form.nodes[attribute].name.c_str());
        if (given && form.nodes[attribute].initial != given.value()) into.texts[attribute] = given.value();
    }
}

}  // namespace plumb::form
