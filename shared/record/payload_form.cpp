#include "shared/record/payload_form.h"

namespace plumb::record {
namespace {

std::size_t membersOf(const json::value& value) {
    std::size_t count = 0;
    if (value.is_object()) {
        count = value.get_object().size();
        for (const auto& member : value.get_object()) count += membersOf(member.value());
    } else if (value.is_array()) {
        for (const auto& entry : value.get_array()) count += membersOf(entry);
    }
    return count;
}

// Where the string that begins at `quote` ends: the place of its closing quote. The text is JSON. Every line that comes
// and every line that is folded again passes here, so the library's search goes over what is written between quotes.
std::size_t endOfString(std::string_view text, std::size_t quote) {
    for (auto end = text.find('"', quote + 1);; end = text.find('"', end + 1)) {
        auto written = end;
        while (text[written - 1] == '\\') --written;
        // Behind an odd number of backslashes it is a quote inside.
        if ((end - written) % 2 == 0) return end;
    }
}

bool nameEndsAt(std::string_view text, std::size_t quote) {
    auto at = quote + 1;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) ++at;
    return at < text.size() && text[at] == ':';
}

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

}  // namespace

Result<void> checkPayloadForm(std::string_view text, const json::value& value) {
    std::size_t members = 0;
    int depth = 0;
    std::string_view name;  // the common member whose value comes
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (c != '"') continue;
        const auto end = endOfString(text, at);
        const bool isName = nameEndsAt(text, end);
        members += isName;
        if (depth == 1) {
            const auto string = text.substr(at + 1, end - at - 1);
            const bool escaped = string.find('\\') != std::string_view::npos;
            if (escaped && isName) return bad("the names of the common members are written without escapes");
            if (escaped && name == "type") return bad("\"type\" is written without escapes");
            name = isName ? string : std::string_view();
        }
        at = end;
    }
    // Of members of one name a reader keeps one: then fewer are left than were written.
    if (members != membersOf(value)) return bad("a member stands twice in one object");
    return {};
}

}  // namespace plumb::record
