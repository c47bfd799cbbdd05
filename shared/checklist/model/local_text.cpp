#include "shared/checklist/model/local_text.h"

namespace plumb::checklist {

const std::string& LocalText::in(std::string_view language) const {
    static const std::string nothing;
    const auto primary = language.substr(0, language.find_first_of("-_"));
    for (const auto& [name, text] : m_texts) {
        if (name == language) return text;
    }
    for (const auto& [name, text] : m_texts) {
        if (name == primary) return text;
    }
    return m_texts.empty() ? nothing : m_texts.front().second;
}

json::object LocalText::toJson() const {
    json::object out;
    for (const auto& [name, text] : m_texts) out[name] = text;
    return out;
}

}  // namespace plumb::checklist
