// Reading the members of a document while collecting what is wrong with them: every reading function returns something
// usable and notes a problem with its path, so that one pass finds all problems. Used by the loader's parts only.
#pragma once

#include <boost/container/small_vector.hpp>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/decimal.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::checklist {

// What one reading of a document collects.
struct ReadContext {
    std::vector<Problem> problems;
    std::vector<std::string> warnings;
    std::vector<std::string> languages;

    void add(std::string path, std::string sentence);
};

// The type of a JSON value in words: "text", "a number", "an object" …
std::string_view kindOf(const json::value& value);

// An exact decimal from a JSON number or from text; nothing where it is neither.
std::optional<Decimal> decimalOf(const json::value& value);

// One text per language of the document: an object, or plain text that stands for all of them.
LocalText localTextOf(const json::value& value, const std::string& path, ReadContext& context);

class ObjectReader {
  public:
    // Not an object: a problem, and all members count as absent.
    ObjectReader(const json::value& value, std::string path, ReadContext& context);
    // Notes the members that nobody asked for ("comment" may stand anywhere).
    ~ObjectReader();
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string pathOf(std::string_view name) const;
    [[nodiscard]] bool isObject() const { return m_object != nullptr; }
    void problem(std::string_view name, std::string sentence) { m_context.add(pathOf(name), std::move(sentence)); }

    // The raw member, null when absent; marks it as known.
    const json::value* member(std::string_view name);
    bool has(std::string_view name) { return member(name) != nullptr; }

    enum Need { optional, needed };
    std::string text(std::string_view name, Need need);
    // The name of a choice as XLSForm takes it: any text without control characters and white space around, at most 255
    // bytes.
    std::string choiceName(std::string_view name);
    // Text of letters, digits, '_', '-' and '.', at most so many bytes.
    std::string identifier(std::string_view name, bool startsWithLetter, std::size_t most = 64);
    LocalText local(std::string_view name, Need need);
    bool flag(std::string_view name, bool otherwise);
    int count(std::string_view name, int otherwise, int most);
    // Thousandths of a number in [least, most], with at most three decimals.
    std::optional<std::int64_t> thousandths(std::string_view name, Need need, std::int64_t least, std::int64_t most);
    // The same with another number of decimals: units of 10^-decimals in [least, most]; none where absent or wrong.
    std::optional<std::int64_t> decimals(std::string_view name, int decimals, std::int64_t least, std::int64_t most);
    const json::array* array(std::string_view name, Need need);
    // The place of a text among `names`.
    std::optional<std::size_t> oneOf(std::string_view name, std::span<const std::string_view> names, Need need);
    std::optional<std::size_t> oneOf(std::string_view name, std::initializer_list<std::string_view> names, Need need) {
        return oneOf(name, std::span(names.begin(), names.size()), need);
    }

  private:
    void wrong(std::string_view name, std::string_view wanted);

    const json::object* m_object = nullptr;
    std::string m_path;
    ReadContext& m_context;
    boost::container::small_vector<std::string_view, 40> m_known;  // more than any object here has members
};

}  // namespace plumb::checklist
