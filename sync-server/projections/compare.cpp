#include "sync-server/projections/compare.h"

#include <algorithm>
#include <compare>
#include <vector>

namespace plumb::server {
namespace {

// Ordered as databases order them: by kind, numbers by their worth, texts by their bytes.
struct Value {
    sql::Statement::Type type = sql::Statement::Type::null;
    std::int64_t number = 0;
    std::string bytes;

    friend auto operator<=>(const Value&, const Value&) = default;
};
using Row = std::vector<Value>;

class Rows {
  public:
    Rows(const Table& table, sql::Connection& connection) : m_use(connection.use(table.contents)), m_keys(table.keys) {
        next();
    }
    void next() {
        m_has = m_use.step();
        if (!m_has) return;
        auto& row = m_use.statement();
        m_row.resize(static_cast<std::size_t>(row.columns()));
        for (int column = 0; column < row.columns(); ++column) {
            auto& value = m_row[static_cast<std::size_t>(column)];
            value = {row.type(column), 0, {}};
            // Databases of other makes may keep texts as bytes.
            if (value.type == sql::Statement::Type::bytes) value.type = sql::Statement::Type::text;
            if (value.type == sql::Statement::Type::integer)
                value.number = row.integer(column);
            else if (value.type != sql::Statement::Type::null)
                value.bytes = row.view(column);
        }
    }
    [[nodiscard]] bool has() const { return m_has; }
    [[nodiscard]] const Row& row() const { return m_row; }
    [[nodiscard]] std::strong_ordering keyAgainst(const Rows& other) const {
        return std::lexicographical_compare_three_way(m_row.begin(), m_row.begin() + m_keys, other.m_row.begin(),
                                                      other.m_row.begin() + m_keys);
    }
    [[nodiscard]] std::string key() const {
        std::string out;
        for (int i = 0; i < m_keys; ++i) {
            const auto& value = m_row[static_cast<std::size_t>(i)];
            out += (i > 0 ? "/" : "") +
                   (value.type == sql::Statement::Type::integer ? std::to_string(value.number) : value.bytes);
        }
        return out;
    }

  private:
    sql::Use m_use;
    int m_keys;
    bool m_has = false;
    Row m_row;
};

}  // namespace

std::optional<TableDifference> compareTable(const Table& table, sql::Connection& log, sql::Connection& anew) {
    Rows there(table, log), here(table, anew);
    TableDifference out;
    const auto note = [&](const Rows& rows, std::uint64_t& count) {
        if (out.missing + out.odd == 0) out.first = rows.key();
        ++count;
    };
    while (there.has() || here.has()) {
        const auto order = !there.has()  ? std::strong_ordering::greater
                           : !here.has() ? std::strong_ordering::less
                                         : there.keyAgainst(here);
        if (order == 0 && there.row() != here.row()) {
            note(there, out.odd);
            note(here, out.missing);
        } else if (order < 0) {
            note(there, out.odd);
        } else if (order > 0) {
            note(here, out.missing);
        }
        if (order <= 0) there.next();
        if (order >= 0) here.next();
    }
    if (out.missing + out.odd == 0) return std::nullopt;
    return out;
}

}  // namespace plumb::server
