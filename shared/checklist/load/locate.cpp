#include "shared/checklist/load/locate.h"

#include <string>

namespace plumb::checklist {
namespace {

// Walks over text that a real parser has accepted already, so nothing here checks; it only must not run off the end.
class Walker {
  public:
    explicit Walker(std::string_view text) : m_text(text) { skipSpace(); }

    [[nodiscard]] std::size_t at() const { return m_at; }

    // Stands at an object: moves to the member's value; false (and no move) when there is none.
    bool enterMember(std::string_view name) {
        const std::size_t start = m_at;
        if (peek() != '{') return false;
        next();
        while (m_at < m_text.size() && peek() == '"') {
            const std::size_t from = m_at + 1;
            skipString();
            const auto key = m_text.substr(from, m_at - from - 1);
            skipSpace();
            next();  // ':'
            if (key == name) return true;
            skipValue();
            if (peek() != ',') break;
            next();
        }
        m_at = start;
        return false;
    }

    bool enterElement(std::size_t index) {
        const std::size_t start = m_at;
        if (peek() != '[') return false;
        next();
        for (std::size_t i = 0; m_at < m_text.size() && peek() != ']'; ++i) {
            if (i == index) return true;
            skipValue();
            if (peek() != ',') break;
            next();
        }
        m_at = start;
        return false;
    }

  private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void next() {
        ++m_at;
        skipSpace();
    }
    void skipSpace() {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos) ++m_at;
    }
    void skipString() {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\') ++m_at;
        }
        if (m_at < m_text.size()) ++m_at;
    }
    void skipValue() {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                --depth;
                ++m_at;
            } else if (depth > 0) {
                ++m_at;
            } else {
                while (m_at < m_text.size() &&
                       std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
                    ++m_at;
            }
        } while (depth > 0 && m_at < m_text.size());
        skipSpace();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

}  // namespace

Position locate(std::string_view text, std::string_view path) {
    Walker walker(text);
    while (!path.empty()) {
        bool found = false;
        if (path[0] == '[') {
            const auto close = path.find(']');
            std::size_t index = 0;
            for (const char c : path.substr(1, close - 1)) index = index * 10 + static_cast<std::size_t>(c - '0');
            found = walker.enterElement(index);
            path.remove_prefix(close == std::string_view::npos ? path.size() : close + 1);
        } else {
            if (path[0] == '.') path.remove_prefix(1);
            const auto end = std::min(path.find_first_of(".["), path.size());
            found = walker.enterMember(path.substr(0, end));
            path.remove_prefix(end);
        }
        if (!found) break;
    }
    Position out;
    for (const char c : text.substr(0, walker.at())) {
        if (c == '\n') {
            ++out.line;
            out.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++out.column;
        }
    }
    return out;
}

}  // namespace plumb::checklist
