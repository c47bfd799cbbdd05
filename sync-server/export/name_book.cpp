#include "sync-server/export/name_book.h"

namespace plumb::server {

const std::string& NameBook::region(const std::string& code) {
    const auto [found, isNew] = m_regions.try_emplace(code);
    if (isNew) found->second = regionName(code, m_setting.language);
    return found->second;
}

const std::string& NameBook::person(const std::string& kid) {
    const auto [found, isNew] = m_persons.try_emplace(kid);
    if (isNew) found->second = m_setting.trust.personName(kid);
    if (found->second.empty()) found->second = kid;
    return found->second;
}

NameBook::Known& NameBook::known(const Sha256& sha256) {
    const auto [found, isNew] = m_checklists.try_emplace(sha256);
    if (!isNew) return found->second;
    const auto document = m_setting.checklists.find(sha256);
    if (!document) return found->second;
    const auto code = codeOf(m_setting.language);
    found->second.title = (*document)->title.in(code);
    for (const auto& grade : (*document)->grades) found->second.grades[grade.id] = grade.label.in(code);
    return found->second;
}

const std::string& NameBook::checklist(const Sha256& sha256) {
    return known(sha256).title;
}

const std::string& NameBook::grade(const Sha256& checklist, const std::string& id) {
    const auto& grades = known(checklist).grades;
    const auto found = grades.find(id);
    return found == grades.end() || found->second.empty() ? id : found->second;
}

const std::string& NameBook::word(std::string_view group, std::string_view name) {
    static const std::string kNone;
    if (name.empty()) return kNone;
    m_key.assign(group).append(1, '.').append(name);
    const auto [found, isNew] = m_words.try_emplace(m_key);
    if (isNew) found->second = exportWord(m_key, m_setting.language);
    return found->second;
}

}  // namespace plumb::server
