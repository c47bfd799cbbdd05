#include "shared/base/json.h"

namespace plumb {
namespace {

tl::unexpected<Error> bad(std::string_view path, std::string_view name, const char* want) {
    std::string where = path.empty() ? std::string(name) : std::string(path) + "." + std::string(name);
    return fail(ErrorKind::malformed, "bad_member", "\"" + where + "\" must be " + want);
}

}  // namespace

Result<json::value> parseJson(std::string_view text, std::size_t maxDepth) {
    json::parse_options options;
    options.max_depth = maxDepth;
    json::stream_parser parser({}, options);
    json::error_code error;
    const std::size_t taken = parser.write_some(text.data(), text.size(), error);
    if (!error && taken < text.size()) {
        const auto rest = text.find_first_not_of(" \t\r\n", taken);
        if (rest != std::string_view::npos) error = json::error::extra_data;
    }
    if (!error) parser.finish(error);
    if (error) {
        std::size_t line = 1, column = 1;
        for (std::size_t i = 0; i < taken && i < text.size(); ++i) {
            column = text[i] == '\n' ? 1 : column + 1;
            if (text[i] == '\n') ++line;
        }
        return fail(ErrorKind::malformed, "bad_json",
                    "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + error.message());
    }
    return parser.release();
}

std::string toText(const json::value& value) {
    return json::serialize(value);
}

Result<std::string> textAt(const json::object& object, std::string_view name, std::string_view path) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_string()) return bad(path, name, "text");
    return std::string(value->get_string());
}

Result<std::int64_t> integerAt(const json::object& object, std::string_view name, std::string_view path) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_int64()) return bad(path, name, "an integer");
    return value->get_int64();
}

Result<const json::object*> objectAt(const json::object& object, std::string_view name, std::string_view path) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_object()) return bad(path, name, "an object");
    return &value->get_object();
}

Result<const json::array*> arrayAt(const json::object& object, std::string_view name, std::string_view path) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_array()) return bad(path, name, "an array");
    return &value->get_array();
}

std::string textOr(const json::object& object, std::string_view name, std::string_view otherwise) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string(otherwise);
}

}  // namespace plumb
