// What instance() names in a document's expressions, and what it is called in the workbook that the document is filled
// by. A document has no named lists: instance('crop') means the choices of the question crop, instance('villages.csv')
// (.xml, .geojson) the rows of an attached file. Pure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace plumb::checklist {

// "villages.csv" → "villages": what the file's instance is called; "" for what names no file of rows.
std::string instanceOfFile(std::string_view name);

class FormInstances {
  public:
    // The question's choices stand in the list of that name.
    void add(const std::string& question, std::string list) { m_lists[question] = std::move(list); }
    // The expression as the workbook has it.
    std::string rename(const std::string& expression);
    // The files that expressions have named so far.
    [[nodiscard]] const std::set<std::string>& files() const { return m_files; }

  private:
    std::map<std::string, std::string> m_lists;  // question → list
    std::set<std::string> m_files;
};

}  // namespace plumb::checklist
