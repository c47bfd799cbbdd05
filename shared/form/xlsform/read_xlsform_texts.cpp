#include <algorithm>

#include "shared/form/xlsform/read_xlsform_reader.h"

namespace plumb::form {

const std::vector<XlsformReader::Part>& XlsformReader::labelParts() {
    static const std::vector<Part> kParts{{"", "label", ""},
                                          {"image", "image", "jr://images/"},
                                          {"big-image", "big-image", "jr://images/"},
                                          {"audio", "audio", "jr://audio/"},
                                          {"video", "video", "jr://video/"}};
    return kParts;
}

void XlsformReader::addLanguage(const std::string& language) {
    auto& all = m_definition->languages;
    if (!language.empty() && std::ranges::find(all, language) == all.end()) all.push_back(language);
}

void XlsformReader::languages() {
    Definition& form = *m_definition;
    const std::string& chosen = m_settings.cell(*m_settingsRow, "default_language");
    m_plainLanguage = chosen.empty() ? "default" : chosen;
    // A kind of text that has columns both with and without a language: the latter are the default language's.
    bool mixed = false;
    for (const XlsformTable* table : {&m_survey, &m_choices}) {
        for (const XlsformColumn& column : table->columns()) {
            if (!column.known || column.language.empty()) continue;
            mixed = mixed || std::ranges::any_of(table->columns(), [&](const XlsformColumn& one) {
                        return one.name == column.name && one.language.empty();
                    });
            addLanguage(column.language);
        }
    }
    if (mixed && std::ranges::find(form.languages, m_plainLanguage) == form.languages.end())
        form.languages.insert(form.languages.begin(), m_plainLanguage);
    if (form.languages.empty()) return;
    const bool there = std::ranges::find(form.languages, m_plainLanguage) != form.languages.end();
    form.defaultLanguage = there ? m_plainLanguage : form.languages.front();
    if (!chosen.empty() && !there)
        m_result.warnings.push_back("settings: the default_language '" + chosen +
                                    "' is the language of no column; the default is '" + form.defaultLanguage + "'");
}

TextPieces XlsformReader::pieces(const std::string& words, std::uint32_t context, const Origin& where) {
    TextPieces all;
    std::size_t at = 0;
    while (at < words.size()) {
        const auto found = XlsformReferences::next(words, at);
        if (found.begin == std::string::npos) break;
        TextPiece piece;
        piece.literal = words.substr(at, found.begin - at);
        const std::string reference = words.substr(found.begin, found.end - found.begin);
        piece.value =
            m_definition->addFormula(m_references.resolve(reference, context, false, complain(where, words)), where);
        all.push_back(std::move(piece));
        at = found.end;
    }
    if (at < words.size()) all.push_back({words.substr(at), kNone});
    return all;
}

TextId XlsformReader::text(const XlsformTable& table, const Row& row, const std::vector<Part>& parts,
                           std::uint32_t context) {
    Text made;
    for (const Part& part : parts) {
        const auto texts = table.texts(row, part.column);
        const bool translated = texts.size() > 1 || (texts.size() == 1 && !texts.begin()->first.empty());
        for (const auto& [language, words] : texts) {
            // Only words without a language are the same in all.
            const std::string& of = language.empty() && translated ? m_plainLanguage : language;
            if (words == "-" && !part.prefix.empty()) continue;
            const bool whole = words.starts_with("jr://");
            made.languages[of].forms[part.form] =
                pieces(whole ? words : part.prefix + words, context, table.origin(row, part.column));
        }
    }
    // A picture for all, words for each: one text cannot be both, so that what is for all goes to each.
    if (made.languages.size() > 1 && made.languages.contains("")) {
        const LanguageText all = made.languages.at("");
        made.languages.erase("");
        for (const std::string& language : m_definition->languages) {
            for (const auto& [form, words] : all.forms) made.languages[language].forms.emplace(form, words);
        }
    }
    return made.languages.empty() ? kNone : m_definition->addText(std::move(made));
}

}  // namespace plumb::form
