#include "shared/form/data/cell_cleaning.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "shared/base/characters.h"

namespace plumb::form {
namespace {

// Zero width non-joiner and joiner, which some scripts write with: between two of their letters they stay.
bool isJoiner(char32_t code) {
    return code == 0x200C || code == 0x200D;
}

void once(std::u32string& all, char32_t code) {
    if (all.find(code) == std::u32string::npos) all += code;
}

class Cleaner {
  public:
    Cleaner(std::string_view text, CellUse use) : m_text(text), m_use(use) {}

    CleanCell run() {
        trimEnds();
        if (m_use == CellUse::text && nothingIsSeen()) m_end = m_at;
        while (m_at < m_end) take();
        // What was hidden between spaces leaves them at the ends.
        if (m_use != CellUse::text) m_out.text = withoutSpace(m_out.text);
        return std::move(m_out);
    }

  private:
    [[nodiscard]] Character before(std::size_t end) const {
        std::size_t at = end - 1;
        while (at > 0 && end - at < 4 && (static_cast<unsigned char>(m_text[at]) & 0xC0) == 0x80) --at;
        const Character found = characterAt(m_text, at);
        return at + found.size == end ? found : Character{0, 1};
    }

    [[nodiscard]] bool goesAtEnds(char32_t code) const {
        if (isAsciiSpace(code) || isOtherSpace(code)) return true;
        if (m_use == CellUse::text && isDirection(code)) return false;
        return isInvisible(code) || isJoiner(code);
    }

    void trimEnds() {
        m_end = m_text.size();
        while (m_at < m_end) {
            const Character one = characterAt(m_text, m_at);
            if (!goesAtEnds(one.code)) break;
            note(one.code);
            m_at += one.size;
        }
        while (m_end > m_at) {
            const Character one = before(m_end);
            if (!goesAtEnds(one.code)) break;
            note(one.code);
            m_end -= one.size;
        }
    }

    void note(char32_t code) {
        if (m_use != CellUse::text && (isInvisible(code) || isJoiner(code))) once(m_out.dropped, code);
    }

    [[nodiscard]] bool nothingIsSeen() const {
        for (std::size_t at = m_at; at < m_end;) {
            const Character one = characterAt(m_text, at);
            if (!isAsciiSpace(one.code) && !isOtherSpace(one.code) && !isInvisible(one.code) && !isJoiner(one.code))
                return false;
            at += one.size;
        }
        return true;
    }

    [[nodiscard]] bool joins(std::size_t at, std::size_t size) const {
        return at > 0 && at + size < m_text.size() && before(at).code >= 0x80 &&
               characterAt(m_text, at + size).code >= 0x80;
    }

    void take() {
        const Character one = characterAt(m_text, m_at);
        const std::string_view bytes = m_text.substr(m_at, one.size);
        const bool reference = m_reference;
        if (bytes == "{" && m_at > 0 && m_text[m_at - 1] == '$') m_reference = true;
        if (bytes == "}") m_reference = false;
        const bool plain = m_use != CellUse::text || reference;
        if (plain && (isInvisible(one.code) || (isJoiner(one.code) && !joins(m_at, one.size)))) {
            once(m_out.dropped, one.code);
        } else if (m_use == CellUse::expression) {
            expression(one, bytes);
        } else if (isOtherSpace(one.code) && (m_use == CellUse::choice || reference)) {
            once(m_out.spaces, one.code);
            m_out.text += ' ';
        } else {
            m_out.text += bytes;
        }
        m_at += one.size;
    }

    void expression(const Character& one, std::string_view bytes) {
        if (bytes == "'" || bytes == "\"") {
            m_quote = m_quote == '\0' ? bytes[0] : m_quote == bytes[0] ? '\0' : m_quote;
        } else if (isOtherSpace(one.code)) {
            if (m_quote != '\0') {
                once(m_out.inConstant, one.code);
            } else {
                m_out.text += ' ';
                return;
            }
        }
        m_out.text += bytes;
    }

    std::string_view m_text;
    CellUse m_use;
    CleanCell m_out;
    std::size_t m_at = 0, m_end = 0;
    bool m_reference = false;  // inside ${…}
    char m_quote = '\0';       // inside a text of an expression
};

}  // namespace

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != 0x7F; });
}

std::string_view withoutSpace(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

std::string describeInvisible(char32_t code) {
    constexpr std::array<std::pair<char32_t, const char*>, 14> kNamed{{{0xA0, "no-break space"},
                                                                       {0xAD, "soft hyphen"},
                                                                       {0x200B, "zero width space"},
                                                                       {0x200C, "zero width non-joiner"},
                                                                       {0x200D, "zero width joiner"},
                                                                       {0x200E, "left-to-right mark"},
                                                                       {0x200F, "right-to-left mark"},
                                                                       {0x202F, "narrow no-break space"},
                                                                       {0x2007, "figure space"},
                                                                       {0x2009, "thin space"},
                                                                       {0x2060, "word joiner"},
                                                                       {0x3000, "ideographic space"},
                                                                       {0x3164, "hangul filler"},
                                                                       {0xFEFF, "byte order mark"}}};
    const auto known = std::ranges::find(kNamed, code, &std::pair<char32_t, const char*>::first);
    const char* name = known != kNamed.end() ? known->second
                       : isDirection(code)   ? "mark of direction"
                       : isOtherSpace(code)  ? "a kind of space"
                       : isInvisible(code)   ? "invisible"
                                             : nullptr;
    if (!name) return {};
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "U+%04X", static_cast<unsigned>(code));
    return std::string(number.data()) + " (" + name + ")";
}

std::string describeAll(const std::u32string& all) {
    std::string out;
    for (const char32_t one : all) out += (out.empty() ? "" : ", ") + describeInvisible(one);
    return out;
}

std::string invisibleIn(std::string_view text) {
    std::u32string found;
    for (std::size_t at = 0; at < text.size();) {
        const Character one = characterAt(text, at);
        if (isOtherSpace(one.code) || isInvisible(one.code) || isJoiner(one.code)) once(found, one.code);
        at += one.size;
    }
    return describeAll(found);
}

std::string plainQuotes(std::string_view text) {
    std::string out;
    char open = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto mark = text.substr(i, 3);
        const bool single = mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99";
        const bool twice = mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D";
        if (open == '\0' && (single || twice)) {
            const std::string_view closing = single ? "\xE2\x80\x99" : "\xE2\x80\x9D";
            const auto end = text.find(closing, i + 3);
            if (end == std::string_view::npos) {
                out += single ? '\'' : '"';
                i += 2;
                continue;
            }
            const std::string_view inside = text.substr(i + 3, end - i - 3);
            char plain = single ? '\'' : '"';
            // A text that holds the plain mark stands between marks of the other kind.
            const char other = single ? '"' : '\'';
            if (inside.find(plain) != std::string_view::npos && inside.find(other) == std::string_view::npos)
                plain = other;
            out.append(1, plain).append(inside).append(1, plain);
            i = end + 2;
            continue;
        }
        const char c = text[i];
        if (c == '\'' || c == '"') open = open == '\0' ? c : open == c ? '\0' : open;
        out += c;
    }
    return out;
}

CleanCell cleanCell(std::string_view text, CellUse use) {
    if (isAscii(text)) return {std::string(withoutSpace(text)), {}, {}, {}};
    if (use != CellUse::expression) return Cleaner(text, use).run();
    return Cleaner(plainQuotes(text), use).run();
}

bool isClean(std::string_view text, CellUse use) {
    return cleanCell(text, use).text == text;
}

}  // namespace plumb::form
