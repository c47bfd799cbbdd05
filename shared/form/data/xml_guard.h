// Looks at XML text before a parser builds anything from it: one pass without memory of its own that refuses what could
// only be an attack or an accident. A DOCTYPE, an entity beyond XML's five, too deep, too many elements, not UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumb::form {

struct XmlLimits {
    std::size_t bytes = 64 * 1024 * 1024;
    std::size_t depth = 200;
    std::size_t marks = 1'200'000;  // elements and attributes
};

struct XmlRefusal {
    std::size_t line = 1;
    std::string sentence;
};

// Nothing when a parser may have it; it may still not be well-formed.
std::optional<XmlRefusal> guardXml(std::string_view xml, const XmlLimits& limits = {});

// The line, from 1, that a byte stands in.
std::size_t lineOf(std::string_view text, std::size_t offset);

}  // namespace plumb::form
