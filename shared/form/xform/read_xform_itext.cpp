#include <algorithm>

#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {
namespace {

void addLiteral(TextPieces& to, std::string_view words) {
    if (words.empty()) return;
    if (to.empty() || to.back().value != kNone) to.emplace_back();
    to.back().literal += words;
}

// White space at the ends is layout of the XML, not of the words.
void trimEnds(TextPieces& pieces) {
    if (pieces.empty()) return;
    std::string& first = pieces.front().literal;
    first.erase(0, std::min(first.find_first_not_of(" \t\r\n"), first.size()));
    if (pieces.back().value != kNone) return;
    std::string& last = pieces.back().literal;
    last.erase(last.find_last_not_of(" \t\r\n") + 1);
    if (last.empty()) pieces.pop_back();
}

}  // namespace

std::string itextId(std::string_view reference) {
    const std::string text = trimmed(reference);
    std::string_view rest = text;
    if (!rest.starts_with("jr:itext(") || !rest.ends_with(')')) return {};
    const std::string inside = trimmed(rest.substr(9, rest.size() - 10));
    if (inside.size() < 2 || (inside.front() != '\'' && inside.front() != '"') || inside.back() != inside.front())
        return {};
    return inside.substr(1, inside.size() - 2);
}

void XformReader::collect(const pugi::xml_node& element, TextPieces& to) {
    for (const auto& child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            addLiteral(to, child.value());
        } else if (child.type() != pugi::node_element) {
            continue;
        } else if (localName(child) == "output") {
            std::string source = child.attribute("value").value();
            if (source.empty()) source = child.attribute("ref").value();
            if (trimmed(source).empty()) {
                problem(child, "<output> has neither value nor ref");
                continue;
            }
            if (to.empty() || to.back().value != kNone) to.emplace_back();
            to.back().value = formula(child, source, "output");
        } else {
            // Emphasis and the like is kept as text: it is the app's to show.
            const std::string name(localName(child));
            std::string open = "<" + name;
            for (const auto& attribute : child.attributes()) {
                if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
                open += " " + std::string(attribute.name()) + "=\"" + attribute.value() + "\"";
            }
            addLiteral(to, open + ">");
            collect(child, to);
            addLiteral(to, "</" + name + ">");
        }
    }
}

TextPieces XformReader::pieces(const pugi::xml_node& element) {
    TextPieces all;
    collect(element, all);
    trimEnds(all);
    return all;
}

void XformReader::itext(const pugi::xml_node& element) {
    Definition& form = *m_definition;
    bool chosen = false;
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element || localName(child) != "translation") continue;
        const std::string language = child.attribute("lang").value();
        if (language.empty()) {
            problem(child, "<translation> has no lang");
            continue;
        }
        if (std::ranges::find(form.languages, language) != form.languages.end()) {
            problem(child, "there are two translations for '" + language + "'");
            continue;
        }
        form.languages.push_back(language);
        const auto isDefault = child.attribute("default");
        if (isDefault && std::string_view(isDefault.value()) != "false()") {
            if (chosen) problem(child, "more than one translation is the default");
            chosen = true;
            form.defaultLanguage = language;
        }
        translation(child, language);
    }
    if (form.languages.empty()) problem(element, "<itext> has no translation");
    if (form.defaultLanguage.empty() && !form.languages.empty()) form.defaultLanguage = form.languages.front();
}

void XformReader::translation(const pugi::xml_node& element, const std::string& language) {
    Definition& form = *m_definition;
    for (const auto& child : element.children()) {
        if (child.type() != pugi::node_element || localName(child) != "text") continue;
        const std::string id = child.attribute("id").value();
        if (id.empty()) {
            problem(child, "<text> has no id");
            continue;
        }
        auto known = form.itext.find(id);
        if (known == form.itext.end()) known = form.itext.emplace(id, form.addText({})).first;
        m_textLanguages[id].insert(language);
        for (const auto& value : child.children()) {
            if (value.type() != pugi::node_element) continue;
            if (localName(value) != "value") {
                problem(value, "<" + std::string(value.name()) + "> does not belong into <text>; <value> does");
                continue;
            }
            std::string name = value.attribute("form").value();
            if (name == "long") name.clear();
            TextPieces words = pieces(value);
            auto& forms = form.texts[known->second].languages[language].forms;
            if (!forms.emplace(name, std::move(words)).second)
                problem(value, "text '" + id + "' is given twice in '" + language + "'" +
                                   (name.empty() ? "" : " as '" + name + "'"));
        }
    }
}

TextId XformReader::itextOf(const pugi::xml_node& node, const std::string& id) {
    const auto known = m_definition->itext.find(id);
    const bool first = m_texts.insert(id).second;
    if (known == m_definition->itext.end()) {
        // As a language that it is not in: told, and the rest of the form is there.
        if (first) warn(node, "there is no text '" + id + "' in <itext>; it is left blank");
        return kNone;
    }
    if (!first) return known->second;
    const auto& languages = m_textLanguages[id];
    // Then it is said in a language that it is in.
    if (!languages.contains(m_definition->defaultLanguage))
        warn(node, "text '" + id + "' is not in the default language '" + m_definition->defaultLanguage + "'");
    for (const std::string& language : m_definition->languages) {
        if (language != m_definition->defaultLanguage && !languages.contains(language))
            warn(node, "text '" + id + "' is not in '" + language + "'");
    }
    return known->second;
}

TextId XformReader::text(const pugi::xml_node& element) {
    const auto reference = element.attribute("ref");
    if (reference && !trimmed(reference.value()).empty()) {
        if (const std::string id = itextId(reference.value()); !id.empty()) return itextOf(element, id);
        Text computed;
        computed.computed = formula(element, reference.value(), std::string(localName(element)));
        return m_definition->addText(std::move(computed));
    }
    if (const auto only = onlyWords(element)) {
        std::string words = trimmed(only.value());
        return words.empty() ? kNone : plain(std::move(words));
    }
    TextPieces words = pieces(element);
    if (words.empty()) return kNone;
    if (words.size() == 1 && words.front().value == kNone) return plain(std::move(words.front().literal));
    Text made;
    made.languages[""].forms[""] = std::move(words);
    return m_definition->addText(std::move(made));
}

TextId XformReader::message(const pugi::xml_node& node, std::string_view words) {
    const std::string text = trimmed(words);
    if (text.empty()) return kNone;
    if (const std::string id = itextId(text); !id.empty()) return itextOf(node, id);
    return plain(text);
}

TextId XformReader::plain(std::string words) {
    const auto [known, added] = m_plain.try_emplace(std::move(words), kNone);
    if (added) known->second = m_definition->addPlainText(known->first);
    return known->second;
}

}  // namespace plumb::form
