// What the names in rows are called by people: regions, persons, checklists, grades, words; each looked up once for all
// rows of a table. For one thread at a time.
#pragma once

#include <map>
#include <unordered_map>

#include "sync-server/export/setting.h"

namespace plumb::server {

class NameBook {
  public:
    // `setting` outlives this.
    explicit NameBook(const ExportSetting& setting) : m_setting(setting) {}

    // "甘肃省金昌市永昌县"; "" where it is unknown.
    const std::string& region(const std::string& code);
    // The name by which the holder of a key was invited; the kid where nobody is known.
    const std::string& person(const std::string& kid);
    // "" where the log does not publish it.
    const std::string& checklist(const Sha256& sha256);
    // The id where the checklist is not known, or has no such grade.
    const std::string& grade(const Sha256& checklist, const std::string& id);
    // The word for "<group>.<name>" (words.h); "" for "".
    const std::string& word(std::string_view group, std::string_view name);

  private:
    struct Known {
        std::string title;
        std::unordered_map<std::string, std::string> grades;
    };
    Known& known(const Sha256& sha256);

    const ExportSetting& m_setting;
    std::unordered_map<std::string, std::string> m_regions, m_persons, m_words;
    std::map<Sha256, Known> m_checklists;
    std::string m_key;
};

}  // namespace plumb::server
