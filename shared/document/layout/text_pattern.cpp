#include "shared/document/layout/text_pattern.h"

namespace plumb::document {
namespace {

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_layout", std::move(why));
}

// Takes a mark from the front of `rest`: [b], [/b] …
bool takeMark(std::string_view& rest, Run& manner) {
    for (const auto& [name, flag] :
         {std::pair<char, bool Run::*>{'b', &Run::bold}, {'m', &Run::mono}, {'g', &Run::grey}}) {
        const char opening[] = {'[', name, ']'}, closing[] = {'[', '/', name, ']'};
        if (rest.starts_with(std::string_view(opening, 3))) {
            manner.*flag = true;
            rest.remove_prefix(3);
            return true;
        }
        if (rest.starts_with(std::string_view(closing, 4))) {
            manner.*flag = false;
            rest.remove_prefix(4);
            return true;
        }
    }
    return false;
}

}  // namespace

const json::value* Scope::find(std::string_view path) const {
    const auto dot = path.find('.');
    const auto first = path.substr(0, dot);
    const auto* value = data->if_contains(first);
    if (!value) return outer ? outer->find(path) : nullptr;
    if (dot == std::string_view::npos) return value;
    const auto* object = value->if_object();
    return object ? Scope{object}.find(path.substr(dot + 1)) : nullptr;
}

bool Scope::says(std::string_view path) const {
    const auto* value = find(path);
    if (!value || value->is_null()) return false;
    if (const auto* text = value->if_string()) return !text->empty();
    if (const auto* list = value->if_array()) return !list->empty();
    if (const auto* flag = value->if_bool()) return *flag;
    return true;
}

std::string Scope::text(std::string_view path) const {
    const auto* value = find(path);
    if (!value) return {};
    if (const auto* text = value->if_string()) {
        const Scope* outermost = this;
        while (outermost->outer) outermost = outermost->outer;
        const auto* words =
            outermost->words ? outermost->words->if_contains(path.substr(path.rfind('.') + 1)) : nullptr;
        const auto* word = words && words->is_object() ? words->get_object().if_contains(*text) : nullptr;
        return std::string(word && word->is_string() ? word->get_string() : *text);
    }
    return value->is_int64() || value->is_uint64() ? toText(*value) : std::string();
}

Result<TextPattern> TextPattern::read(std::string_view rest) {
    TextPattern out;
    Run manner;
    const auto literal = [&](std::string_view text) {
        if (out.m_pieces.empty() || !out.m_pieces.back().path.empty() ||
            out.m_pieces.back().manner.bold != manner.bold || out.m_pieces.back().manner.mono != manner.mono ||
            out.m_pieces.back().manner.grey != manner.grey) {
            Piece piece;
            piece.manner = manner;
            piece.manner.text.clear();
            out.m_pieces.push_back(std::move(piece));
        }
        out.m_pieces.back().manner.text += text;
    };
    while (!rest.empty()) {
        if (takeMark(rest, manner)) continue;
        if (rest.starts_with("{{")) {
            literal("{");
            rest.remove_prefix(2);
            continue;
        }
        if (rest.front() == '{') {
            const auto end = rest.find('}');
            if (end == std::string_view::npos)
                return bad("\"" + std::string(rest) + "\" begins a place and does not end it with }");
            Piece piece;
            piece.manner = manner;
            const auto inside = rest.substr(1, end - 1);
            const auto bar = inside.find('|');
            piece.path = inside.substr(0, bar);
            if (bar != std::string_view::npos) piece.otherwise = inside.substr(bar + 1);
            if (piece.path.empty()) return bad("{} names nothing; write {name}, or {{ for a brace");
            out.m_pieces.push_back(std::move(piece));
            rest.remove_prefix(end + 1);
            continue;
        }
        const auto next = rest.find_first_of("{[", 1);
        literal(rest.substr(0, next));
        rest.remove_prefix(std::min(next, rest.size()));
    }
    if (manner.bold || manner.mono || manner.grey) return bad("a mark ([b], [m] or [g]) is not closed");
    return out;
}

Text TextPattern::fill(const Scope& scope) const {
    Text out;
    for (const auto& piece : m_pieces) {
        Run run = piece.manner;
        if (!piece.path.empty()) {
            run.text = scope.text(piece.path);
            if (run.text.empty()) run.text = piece.otherwise;
        }
        if (!run.text.empty()) out.push_back(std::move(run));
    }
    return out;
}

Text fillPattern(std::string_view pattern, const Scope& scope) {
    const auto read = TextPattern::read(pattern);
    return read ? read->fill(scope) : Text{{std::string(pattern)}};
}

}  // namespace plumb::document
