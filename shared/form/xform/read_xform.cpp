#include "shared/form/xform/read_xform.h"

#include <algorithm>

#include "shared/base/nearest.h"
#include "shared/form/data/xml_guard.h"
#include "shared/form/xform/read_xform_reader.h"
#include "shared/form/xform/tuning.h"

namespace plumb::form {
std::string_view localName(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view localName(const pugi::xml_node& node) {
    return localName(std::string_view(node.name()));
}

std::string_view uriOf(pugi::xml_node node, std::string_view prefix) {
    const std::string name = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix);
    for (; node; node = node.parent()) {
        if (const auto declared = node.attribute(name.c_str())) return declared.value();
    }
    return {};
}

pugi::xml_attribute attributeOf(const pugi::xml_node& node, std::string_view uri, std::string_view name) {
    for (const auto& attribute : node.attributes()) {
        const std::string_view full = attribute.name();
        if (full.size() <= name.size() || localName(full) != name) continue;
        if (uriOf(node, full.substr(0, full.find(':'))) == uri) return attribute;
    }
    return {};
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_element && localName(child) == name) return child;
    }
    return {};
}

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
}

pugi::xml_node onlyWords(const pugi::xml_node& node) {
    const auto first = node.first_child();
    return first.type() == pugi::node_pcdata && !first.next_sibling() ? first : pugi::xml_node();
}

std::string textIn(const pugi::xml_node& node) {
    if (const auto only = onlyWords(node)) return trimmed(only.value());
    std::string text;
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    }
    return trimmed(text);
}

XformReader::XformReader(const AttachedFiles& files) : m_definition(std::make_shared<Definition>()) {
    m_definition->files = files;
}

ReadForm XformReader::read(std::string_view xml) {
    if (const auto refused = guardXml(xml, {.bytes = kMaxFormBytes, .depth = kMaxDepth})) {
        problem("line " + std::to_string(refused->line), refused->sentence);
        return std::move(m_result);
    }
    m_lines.push_back(0);
    for (std::size_t at = xml.find('\n'); at != std::string_view::npos; at = xml.find('\n', at + 1))
        m_lines.push_back(at + 1);
    pugi::xml_document document;
    // White space between two outputs of a label is text.
    const auto parsed =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed || !document.document_element()) {
        problem("line " + std::to_string(lineOf(xml, static_cast<std::size_t>(parsed.offset))),
                std::string("this is no well-formed XML: ") + parsed.description());
        return std::move(m_result);
    }
    form(document.document_element());
    if (!m_definition->nodes.empty() && !m_tooMany) {
        knowColumns(*m_definition);
        for (Problem& one : finish(*m_definition))
            problem(one.origin, std::move(one.sentence), std::move(one.suggestion));
    }
    if (m_result.problems.empty()) {
        m_result.definition = m_definition;
        for (auto& left : m_leftOut) {
            left.sentence += "; it is left out";
            m_result.warnings.push_back(textOf(left));
        }
    } else {
        m_result.problems.insert(m_result.problems.begin(), m_leftOut.begin(), m_leftOut.end());
    }
    return std::move(m_result);
}

void XformReader::form(const pugi::xml_node& top) {
    const auto head = childOf(top, "head");
    const auto modelElement = childOf(head ? head : top, "model");
    if (!modelElement) return problem(top, "the form has no <model>");
    m_definition->title = textIn(childOf(head, "title"));
    auto bodyElement = childOf(top, "body");
    if (!bodyElement) bodyElement = childOf(head, "body");
    for (auto other = modelElement.next_sibling(); other; other = other.next_sibling()) {
        if (localName(other) == "model") warn(other, "a second <model> does nothing");
    }

    for (const auto& child : modelElement.children()) {
        if (localName(child) != "bind" || !child.attribute("id")) continue;
        if (!m_bindIds.emplace(child.attribute("id").value(), child.attribute("nodeset").value()).second)
            problem(child, "two binds have the id '" + std::string(child.attribute("id").value()) + "'");
    }
    const auto instance = childOf(modelElement, "instance");
    pugi::xml_node data;
    for (const auto& child : instance.children()) {
        if (child.type() != pugi::node_element) continue;
        if (data) problem(child, "the primary <instance> has more than one element in it");
        if (!data) data = child;
    }
    if (!data) return problem(instance ? instance : modelElement, "the form has no primary instance");
    collectRepeats(bodyElement, "/" + std::string(data.name()));
    primary(data);
    if (m_tooMany) return;
    model(modelElement);
    if (bodyElement) body(bodyElement, {kNone, 0, kNone});
    if (!bodyElement) warn(top, "the form has no <body>: nobody is asked anything");
}

