// ${name} in an expression or a text of an XLSForm → a path, as pyxform writes it: relative where the question and what
// it names stand in the same repeat, else absolute.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/form/definition/definition.h"

namespace plumb::form {

class XlsformReferences {
  public:
    explicit XlsformReferences(const Definition& form) : m_form(form) {}

    void add(const std::string& name, std::uint32_t def) { m_named[name].push_back(def); }

    // What could not be resolved: a sentence and a suggestion.
    using Complain = std::function<void(std::string sentence, std::string suggestion)>;

    // `context`: the node that the expression belongs to. `inPredicate`: it will stand inside […] of other nodes, so
    // that relative paths begin at current().
    std::string resolve(std::string_view expression, std::uint32_t context, bool inPredicate,
                        const Complain& complain) const;
    // "${name}" alone → its node.
    std::uint32_t only(std::string_view reference, const Complain& complain) const;
    // The path of one name.
    std::string path(const std::string& name, std::uint32_t context, bool relative, bool fromCurrent,
                     const Complain& complain) const;

    // The first "${…}" at or after `from`; `name` without the braces.
    struct Found {
        std::size_t begin = std::string_view::npos, end = 0;
        std::string name;
    };
    static Found next(std::string_view text, std::size_t from);

  private:
    std::uint32_t node(const std::string& name, const Complain& complain) const;

    const Definition& m_form;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_named;
};

}  // namespace plumb::form
