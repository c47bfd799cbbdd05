#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "shared/form/xform/read_xform_reader.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
namespace {

std::optional<ControlKind> questionKind(std::string_view name) {
    using enum ControlKind;
    constexpr std::array<std::pair<std::string_view, ControlKind>, 9> kKinds{{{"input", input},
                                                                              {"secret", input},
                                                                              {"textarea", input},
                                                                              {"select1", selectOne},
                                                                              {"select", selectMultiple},
                                                                              {"rank", rank},
                                                                              {"upload", upload},
                                                                              {"trigger", trigger},
                                                                              {"range", range}}};
    for (const auto& [known, kind] : kKinds) {
        if (known == name) return kind;
    }
    return {};
}

// A group around nothing but one repeat says what the repeat is called; it is no group of its own.
pugi::xml_node onlyRepeat(const pugi::xml_node& group) {
    pugi::xml_node found;
    for (const auto& child : group.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        if (name == "label" || name == "hint") continue;
        if (name != "repeat" || found) return {};
        found = child;
    }
    return found;
}

}  // namespace

bool isQuestion(std::string_view name) {
    return questionKind(name).has_value();
}

std::uint32_t XformReader::reference(const pugi::xml_node& element, std::uint32_t context, std::string_view what) {
    if (const auto id = element.attribute("bind")) {
        const auto known = m_bindIds.find(id.value());
        if (known != m_bindIds.end()) return nodeAt(element, known->second, 0, what);
        problem(element, std::string(what) + " refers to the bind '" + id.value() + "', which there is not");
        return kNone;
    }
    auto path = element.attribute("ref");
    if (!path) path = element.attribute("nodeset");
    return path ? nodeAt(element, path.value(), context, what) : kNone;
}

void XformReader::leaveOut(std::size_t since) {
    const auto first = m_result.problems.begin() + static_cast<std::ptrdiff_t>(since);
    m_leftOut.insert(m_leftOut.end(), first, m_result.problems.end());
    m_result.problems.erase(first, m_result.problems.end());
}

std::uint32_t XformReader::addControl(const pugi::xml_node& element, ControlKind kind, std::uint32_t def,
                                      const Place& place) {
    Definition& form = *m_definition;
    const auto id = static_cast<std::uint32_t>(form.controls.size());
    Control& made = form.controls.emplace_back();
    made.kind = kind;
    made.def = def;
    made.parent = place.control;
    made.origin = origin(element);
    for (const auto& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "appearance") {
            made.appearance = trimmed(attribute.value());
        } else if (name == "mediatype") {
            made.mediaType = attribute.value();
        } else if (name != "ref" && name != "nodeset" && name != "bind" && name != "query" &&
                   !name.starts_with("xmlns")) {
            made.parameters[std::string(localName(name))] = attribute.value();
        }
    }
    (place.control == kNone ? form.body : form.controls[place.control].children).push_back(id);
    return id;
}

void XformReader::body(const pugi::xml_node& element, const Place& place) {
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        if (name == "group") {
            group(child, place);
        } else if (name == "repeat") {
            repeat(child, place, {});
        } else if (const auto kind = questionKind(name)) {
            question(child, *kind, place);
        } else if (isAction(name)) {
            action(child, place, kNone);
        } else if (name != "label" && name != "hint") {
            if (name != "div" && name != "help") warn(child, "<" + std::string(child.name()) + "> is not understood");
            body(child, place);
        }
    }
}

void XformReader::group(const pugi::xml_node& element, const Place& place) {
    const std::uint32_t def = reference(element, place.def, "the group");
    if (const auto inner = onlyRepeat(element)) {
        const bool named = element.attribute("ref") || element.attribute("nodeset") || element.attribute("bind");
        const std::string path = inner.attribute("nodeset").value();
        if (!named || (def != kNone && m_definition->path(def) == absolute(path, m_definition->path(place.def))))
            return repeat(inner, place, element);
    }
    const std::uint32_t control = addControl(element, ControlKind::group, def, place);
    labelAndHint(element, control);
    body(element, {control, def == kNone ? place.def : def, place.repeat});
}

