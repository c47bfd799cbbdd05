#include "sync-server/store/table_copy.h"

namespace plumb::server {
namespace {

// A table that is copied in the order of its keys.
#define PLUMB_COPIED(name, keys, order, all, values, letters)                                               \
    CopiedTable {                                                                                           \
        {name, nullptr, "SELECT " all " FROM " name " ORDER BY " order, keys}, "SELECT " all " FROM " name, \
            "INSERT INTO " name " (" all ") VALUES (" values ")", letters                                   \
    }

constexpr CopiedTable kBesideLog[] = {
    PLUMB_COPIED("refused", 3, "kid, seq, hash", "kid, seq, hash, code", "?1, ?2, ?3, ?4", "tibt")};
constexpr CopiedTable kSpent[] = {PLUMB_COPIED("spent", 1, "id", "id, until", "?1, ?2", "bi")};
constexpr CopiedTable kCalls[] = {PLUMB_COPIED("calls", 1, "kid", "kid, at", "?1, ?2", "ti")};
constexpr CopiedTable kViews[] = {PLUMB_COPIED("views", 1, "person", "person, version, text", "?1, ?2, ?3", "tit")};
constexpr CopiedTable kHooks[] = {
    PLUMB_COPIED(
        "hooks", 1, "id",
        "id, name, url, region, types, owner, person, secret, old_secret, old_until, state, reason, error, "
        "status, made, next, before, due, delivered, batch, batch_from, batch_to, batch_made, attempts, failing",
        "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
        "?23, ?24, ?25",
        "tttttttbbiittiiibiitiiiii"),
    PLUMB_COPIED("deliveries", 2, "hook, id",
                 "hook, id, first, past, records, made, tried, attempts, status, took, error, delivered, again",
                 "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13", "ttiiiiiiiitii"),
    // Their numbers are the database's own; their order is not.
    {{"acts", nullptr,
      "SELECT hook, at, kid, person, act, detail FROM acts ORDER BY hook, at, kid, person, act, detail", 6},
     "SELECT hook, at, kid, person, act, detail FROM acts ORDER BY n",
     "INSERT INTO acts (hook, at, kid, person, act, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
     "titttt"}};
constexpr CopiedTable kRatings[] = {
    PLUMB_COPIED("used", 1, "code", "code", "?1", "b"),
    PLUMB_COPIED("batches", 1, "id", "id, said, office, quarter", "?1, ?2, ?3, ?4", "tttt"),
    PLUMB_COPIED("ratings", 1, "chance", "chance, office, quarter, batch, answers, said", "?1, ?2, ?3, ?4, ?5, ?6",
                 "bttttt")};
constexpr CopiedTable kHolders[] = {PLUMB_COPIED("file_holders", 2, "sha256, kid", "sha256, kid", "?1, ?2", "bt")};

constexpr Table kLines{"lines", nullptr, "SELECT idx, received, line FROM lines ORDER BY idx", 1};

}  // namespace

std::span<const CopiedTable> besideLog() {
    return kBesideLog;
}

const Table& linesTable() {
    return kLines;
}

std::span<const CopiedTable> tablesOf(BookKind book) {
    switch (book) {
        case BookKind::spent:
            return kSpent;
        case BookKind::calls:
            return kCalls;
        case BookKind::views:
            return kViews;
        case BookKind::hooks:
            return kHooks;
        case BookKind::ratings:
            return kRatings;
    }
    return {};
}

std::span<const CopiedTable> holdersTable() {
    return kHolders;
}

std::uint64_t copyRows(const CopiedTable& table, sql::Connection& from, sql::Connection& to) {
    std::uint64_t out = 0;
    auto row = from.use(table.read);
    while (row.step()) {
        auto put = to.use(table.put);
        for (int column = 0; table.columns[column] != '\0'; ++column) {
            auto& into = put.statement();
            if (row.isNull(column))
                into.bindNull(column + 1);
            else if (table.columns[column] == 'i')
                into.bindInteger(column + 1, row.integer(column));
            else if (table.columns[column] == 't')
                into.bindText(column + 1, row.view(column));
            else
                into.bindBytes(column + 1, asBytes(row.view(column)));
        }
        put.run();
        ++out;
    }
    return out;
}

bool isEmpty(const CopiedTable& table, sql::Connection& connection) {
    return !connection.use(table.read).step();
}

}  // namespace plumb::server
