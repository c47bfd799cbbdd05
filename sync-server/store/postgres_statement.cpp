#include "sync-server/store/postgres_statement.h"

#include <algorithm>

namespace plumb::server {
namespace {

// Of a statement that is ordered and may have many rows: most have few, or a page of them is enough, and are taken at
// once. Of the others' rows so many bytes at a time.
constexpr int kFirstRows = 120, kFewestRows = 20, kMostRows = 5000;
constexpr double kPieceBytes = 1 << 20;

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t out = 0;
    for (const char c : bytes) out = out << 8 | static_cast<unsigned char>(c);
    return out;
}

// A sum of bigints comes as numeric: digits to the base 10,000, the first of the weight's power (numeric_send()).
std::int64_t integerOfNumeric(std::string_view bytes) {
    const auto word = [&](std::size_t n) { return static_cast<std::int16_t>(bigEndian(bytes.substr(2 * n, 2))); };
    if (bytes.size() < 8) throw sql::Failed("the database gave half a number");
    constexpr std::int16_t kNegative = 0x4000;
    const int digits = word(0), weight = word(1);
    std::int64_t out = 0;
    for (int i = 0; i <= weight; ++i) {
        const std::int64_t digit = i < digits ? word(4 + static_cast<std::size_t>(i)) : 0;
        if (__builtin_mul_overflow(out, std::int64_t{10'000}, &out) || __builtin_sub_overflow(out, digit, &out))
            throw sql::Failed("a sum has more than 64 bits");
    }
    // Gathered below zero, where there is one number more.
    if (word(2) == kNegative) return out;
    if (__builtin_sub_overflow(std::int64_t{0}, out, &out)) throw sql::Failed("a sum has more than 64 bits");
    return out;
}

// "?12" is called "$12". No text of ours has a question mark elsewhere.
std::string withDollars(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '?', '$');
    return out;
}

bool has(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

}  // namespace

PostgresStatement::PostgresStatement(PostgresConnection& connection, std::string name, std::string_view text)
    : m_connection(connection), m_name(std::move(name)), m_text(withDollars(text)), m_kind(kindOf(text)) {}

PostgresStatement::Kind PostgresStatement::kindOf(std::string_view text) {
    const bool reads = text.starts_with("SELECT");
    if (!reads) return has(text, "RETURNING") ? Kind::whole : Kind::silent;
    // A limit that is written down is small; one that is given may be what a reader looks at in the worst case.
    const bool isSmall = has(text, "LIMIT") && !has(text, "LIMIT ?");
    return has(text, "ORDER BY") && !isSmall ? Kind::cursor : Kind::whole;
}

PostgresValue& PostgresStatement::place(int at) {
    const auto index = static_cast<std::size_t>(at);
    if (m_values.size() < index) m_values.resize(index);
    return m_values[index - 1];
}

void PostgresStatement::bindInteger(int at, std::int64_t value) {
    auto& here = place(at);
    here = {oid::kInteger64, {}, {}, false};
    for (std::size_t i = 0; i < here.integer.size(); ++i)
        here.integer[i] = static_cast<char>(static_cast<std::uint64_t>(value) >> (56 - 8 * i) & 0xff);
}

bool PostgresStatement::step() {
    if (!m_isRun) run();
    if (m_isLost) throw sql::Failed("the transaction in which this statement was read is over");
    for (;;) {
        if (m_pieces.empty()) {
            if (m_cursor.empty()) return false;
            fetch();
            continue;
        }
        if (++m_row < PQntuples(m_pieces.front().get())) return true;
        m_pieces.pop_front();
        m_row = -1;
    }
}

void PostgresStatement::run() {
    auto& connection = m_connection;
    if (m_kind == Kind::silent && connection.m_state == PostgresConnection::State::writing) {
        connection.m_link.send(m_name, m_text, m_values);
        m_isRun = true;
        return;
    }
    const bool reads = m_text.starts_with("SELECT");
    if (!reads) connection.endLooking();
    for (bool again = false;; again = true) {
        connection.reach();
        try {
            execute();
            m_isRun = true;
            return;
        } catch (const sql::Lost&) {
            connection.dropCursors();
            // Nobody knows whether something that was to be written stands there, and a transaction is gone.
            if (again || !reads || connection.m_state != PostgresConnection::State::idle) throw;
        } catch (const sql::Failed&) {
            // Its columns are others than when it was prepared.
            const bool changed = connection.m_link.state() == "0A000";
            if (again || !changed || connection.m_state != PostgresConnection::State::idle) throw;
            connection.m_link.forgetPrepared();
        }
    }
}

void PostgresStatement::execute() {
    auto& link = m_connection.m_link;
    m_isLost = false;
    if (m_kind != Kind::cursor) {
        link.send(m_name, m_text, m_values);
        take(link.finish());
        return;
    }
    link.send(m_name, "SELECT * FROM (" + m_text + ") AS piece LIMIT " + std::to_string(kFirstRows + 1), m_values);
    auto rows = link.finish();
    if (PQntuples(rows.get()) <= kFirstRows) {
        take(std::move(rows));
        return;
    }
    // Nobody has seen these yet: all are asked for anew, as of one moment.
    openCursor();
}

void PostgresStatement::openCursor() {
    auto& link = m_connection.m_link;
    using State = PostgresConnection::State;
    const bool alone = m_connection.m_state == State::idle;
    const auto name = "c" + std::to_string(++m_connection.m_names);
    if (alone) link.send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    link.send({}, "DECLARE " + name + " NO SCROLL CURSOR FOR " + m_text, m_values);
    if (alone) m_connection.m_state = State::looking;
    m_connection.m_cursors.push_back(this);
    m_cursor = name;
    m_asked = kFirstRows;
    try {
        fetch();
    } catch (...) {
        if (alone) m_connection.rollback();
        throw;
    }
}

void PostgresStatement::fetch() {
    auto& link = m_connection.m_link;
    link.send({}, "FETCH FORWARD " + std::to_string(m_asked) + " FROM " + m_cursor, {});
    auto rows = link.finish();
    const auto got = PQntuples(rows.get());
    const auto each = static_cast<double>(PQresultMemorySize(rows.get())) / std::max(1, got);
    if (got < m_asked) closeCursor();
    m_asked = std::clamp(static_cast<int>(kPieceBytes / each), kFewestRows, kMostRows);
    if (got > 0) take(std::move(rows));
}

void PostgresStatement::take(PostgresRows rows) {
    if (m_pieces.empty()) m_row = -1;
    m_pieces.push_back(std::move(rows));
}

void PostgresStatement::drain() {
    while (!m_cursor.empty()) fetch();
}

void PostgresStatement::closeCursor() {
    const auto name = std::exchange(m_cursor, {});
    m_connection.m_cursors.remove(this);
    if (m_connection.m_state == PostgresConnection::State::looking && m_connection.m_cursors.empty())
        m_connection.endLooking();
    else
        m_connection.m_link.send(("CLOSE " + name).c_str());
}

void PostgresStatement::drop() noexcept {
    m_cursor.clear();
    m_isLost = true;
}

void PostgresStatement::reset() noexcept {
    if (!m_cursor.empty()) {
        try {
            closeCursor();
        } catch (const std::exception&) {
            // The session is gone, and the cursor with it: the next call notices.
            m_connection.dropCursors();
        }
    }
    m_pieces.clear();
    m_row = -1;
    m_isRun = m_isLost = false;
}

int PostgresStatement::columns() {
    return m_pieces.empty() ? 0 : PQnfields(m_pieces.front().get());
}

sql::Statement::Type PostgresStatement::type(int column) {
    const auto* rows = m_pieces.front().get();
    if (PQgetisnull(rows, m_row, column)) return Type::null;
    switch (PQftype(rows, column)) {
        case oid::kInteger64:
        case oid::kInteger32:
        case oid::kInteger16:
        case oid::kBool:
        case oid::kNumeric:
            return Type::integer;
        default:
            return Type::bytes;
    }
}

std::int64_t PostgresStatement::integer(int column) {
    const auto bytes = view(column);
    switch (PQftype(m_pieces.front().get(), column)) {
        case oid::kInteger64:
            return static_cast<std::int64_t>(bigEndian(bytes));
        case oid::kInteger32:
            return static_cast<std::int32_t>(bigEndian(bytes));
        case oid::kInteger16:
            return static_cast<std::int16_t>(bigEndian(bytes));
        case oid::kBool:
            return bytes == std::string_view("\1", 1);
        case oid::kNumeric:
            return bytes.empty() ? 0 : integerOfNumeric(bytes);
        default:
            throw sql::Failed("a column that holds no integers was read as one");
    }
}

std::string_view PostgresStatement::view(int column) {
    const auto* rows = m_pieces.front().get();
    return {PQgetvalue(rows, m_row, column), static_cast<std::size_t>(PQgetlength(rows, m_row, column))};
}

}  // namespace plumb::server