void XformReader::repeat(const pugi::xml_node& element, const Place& place, const pugi::xml_node& wrapping) {
    if (!element.attribute("nodeset") && !element.attribute("bind") && !element.attribute("ref"))
        return problem(element, "<repeat> has no nodeset");
    const std::uint32_t def = reference(element, place.def, "the repeat");
    if (def == kNone || def == 0) return;
    Definition& form = *m_definition;
    std::uint32_t around = form.nodes[def].parent;
    while (around != kNone && form.nodes[around].kind != NodeKind::repeat) around = form.nodes[around].parent;
    if (around != place.repeat || form.nodes[def].kind != NodeKind::repeat)
        return problem(element,
                       "the repeat " + form.path(def) + " does not stand in the repeat that its data stand in");

    const std::uint32_t control = addControl(element, ControlKind::repeat, def, place);
    labelAndHint(wrapping ? wrapping : element, control);
    if (wrapping && form.controls[control].appearance.empty())
        form.controls[control].appearance = trimmed(wrapping.attribute("appearance").value());
    if (const auto count = attributeOf(element, kJavaRosa, "count")) {
        // A relative path begins at the group around, which often is bound to the repeat's own data.
        std::string path = absolute(count.value(), form.path(wrapping && wrapping.attribute("ref") ? def : place.def));
        if (path.empty() || form.find(path) == kNone) path = absolute(count.value(), form.path(place.def));
        const bool plain = !path.empty() && form.find(path) != kNone;
        form.nodes[def].count = formula(element, plain ? path : count.value(), "jr:count");
        form.nodes[def].mayAddRemove = false;
    }
    if (const auto fixed = attributeOf(element, kJavaRosa, "noAddRemove")) {
        if (trimmed(fixed.value()) != "false()") form.nodes[def].mayAddRemove = false;
    }
    body(element, {control, def, def});
}

void XformReader::labelAndHint(const pugi::xml_node& element, std::uint32_t control) {
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        if (name == "help") unsupported(child, "<help> is not shown");
        if (name == "alert") alert(child, control);
        if (name != "label" && name != "hint") continue;
        const TextId made = text(child);
        Control& to = m_definition->controls[control];
        (name == "label" ? to.label : to.hint) = made;
    }
}

// What is said of a wrong answer, where the bind says nothing.
void XformReader::alert(const pugi::xml_node& element, std::uint32_t control) {
    const std::uint32_t def = m_definition->controls[control].def;
    if (def == kNone || m_definition->nodes[def].constraintMessage != kNone) return;
    const TextId made = text(element);
    m_definition->nodes[def].constraintMessage = made;
}

void XformReader::question(const pugi::xml_node& element, ControlKind kind, const Place& place) {
    Definition& form = *m_definition;
    const std::string name(localName(element));
    const bool refers = element.attribute("ref") || element.attribute("bind");
    if (!refers && kind != ControlKind::trigger) return problem(element, "<" + name + "> has no ref");
    const auto before = m_result.problems.size();
    const std::uint32_t def = refers ? reference(element, place.def, "<" + name + ">") : kNone;
    // Nobody could keep an answer to it: it is left out and told, as Enketo does, and the rest of the form is asked.
    if (refers && def == kNone) return leaveOut(before);
    if (def != kNone) {
        std::uint32_t around = def;
        while (around != kNone && form.nodes[around].kind != NodeKind::repeat) around = form.nodes[around].parent;
        if (around != place.repeat)
            return problem(element, "<" + name + "> is for " + form.path(def) +
                                        ", which does not stand in the same repeat as the question");
    }
    const std::uint32_t control = addControl(element, kind, def, place);
    labelAndHint(element, control);
    if (kind == ControlKind::range) {
        Control& range = form.controls[control];
        const auto take = [&](const char* attribute, const char* otherwise, std::string& to) {
            to = trimmed(element.attribute(attribute).value());
            range.parameters.erase(attribute);
            if (to.empty()) {
                to = otherwise;
                return warn(element, "<range> has no " + std::string(attribute) + "; it is " + otherwise);
            }
            const double value = xpath::numberOf(to);
            if (std::isnan(value))
                problem(element, "<range> has the " + std::string(attribute) + " '" + to + "', which is no number");
            if (value == 0 && std::string_view(attribute) == "step") problem(element, "<range> has a step of 0");
        };
        // As Enketo has them.
        take("start", "0", range.rangeStart);
        take("end", "10", range.rangeEnd);
        take("step", "1", range.rangeStep);
        // Words for some of the numbers.
        Control words;
        for (const auto& child : element.children("itemset")) itemset(child, words);
        form.controls[control].itemset = std::move(words.itemset);
    }
    if (kind == ControlKind::selectOne || kind == ControlKind::selectMultiple || kind == ControlKind::rank) {
        select(element, control);
    } else if (element.attribute("query")) {
        externalItemset(element, control);
    }
    if (def != kNone) choiceType(element, def, form.controls[control].kind);
    for (const auto& child : element.children()) {
        if (child.type() == pugi::node_element && isAction(localName(child)))
            action(child, {place.control, def, place.repeat}, def);
    }
}

void XformReader::choiceType(const pugi::xml_node& element, std::uint32_t def, ControlKind kind) {
    NodeDef& node = m_definition->nodes[def];
    const bool one = kind == ControlKind::selectOne;
    if (!one && kind != ControlKind::selectMultiple && kind != ControlKind::rank) return;
    if (node.type == DataType::string || node.type == DataType::choice || node.type == DataType::choices) {
        node.type = one ? DataType::choice : DataType::choices;
    } else if (!one) {
        warn(element, "several choices can be chosen for " + m_definition->path(def) + ", but its type is '" +
                          node.typeName + "'");
    }
}

}  // namespace plumb::form
