#include "shared/store/derived/row_scan.h"

#include <sqlite3.h>

#include <exception>
#include <memory>

namespace plumb::store {
namespace {

constexpr const char* kPointer = "plumb-ask-row";
constexpr int kAnyNumber = -1;  // of columns: as many as the statement names

// Called by C, which no exception may cross.
void wanted(sqlite3_context* context, int count, sqlite3_value** arguments) {
    const auto* ask = count > 0 ? static_cast<const AskRow*>(sqlite3_value_pointer(arguments[0], kPointer)) : nullptr;
    if (ask == nullptr) return sqlite3_result_error(context, "no question is bound", -1);
    try {
        sqlite3_result_int(context, (*ask)(ScannedRow(arguments + 1)) ? 1 : 0);
    } catch (const std::exception& error) {
        sqlite3_result_error(context, error.what(), -1);
    }
}

}  // namespace

std::int64_t ScannedRow::number(int column) const {
    return sqlite3_value_int64(m_columns[column]);
}

// As a blob: asked for as text it would be copied for the sake of a zero at its end.
std::string_view ScannedRow::text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(m_columns[column]));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(m_columns[column]))};
}

void allowScans(Database& tables) {
    sqlite3* connection = tables.sql().getHandle();
    const int bad = sqlite3_create_function_v2(connection, "wanted", kAnyNumber, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                               nullptr, &wanted, nullptr, nullptr, nullptr);
    if (bad != SQLITE_OK) throw SQLite::Exception(connection, bad);
}

void scan(Database& tables, std::string_view sql, const AskRow& ask, const std::function<void(std::int64_t)>& take) {
    sqlite3* connection = tables.sql().getHandle();
    sqlite3_stmt* made = nullptr;
    int bad = sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> rows(made, &sqlite3_finalize);
    if (bad == SQLITE_OK) bad = sqlite3_bind_pointer(made, 1, const_cast<AskRow*>(&ask), kPointer, nullptr);
    if (bad != SQLITE_OK) throw SQLite::Exception(connection, bad);
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(made)) == SQLITE_ROW) take(sqlite3_column_int64(made, 0));
    if (step != SQLITE_DONE) throw SQLite::Exception(connection, step);
}

}  // namespace plumb::store
