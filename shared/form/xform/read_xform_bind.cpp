#include <array>
#include <utility>

#include "shared/form/definition/bind_types.h"
#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {

void XformReader::bind(const pugi::xml_node& element) {
    Definition& form = *m_definition;
    const std::string nodeset = trimmed(element.attribute("nodeset").value());
    if (nodeset.empty()) return problem(element, "<bind> has no nodeset");
    std::string path = nodeset;
    std::uint32_t def = form.find(path);
    if (def == kNone) {
        path = absolute(nodeset, form.path(0));
        if (!path.empty()) def = form.find(path);
    }
    if (def == kNone) {
        const std::string near = suggestPath(path);
        return warn(element, "a bind is for '" + nodeset + "', which the instance does not have" +
                                 (near.empty() ? "" : "; " + near));
    }
    m_bound.resize(form.nodes.size());
    if (std::exchange(m_bound[def], 1) != 0) warn(element, "a second bind for " + path + "; what it says counts");
    for (const auto& attribute : element.attributes()) bindAttribute(element, attribute, def);
}

void XformReader::bindAttribute(const pugi::xml_node& element, const pugi::xml_attribute& attribute,
                                std::uint32_t def) {
    NodeDef& node = m_definition->nodes[def];
    const std::string_view full = attribute.name();
    const std::string value = trimmed(attribute.value());
    if (full == "nodeset" || full == "id" || full.starts_with("xmlns") || value.empty()) return;
    const auto colon = full.find(':');
    const bool javaRosa = colon != std::string_view::npos && uriOf(element, full.substr(0, colon)) == kJavaRosa;
    const std::string_view name = javaRosa ? localName(full) : full;

    struct Expression {
        std::string_view name;
        FormulaId NodeDef::*member;
    };
    constexpr std::array<Expression, 5> kExpressions{{{"relevant", &NodeDef::relevant},
                                                      {"required", &NodeDef::required},
                                                      {"readonly", &NodeDef::readOnly},
                                                      {"constraint", &NodeDef::constraint},
                                                      {"calculate", &NodeDef::calculate}}};
    if (!javaRosa) {
        for (const Expression& one : kExpressions) {
            if (name != one.name) continue;
            // What is never so costs nothing.
            const bool never = value == "false()" && (name == "required" || name == "readonly");
            const FormulaId made = never ? kNone : formula(element, value, name);
            m_definition->nodes[def].*one.member = made;
            return;
        }
        if (name == "type") {
            const std::string type(localName(std::string_view(value)));
            node.typeName = type;
            const auto known = typeOfBind(type);
            if (!known) return warn(element, "the type '" + type + "' is unknown; it is text");
            if (node.kind == NodeKind::leaf || node.kind == NodeKind::attribute) node.type = *known;
            return;
        }
    } else if (name == "constraintMsg" || name == "requiredMsg") {
        const TextId made = message(element, value);
        NodeDef& after = m_definition->nodes[def];
        (name == "constraintMsg" ? after.constraintMessage : after.requiredMessage) = made;
        return;
    } else if (name == "preload") {
        node.preload = value;
        return;
    } else if (name == "preloadParams") {
        node.preloadParameters = value;
        return;
    }
    node.otherAttributes[std::string(full)] = value;
    if (localName(full) == "saveto") unsupported(element, "'" + std::string(full) + "': entities are not written");
}

}  // namespace plumb::form
