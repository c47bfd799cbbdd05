// Reads the XML parts of a workbook. Long ones (rows, shared strings) go through a parser element by element, so that a
// sheet of a million cells never stands in memory as a tree.
#pragma once

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::form {

// Each element of this local name, by itself, in document order; false from `take` ends it. They must not be nested in
// each other. Malformed "bad_xlsx".
Result<void> forEachElement(std::string_view xml, std::string_view name, const std::string& part,
                            const std::function<bool(const pugi::xml_node&)>& take);

// The whole part, of those that are small.
Result<void> loadPart(const std::string& xml, const std::string& part, pugi::xml_document& document);

// No DOCTYPE, no entities, not too deep.
Result<void> checkPart(std::string_view xml, const std::string& part);

// First child, attribute by local name, whatever its prefix.
pugi::xml_node childNamed(const pugi::xml_node& node, std::string_view name);
std::string_view attributeNamed(const pugi::xml_node& node, std::string_view name);
std::string_view withoutPrefix(std::string_view name);

}  // namespace plumb::form
