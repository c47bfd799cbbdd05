#include <algorithm>

#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {
namespace {

bool hasElements(const pugi::xml_node& node) {
    return std::ranges::any_of(node.children(), [](const auto& one) { return one.type() == pugi::node_element; });
}

}  // namespace

bool XformReader::isTemplate(const pugi::xml_node& node) {
    return static_cast<bool>(attributeOf(node, kJavaRosa, "template"));
}

void XformReader::collectRepeats(const pugi::xml_node& body, const std::string& context) {
    for (const auto& child : body.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        if (isQuestion(name)) continue;
        if (name != "repeat" && name != "group") {
            collectRepeats(child, context);
            continue;
        }
        std::string path = child.attribute("nodeset").value();
        if (path.empty()) path = child.attribute("ref").value();
        if (const auto id = m_bindIds.find(child.attribute("bind").value()); id != m_bindIds.end()) path = id->second;
        const std::string inner = path.empty() ? context : absolute(path, context);
        if (name == "repeat" && !inner.empty()) m_repeats.insert(inner);
        collectRepeats(child, inner);
    }
}

void XformReader::primary(const pugi::xml_node& top) {
    Definition& form = *m_definition;
    const std::uint32_t def = form.addNode(kNone, top.name(), NodeKind::group);
    form.nodes[def].origin = origin(top);
    for (const auto& attribute : top.attributes()) {
        const std::string_view name = attribute.name();
        if (name.starts_with("xmlns:")) form.namespaces[std::string(name.substr(6))] = attribute.value();
        if (name == "id") form.id = attribute.value();
        if (localName(name) == "version" && (form.version.empty() || name == "version"))
            form.version = attribute.value();
    }
    // The namespace that elements without a prefix are in, unless it is XForms' own, which forms inherit by accident.
    const std::string_view own = uriOf(top, "");
    if (!own.empty() && own != uriOf(top.root().first_child(), "")) form.namespaces[""] = own;
    if (form.id.empty()) form.id = own;
    declare(top, top.name());
    attributes(top, def, true);
    const std::string path = "/" + std::string(top.name());
    if (m_repeats.contains(path)) problem(top, "the top element cannot repeat");
    children(top, def, path);
    leaf(top, def);
    if (!m_repeats.empty()) initials(top, def, nullptr);
}

void XformReader::declare(const pugi::xml_node& element, std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || name.starts_with("xml")) return;
    const std::string prefix(name.substr(0, colon));
    if (m_definition->namespaces.contains(prefix)) return;
    const std::string_view uri = uriOf(m_definition->nodes.size() == 1 ? element : element.parent(), prefix);
    if (!uri.empty()) m_definition->namespaces[prefix] = uri;
}

void XformReader::attributes(const pugi::xml_node& element, std::uint32_t def, bool top) {
    Definition& form = *m_definition;
    for (const auto& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (top && name.starts_with("xmlns")) continue;
        const bool prefixed = name.find(':') != std::string_view::npos;
        if (prefixed && (localName(name) == "template" || localName(name) == "recordset") &&
            uriOf(element, name.substr(0, name.find(':'))) == kJavaRosa)
            continue;
        if (form.child(def, name, true) != kNone) continue;
        // A namespace that is declared below the top is written again where it stood.
        declare(element, name);
        const std::uint32_t made = form.addNode(def, name, NodeKind::attribute);
        form.nodes[made].initial = attribute.value();
        form.nodes[made].origin = origin(element);
    }
}

void XformReader::leaf(const pugi::xml_node& element, std::uint32_t def) {
    const std::string text = textIn(element);
    if (text.empty()) return;
    if (hasElements(element))
        return warn(element, "<" + std::string(element.name()) + "> has text beside its elements, which is ignored");
    m_definition->nodes[def].initial = text;
}

void XformReader::children(const pugi::xml_node& element, std::uint32_t def, const std::string& path) {
    Definition& form = *m_definition;
    std::unordered_set<std::uint32_t> here;
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        if (form.nodes.size() > kMaxNodes) return tooManyNodes(child);
        // Only what repeats is looked for by its path.
        const std::string inner = m_repeats.empty() ? std::string() : path + "/" + child.name();
        std::uint32_t known = form.child(def, child.name());
        if (known != kNone && here.contains(known)) {
            if (form.nodes[known].kind != NodeKind::repeat)
                unsupported(child, "<" + std::string(child.name()) +
                                       "> stands twice in the instance without a <repeat> in the body; the second is "
                                       "ignored");
            continue;
        }
        if (m_repeats.contains(inner)) {
            repeats(child, def, inner);
        } else {
            if (known == kNone) {
                known = form.addNode(def, child.name(), hasElements(child) ? NodeKind::group : NodeKind::leaf);
                form.nodes[known].origin = origin(child);
                declare(child, child.name());
                leaf(child, known);
            } else if (form.nodes[known].kind == NodeKind::leaf && hasElements(child)) {
                form.nodes[known].kind = NodeKind::group;
                form.nodes[known].type = DataType::container;
            }
            attributes(child, known, false);
            children(child, known, inner);
        }
        here.insert(known == kNone ? form.child(def, child.name()) : known);
    }
}

void XformReader::tooManyNodes(const pugi::xml_node& node) {
    if (!m_tooMany) problem(node, "the form has more than " + std::to_string(kMaxNodes) + " fields");
    m_tooMany = true;
}

void XformReader::repeats(const pugi::xml_node& first, std::uint32_t parent, const std::string& path) {
    Definition& form = *m_definition;
    pugi::xml_node pattern;
    std::vector<pugi::xml_node> instances;
    for (pugi::xml_node one = first; one; one = one.next_sibling(first.name())) {
        if (!isTemplate(one)) {
            instances.push_back(one);
        } else if (!pattern) {
            pattern = one;
        } else {
            problem(one, "<" + std::string(one.name()) + "> has more than one jr:template");
        }
    }
    const pugi::xml_node base = pattern ? pattern : instances.front();
    std::uint32_t def = form.child(parent, first.name());
    if (def == kNone) {
        def = form.addNode(parent, first.name(), NodeKind::repeat);
        form.nodes[def].origin = origin(base);
        form.nodes[def].initialCount = 0;  // until initials() has counted them
        declare(base, base.name());
        leaf(base, def);
    }
    attributes(base, def, false);
    children(base, def, path);
    for (const auto& one : instances) {
        if (one == base) continue;
        attributes(one, def, false);
        children(one, def, path);
    }
}

void XformReader::secondary(const pugi::xml_node& instance) {
    Definition& form = *m_definition;
    const std::string id = instance.attribute("id").value();
    if (id.empty()) return warn(instance, "a secondary instance has no id; nothing can refer to it");
    if (form.instance(id)) return problem(instance, "two instances have the id '" + id + "'");
    if (const auto source = instance.attribute("src"))
        return attachInstance(form, id, source.value(), origin(instance), m_result.problems, m_result.warnings);
    pugi::xml_node top;
    for (const auto& child : instance.children()) {
        if (child.type() != pugi::node_element) continue;
        if (top) return problem(child, "instance '" + id + "' has more than one element in it");
        top = child;
    }
    // An empty one is data that there is none of yet: what the app around the form would put there.
    form.instances.push_back({id, "", top ? treeOf(top, form.names) : emptyTree(form.names), ""});
}

}  // namespace plumb::form
