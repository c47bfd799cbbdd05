#include "sync-server/store/sql.h"

#include <algorithm>
#include <cstring>

namespace plumb::server::sql {

Sha256 Use::hash(int column) {
    const auto bytes = m_statement.view(column);
    Sha256 out;
    if (bytes.size() != out.bytes.size()) throw Failed("a stored hash has not 32 bytes");
    std::memcpy(out.bytes.data(), bytes.data(), bytes.size());
    return out;
}

Use Connection::use(const char* text) {
    auto& kept = m_kept[text];
    if (!kept) kept = prepare(text);
    return Use(*kept);
}

std::string withWords(std::string_view text, std::span<const Word> words) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto open = text.find('{', at);
        out.append(text.substr(at, open - at));
        if (open == std::string_view::npos) break;
        const auto close = text.find('}', open);
        const auto inside = text.substr(open + 1, close - open - 1);
        const auto space = inside.find(' ');
        const auto name = inside.substr(0, space);
        const auto word = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.name == name; });
        if (close == std::string_view::npos || word == words.end())
            throw Failed("a statement has the unknown word " + std::string(name));
        const auto hole = word->text.find('%');
        out.append(word->text.substr(0, hole));
        if (hole != std::string_view::npos && space != std::string_view::npos)
            out.append(inside.substr(space + 1)).append(word->text.substr(hole + 1));
        at = close + 1;
    }
    return out;
}

}  // namespace plumb::server::sql
