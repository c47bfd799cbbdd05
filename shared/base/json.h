// Reading JSON members with errors that say where: `path` is the way from the document's root, as in
// "body.score.points". The library is Boost.JSON; these few functions exist so that every boundary refuses bad input
// with the same sentences.
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb {

namespace json = boost::json;

// Parses UTF-8 JSON text of at most `maxDepth` nested levels; errors carry line and column.
Result<json::value> parseJson(std::string_view text, std::size_t maxDepth = 64);

// The compact text of a value.
std::string toText(const json::value& value);

// Typed members. Missing or of another type: malformed, with code "bad_member".
Result<std::string> textAt(const json::object& object, std::string_view name, std::string_view path = "");
Result<std::int64_t> integerAt(const json::object& object, std::string_view name, std::string_view path = "");
Result<const json::object*> objectAt(const json::object& object, std::string_view name, std::string_view path = "");
Result<const json::array*> arrayAt(const json::object& object, std::string_view name, std::string_view path = "");

// The text of an optional member; "" when absent or not text.
std::string textOr(const json::object& object, std::string_view name, std::string_view otherwise = "");

}  // namespace plumb
