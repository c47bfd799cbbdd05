// The thin SQL port: what the store and the projections ask of a database, and no more. Texts are SQL that SQLite 3.40
// and PostgreSQL 15 both understand, with values as ?1, ?2 …; what the two call differently stands as a word in braces,
// which the connection puts in:
//   {integer} 64 bits    {text}    {bytes}    {counted} an integer key that the database counts up by itself
//   {rows} after a table's parenthesis    {keyed} the same, of a table that is always found by its primary key
//   {number x} the integer that the text x writes down
// Texts are compared and ordered by their bytes and may hold any, zeros too. Sums of integers come as integers; min()
// and max() are for integers alone.
//
// One connection, one thread at a time. Throws StoreFull where there is no space, Failed for everything else. Within
// begin() and commit(), what went wrong with a statement that gives no rows may be thrown by a later call, at the
// latest by commit(); once something failed there, nothing but rollback() helps.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "shared/base/bytes.h"
#include "shared/base/sha256.h"

namespace plumb::server {

// Nothing of the transaction remains.
struct StoreFull : std::runtime_error {
    using std::runtime_error::runtime_error;
};

namespace sql {

struct Failed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A database on another machine, or its session, is gone. Nothing of the transaction remains; the next call tries to
// reach it again.
struct Lost : Failed {
    using Failed::Failed;
};

// The same during a commit, and it could not be found out whether that took place: before anything else is done, what
// is kept in memory of the database is read anew.
struct OutcomeUnknown : Lost {
    using Lost::Lost;
};

// A prepared statement, as a database implements it. Values are not copied: they outlive the run. Columns count from 0.
class Statement {
  public:
    virtual ~Statement() = default;

    virtual void bindInteger(int at, std::int64_t value) = 0;
    virtual void bindText(int at, std::string_view value) = 0;
    virtual void bindBytes(int at, ByteView value) = 0;
    virtual void bindNull(int at) = 0;

    // Whether there is a (further) row.
    virtual bool step() = 0;
    virtual void reset() noexcept = 0;

    // Of the row at hand. Views end with the next step.
    enum class Type { null, integer, text, bytes };
    [[nodiscard]] virtual int columns() = 0;
    [[nodiscard]] virtual Type type(int column) = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) = 0;
    // Of a text, or of bytes as they are.
    [[nodiscard]] virtual std::string_view view(int column) = 0;
};

// A statement for one use: reset when the use ends, so that no read transaction stays open.
class Use {
  public:
    // `statement` outlives this.
    explicit Use(Statement& statement) : m_statement(statement) {}
    ~Use() { m_statement.reset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    // ?1, ?2 … in order. Texts and hashes are not copied: they outlive the use.
    template <class... Values>
    Use& with(Values&&... values) {
        int at = 0;
        (bind(++at, std::forward<Values>(values)), ...);
        return *this;
    }
    bool step() { return m_statement.step(); }
    // To its end, of a statement that gives no rows.
    void run() {
        while (m_statement.step()) {
        }
    }

    [[nodiscard]] std::int64_t integer(int column) { return m_statement.integer(column); }
    [[nodiscard]] std::uint64_t count(int column) { return static_cast<std::uint64_t>(m_statement.integer(column)); }
    [[nodiscard]] std::string text(int column) { return std::string(m_statement.view(column)); }
    [[nodiscard]] std::string_view view(int column) { return m_statement.view(column); }
    [[nodiscard]] bool isNull(int column) { return m_statement.type(column) == Statement::Type::null; }
    // Throws where it has not 32 bytes.
    [[nodiscard]] Sha256 hash(int column);
    [[nodiscard]] Statement& statement() { return m_statement; }

  private:
    template <class Value>
    void bind(int at, Value&& value) {
        using Plain = std::remove_cvref_t<Value>;
        constexpr bool passing = !std::is_lvalue_reference_v<Value>;
        if constexpr (std::is_enum_v<Plain> || std::is_integral_v<Plain>) {
            m_statement.bindInteger(at, static_cast<std::int64_t>(value));
        } else if constexpr (std::is_same_v<Plain, Sha256>) {
            static_assert(!passing, "bound values are not copied");
            m_statement.bindBytes(at, value.view());
        } else if constexpr (std::is_same_v<Plain, ByteView>) {
            m_statement.bindBytes(at, value);
        } else if constexpr (std::is_same_v<Plain, std::optional<Sha256>>) {
            static_assert(!passing, "bound values are not copied");
            value ? m_statement.bindBytes(at, value->view()) : m_statement.bindNull(at);
        } else {
            static_assert(!(passing && std::is_same_v<Plain, std::string>), "bound values are not copied");
            m_statement.bindText(at, value);
        }
    }

    Statement& m_statement;
};

class Connection {
  public:
    virtual ~Connection() = default;

    // Prepared at its first use and kept. `text` is a constant, known by its address.
    Use use(const char* text);
    // Prepared for this one call, of a text that is made up.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(std::string_view text) = 0;
    // Definitions, with the words above; any number of them.
    virtual void define(std::string_view script) = 0;

    // One transaction at a time, in which this connection writes. rollback() may be called at any point.
    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // Between the two, everything that this connection reads is as it was at its first read. It keeps nobody from
    // writing, but what is written meanwhile takes room beside the database until the end. Not within begin().
    virtual void beginReading() = 0;
    virtual void endReading() noexcept = 0;

    // All that `work` writes, or nothing of it where it throws.
    template <class Work>
    void transact(const Work& work) {
        begin();
        try {
            work();
            commit();
        } catch (...) {
            rollback();
            throw;
        }
    }

  protected:
    // Before the connection closes.
    void forget() { m_kept.clear(); }

  private:
    std::unordered_map<const char*, std::unique_ptr<Statement>> m_kept;
};

// A text with its words in braces put in: those of `words`, which stand for what a database calls them; "%" in one is
// what stands behind its name. Throws Failed where one is unknown.
struct Word {
    std::string_view name, text;
};
std::string withWords(std::string_view text, std::span<const Word> words);

}  // namespace sql
}  // namespace plumb::server
