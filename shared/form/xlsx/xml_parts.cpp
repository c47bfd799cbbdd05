#include "shared/form/xlsx/xml_parts.h"

#include <algorithm>

#include "shared/form/data/xml_guard.h"

namespace plumb::form {
namespace {

constexpr XmlLimits kLongPart{.bytes = 256 * 1024 * 1024, .depth = 64, .marks = 16'000'000};
constexpr XmlLimits kSmallPart{.bytes = 8 * 1024 * 1024, .depth = 64, .marks = 300'000};
// " " in a cell is a text; white space between elements is none.
constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata_single;

tl::unexpected<Error> bad(const std::string& part, const std::string& why) {
    return fail(ErrorKind::malformed, "bad_xlsx", "this is no readable .xlsx: " + part + ": " + why);
}

Result<void> guarded(std::string_view xml, const std::string& part, const XmlLimits& limits) {
    if (const auto refused = guardXml(xml, limits)) return bad(part, refused->sentence);
    return {};
}

// The tag that begins at '<': its whole name where its local name is `name`, else "".
std::string_view tagNamed(std::string_view from, std::string_view name) {
    const std::string_view full = from.substr(1, from.substr(1, 64).find_first_of(" \t\r\n/>"));
    return withoutPrefix(full) == name ? full : std::string_view();
}

}  // namespace

std::string_view withoutPrefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children()) {
        if (withoutPrefix(child.name()) == name) return child;
    }
    return {};
}

std::string_view attributeNamed(const pugi::xml_node& node, std::string_view name) {
    for (const auto& attribute : node.attributes()) {
        if (withoutPrefix(attribute.name()) == name) return attribute.value();
    }
    return {};
}

Result<void> checkPart(std::string_view xml, const std::string& part) {
    return guarded(xml, part, kLongPart);
}

Result<void> loadPart(const std::string& xml, const std::string& part, pugi::xml_document& document) {
    if (auto safe = guarded(xml, part, kSmallPart); !safe) return safe;
    const auto parsed = document.load_buffer(xml.data(), xml.size(), kFlags, pugi::encoding_utf8);
    if (!parsed) return bad(part, parsed.description());
    return {};
}

Result<void> forEachElement(std::string_view xml, std::string_view name, const std::string& part,
                            const std::function<bool(const pugi::xml_node&)>& take) {
    pugi::xml_document document;
    for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
        const std::string_view full = tagNamed(xml.substr(at), name);
        if (full.empty()) {
            ++at;
            continue;
        }
        const std::size_t open = xml.find('>', at);
        std::size_t end = open;
        if (open != std::string_view::npos && xml[open - 1] != '/') {
            end = xml.find("</" + std::string(full), open);
            end = xml.find('>', end == std::string_view::npos ? xml.size() : end);
        }
        if (end == std::string_view::npos) return bad(part, "<" + std::string(full) + "> does not end");
        const auto parsed = document.load_buffer(xml.data() + at, end + 1 - at, kFlags, pugi::encoding_utf8);
        if (!parsed) return bad(part, parsed.description());
        if (!take(document.document_element())) return {};
        at = end + 1;
    }
    return {};
}

}  // namespace plumb::form
