// The types that a bind names, as the ODK XForms specification lists them.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "shared/form/data/tree.h"

namespace plumb::form {

// Without a prefix ("xsd:int" → "int"). Nothing for a name that is none; a text is then meant.
inline std::optional<DataType> typeOfBind(std::string_view name) {
    using enum DataType;
    constexpr std::array<std::pair<std::string_view, DataType>, 26> kTypes{{
        {"string", string},     {"int", integer},       {"integer", integer},   {"long", integer},
        {"short", integer},     {"byte", integer},      {"decimal", decimal},   {"double", decimal},
        {"float", decimal},     {"boolean", boolean},   {"date", date},         {"time", time},
        {"dateTime", dateTime}, {"geopoint", geopoint}, {"geotrace", geotrace}, {"geoshape", geoshape},
        {"binary", binary},     {"anyURI", binary},     {"barcode", barcode},   {"select1", choice},
        {"select", choices},    {"rank", choices},      {"intent", string},     {"gYear", string},
        {"gMonth", string},     {"listItem", choice},
    }};
    for (const auto& [known, type] : kTypes) {
        if (known == name) return type;
    }
    return {};
}

}  // namespace plumb::form
