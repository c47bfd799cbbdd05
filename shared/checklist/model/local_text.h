// A text in the languages of its checklist, in the document's order; the first is the fallback of all others.
// The engine's own sentences (explanations, what is missing) come in "zh" and "en".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/json.h"

namespace plumb::checklist {

class LocalText {
  public:
    LocalText() = default;
    LocalText(std::string zh, std::string en) {
        reserve(2);
        add("zh", std::move(zh));
        add("en", std::move(en));
    }

    void add(std::string language, std::string text) { m_texts.emplace_back(std::move(language), std::move(text)); }

    void reserve(std::size_t languages) { m_texts.reserve(languages); }

    [[nodiscard]] bool empty() const { return m_texts.empty(); }

    // The text in `language` ("zh", or "zh-CN", whose region is ignored), else the first one, else "".
    [[nodiscard]] const std::string& in(std::string_view language) const;

    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return m_texts; }

    // {"zh":"…","en":"…"}
    [[nodiscard]] json::object toJson() const;

    friend bool operator==(const LocalText&, const LocalText&) = default;

  private:
    std::vector<std::pair<std::string, std::string>> m_texts;
};

}  // namespace plumb::checklist
