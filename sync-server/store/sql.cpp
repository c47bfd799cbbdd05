#include "sync-server/store/sql.h"

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

}  // namespace plumb::server::sql