void XformReader::model(const pugi::xml_node& model) {
    const auto mainInstance = childOf(model, "instance");
    for (const auto& attribute : model.attributes()) {
        const std::string_view name = attribute.name();
        if (name.starts_with("xmlns")) continue;
        m_definition->settings[std::string(localName(name))] = attribute.value();
        if (localName(name) == "entities-version") unsupported(model, "entities are neither created nor updated");
    }
    for (const auto& child : model.children()) {
        if (child.type() == pugi::node_element && localName(child) == "itext") itext(child);
    }
    for (const auto& child : model.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = localName(child);
        if (name == "instance") {
            if (child != mainInstance) secondary(child);
        } else if (name == "bind") {
            bind(child);
        } else if (name == "submission") {
            submission(child);
        } else if (isAction(name)) {
            action(child, {kNone, 0, kNone}, kNone);
        } else if (name != "itext") {
            unsupported(child, "<" + std::string(child.name()) + "> in the model is not understood");
        }
    }
}

void XformReader::submission(const pugi::xml_node& element) {
    for (const auto& attribute : element.attributes()) {
        const std::string_view name = localName(std::string_view(attribute.name()));
        if (name == "base64RsaPublicKey") unsupported(element, "submissions are not encrypted for the form's own key");
        m_definition->settings["submission_" + std::string(name)] = attribute.value();
    }
}

Origin XformReader::origin(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();
    if (offset < 0) return {};
    const auto line = std::ranges::upper_bound(m_lines, static_cast<std::size_t>(offset));
    return "line " + std::to_string(line - m_lines.begin());
}

void XformReader::problem(const Origin& where, std::string sentence, std::string suggestion) {
    auto& all = m_result.problems;
    if (all.size() < kMostFormProblems) {
        all.push_back({where, std::move(sentence), std::move(suggestion)});
    } else if (all.size() == kMostFormProblems) {
        all.push_back({where, "and more problems after these", ""});
    }
}

void XformReader::problem(const pugi::xml_node& node, std::string sentence, std::string suggestion) {
    problem(origin(node), std::move(sentence), std::move(suggestion));
}

void XformReader::warn(const pugi::xml_node& node, const std::string& sentence) {
    m_result.warnings.push_back(origin(node) + ": " + sentence);
}

void XformReader::unsupported(const pugi::xml_node& node, const std::string& sentence) {
    m_definition->notSupported.push_back(origin(node) + ": " + sentence);
}

std::string XformReader::absolute(std::string_view path, std::string_view context) {
    std::string out;
    std::string given = trimmed(path);
    std::string_view rest = given;
    if (rest.starts_with("current()/")) rest.remove_prefix(10);
    if (rest.empty() || rest.find_first_of("()") != std::string_view::npos) return {};
    if (!rest.starts_with('/')) out = context;
    while (!rest.empty()) {
        while (rest.starts_with('/')) rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find_first_of("/["), rest.size());
        const std::string step = trimmed(rest.substr(0, end));
        rest.remove_prefix(end);
        if (rest.starts_with('[')) rest.remove_prefix(std::min(rest.find(']'), rest.size() - 1) + 1);
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            out.erase(std::min(out.rfind('/'), out.size()));
        } else {
            out += '/';
            out += step;
        }
    }
    return out;
}

std::string XformReader::suggestPath(std::string_view path) {
    if (m_paths.empty()) {
        for (std::uint32_t i = 0; i < m_definition->nodes.size(); ++i) m_paths.push_back(m_definition->path(i));
    }
    // What was moved to another group keeps its name.
    const std::string name = "/" + std::string(path.substr(path.rfind('/') + 1));
    for (const std::string& one : m_paths) {
        if (one.ends_with(name)) return "did you mean '" + one + "'?";
    }
    return didYouMean(path, m_paths);
}

std::uint32_t XformReader::nodeAt(const pugi::xml_node& where, std::string_view path, std::uint32_t context,
                                  std::string_view what) {
    if (path.starts_with('/')) {  // as nearly all are
        if (const auto plain = m_definition->find(path); plain != kNone) return plain;
    }
    const std::string full = absolute(path, m_definition->path(context == kNone ? 0 : context));
    const std::uint32_t found = full.empty() ? kNone : m_definition->find(full);
    if (found == kNone && m_result.problems.size() < kMostFormProblems)
        problem(where, std::string(what) + " refers to '" + trimmed(path) + "', which the instance does not have",
                suggestPath(full));
    return found;
}

FormulaId XformReader::formula(const pugi::xml_node& node, std::string_view source, std::string_view what) {
    return m_definition->addFormula(trimmed(source), origin(node) + ", " + std::string(what));
}

ReadForm readXform(std::string_view xml, const std::map<std::string, std::string>& files) {
    return XformReader(files).read(xml);
}

}  // namespace plumb::form
