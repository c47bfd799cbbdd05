#include "shared/form/data/xml_guard.h"

#include <algorithm>
#include <array>

namespace plumb::form {
namespace {

class Guard {
  public:
    Guard(std::string_view xml, const XmlLimits& limits) : m_xml(xml), m_limits(limits) {}

    std::optional<XmlRefusal> run() {
        if (m_xml.size() > m_limits.bytes)
            return at(0, "the document is larger than " + std::to_string(m_limits.bytes / (1024 * 1024)) + " MiB");
        if (m_xml.starts_with("\xFF\xFE") || m_xml.starts_with("\xFE\xFF")) return at(0, "the document is not UTF-8");
        m_ampersand = std::min(m_xml.find('&'), m_xml.size());
        if (const auto nul = m_xml.find('\0'); nul != std::string_view::npos)
            return at(nul, "the document is not UTF-8 text");
        while (m_at < m_xml.size()) {
            const std::size_t open = std::min(m_xml.find('<', m_at), m_xml.size());
            if (auto refused = entities(m_at, open)) return refused;
            m_at = open;
            if (m_at < m_xml.size()) {
                if (auto refused = mark()) return refused;
            }
        }
        return {};
    }

  private:
    [[nodiscard]] XmlRefusal at(std::size_t offset, std::string sentence) const {
        return {lineOf(m_xml, offset), std::move(sentence)};
    }

    void skipPast(std::string_view end, std::size_t from) {
        const std::size_t found = m_xml.find(end, from);
        m_at = found == std::string_view::npos ? m_xml.size() : found + end.size();
    }

    std::optional<XmlRefusal> mark() {
        const std::string_view rest = m_xml.substr(m_at);
        if (rest.starts_with("<!--")) {
            skipPast("-->", m_at + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            skipPast("]]>", m_at + 9);
        } else if (rest.starts_with("<!")) {
            return at(m_at, "a DOCTYPE or another declaration is not accepted here; remove it");
        } else if (rest.starts_with("<?")) {
            skipPast("?>", m_at + 2);
        } else if (rest.starts_with("</")) {
            if (m_depth > 0) --m_depth;
            skipPast(">", m_at + 2);
        } else {
            return element();
        }
        return {};
    }

    std::optional<XmlRefusal> element() {
        const std::size_t begin = m_at;
        if (++m_marks > m_limits.marks) return at(begin, "the document has too many elements");
        if (++m_depth > m_limits.depth)
            return at(begin, "elements are nested deeper than " + std::to_string(m_limits.depth) + " levels");
        for (++m_at; m_at < m_xml.size() && m_xml[m_at] != '>'; ++m_at) {
            const char c = m_xml[m_at];
            if (c != '"' && c != '\'') continue;
            if (++m_marks > m_limits.marks) return at(begin, "the document has too many attributes");
            m_at = std::min(m_xml.find(c, m_at + 1), m_xml.size() - 1);
        }
        if (auto refused = entities(begin, m_at)) return refused;
        if (m_at < m_xml.size() && m_xml[m_at - 1] == '/') --m_depth;
        m_at = std::min(m_at + 1, m_xml.size());
        return {};
    }

    // All '&' in a stretch begin one of the five entities or a character's number.
    [[nodiscard]] std::optional<XmlRefusal> entities(std::size_t from, std::size_t to) {
        constexpr std::array<std::string_view, 5> kKnown{"amp;", "lt;", "gt;", "quot;", "apos;"};
        for (std::size_t i = nextAmpersand(from); i < to; i = nextAmpersand(i + 1)) {
            const std::string_view rest = m_xml.substr(i + 1, 32);
            if (rest.starts_with('#')) continue;
            if (std::ranges::any_of(kKnown, [&](std::string_view one) { return rest.starts_with(one); })) continue;
            const std::size_t end = rest.find(';');
            if (end == std::string_view::npos) return at(i, "'&' stands alone; write &amp;");
            return at(i, "there is no entity &" + std::string(rest.substr(0, end + 1)));
        }
        return {};
    }

    // Few documents have any: it is not looked for again before it is reached.
    std::size_t nextAmpersand(std::size_t from) {
        if (m_ampersand < from) m_ampersand = std::min(m_xml.find('&', from), m_xml.size());
        return m_ampersand;
    }

    std::string_view m_xml;
    const XmlLimits& m_limits;
    std::size_t m_at = 0, m_depth = 0, m_marks = 0, m_ampersand = 0;
};

}  // namespace

std::optional<XmlRefusal> guardXml(std::string_view xml, const XmlLimits& limits) {
    return Guard(xml, limits).run();
}

std::size_t lineOf(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

}  // namespace plumb::form
