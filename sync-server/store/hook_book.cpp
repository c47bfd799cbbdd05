#include "sync-server/store/hook_book.h"

#include <array>
#include <mutex>

#include "shared/base/json.h"
#include "sync-server/store/book.h"

namespace plumb::server {
namespace {

constexpr const char* kPragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -256";
constexpr const char* kTables =
    "CREATE TABLE IF NOT EXISTS hooks (id {text} PRIMARY KEY, name {text} NOT NULL, url {text} NOT NULL, "
    "region {text} NOT NULL, types {text} NOT NULL, owner {text} NOT NULL, person {text} NOT NULL, secret "
    "{bytes} NOT NULL, old_secret {bytes} NOT NULL, old_until {integer} NOT NULL, state {integer} NOT "
    "NULL, reason {text} NOT NULL, error {text} NOT NULL, status {integer} NOT NULL, made {integer} NOT "
    "NULL, next {integer} NOT NULL, before {bytes}, due {integer} NOT NULL, delivered {integer} NOT NULL, "
    "batch {text} NOT NULL, batch_from {integer} NOT NULL, batch_to {integer} NOT NULL, batch_made "
    "{integer} NOT NULL, attempts {integer} NOT NULL, failing {integer} NOT NULL){keyed}; "
    "CREATE TABLE IF NOT EXISTS deliveries (hook {text} NOT NULL, id {text} NOT NULL, first {integer} NOT "
    "NULL, past {integer} NOT NULL, records {integer} NOT NULL, made {integer} NOT NULL, tried {integer} "
    "NOT NULL, attempts {integer} NOT NULL, status {integer} NOT NULL, took {integer} NOT NULL, error "
    "{text} NOT NULL, delivered {integer} NOT NULL, again {integer} NOT NULL, PRIMARY KEY (hook, "
    "id)){keyed}; "
    "CREATE TABLE IF NOT EXISTS acts (n {counted}, hook {text} NOT NULL, at {integer} NOT NULL, kid "
    "{text} NOT NULL, person {text} NOT NULL, act {text} NOT NULL, detail {text} NOT NULL){rows}; "
    "CREATE INDEX IF NOT EXISTS acts_hook ON acts (hook, n)";

#define PLUMB_HOOK_COLUMNS                                                                                             \
    "id, name, url, region, types, owner, person, secret, old_secret, old_until, state, reason, error, status, made, " \
    "next, before, due, delivered, batch, batch_from, batch_to, batch_made, attempts, failing"
#define PLUMB_DELIVERY_COLUMNS "id, first, past, records, made, tried, attempts, status, took, error, delivered, again"

std::int64_t toRow(TimePoint at) {
    return at.time_since_epoch().count();
}
TimePoint timeAt(sql::Use& row, int column) {
    return TimePoint(std::chrono::milliseconds(row.integer(column)));
}
// 0 stands for none: nothing happened in 1970.
std::int64_t toRow(const std::optional<TimePoint>& at) {
    return at ? toRow(*at) : 0;
}
std::optional<TimePoint> maybeTimeAt(sql::Use& row, int column) {
    return row.integer(column) == 0 ? std::nullopt : std::optional(timeAt(row, column));
}
Bytes bytesAt(sql::Use& row, int column) {
    const auto view = asBytes(row.view(column));
    return {view.begin(), view.end()};
}

Hook hookAt(sql::Use& row) {
    Hook out;
    out.id = row.text(0);
    out.name = row.text(1);
    out.url = row.text(2);
    out.region = row.text(3);
    const auto types = parseJson(row.view(4));
    if (types && types->is_array()) {
        for (const auto& type : types->get_array()) out.types.emplace_back(type.as_string());
    }
    out.owner = row.text(5);
    out.person = row.text(6);
    out.secret = bytesAt(row, 7);
    out.oldSecret = bytesAt(row, 8);
    out.oldUntil = timeAt(row, 9);
    out.state = static_cast<HookState>(row.integer(10));
    out.reason = row.text(11);
    out.error = row.text(12);
    out.status = static_cast<int>(row.integer(13));
    out.made = timeAt(row, 14);
    out.next = row.count(15);
    if (!row.isNull(16)) out.before = row.hash(16);
    out.due = timeAt(row, 17);
    out.delivered = maybeTimeAt(row, 18);
    if (const auto batch = row.text(19); !batch.empty())
        out.batch = {batch,
                     row.count(20),
                     row.count(21),
                     timeAt(row, 22),
                     static_cast<unsigned>(row.count(23)),
                     maybeTimeAt(row, 24)};
    return out;
}

HookDelivery deliveryAt(sql::Use& row) {
    return {row.text(0),
            row.count(1),
            row.count(2),
            row.count(3),
            timeAt(row, 4),
            timeAt(row, 5),
            static_cast<unsigned>(row.count(6)),
            static_cast<int>(row.integer(7)),
            std::chrono::milliseconds(row.integer(8)),
            row.text(9),
            row.integer(10) != 0,
            row.integer(11) != 0};
}

}  // namespace

std::string_view hookStateName(HookState state) {
    constexpr std::array<std::string_view, 3> kNames{"sending", "stopped", "off"};
    return kNames[static_cast<std::size_t>(state)];
}

struct HookBook::Inside {
    explicit Inside(std::unique_ptr<sql::Connection> given) : owned(std::move(given)), connection(*owned) {
        defineBook(connection, kTables);
    }

    std::optional<Hook> find(std::string_view id) {
        static constexpr const char* kSql = "SELECT " PLUMB_HOOK_COLUMNS " FROM hooks WHERE id = ?1";
        auto row = connection.use(kSql);
        if (!row.with(id).step()) return std::nullopt;
        return hookAt(row);
    }

    void put(const Hook& hook) {
        static constexpr const char* kSql =
            "INSERT INTO hooks (" PLUMB_HOOK_COLUMNS
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
            "?20, ?21, ?22, ?23, ?24, ?25) ON CONFLICT (id) DO UPDATE SET "
            "name = excluded.name, url = excluded.url, region = excluded.region, types = excluded.types, "
            "owner = excluded.owner, person = excluded.person, secret = excluded.secret, old_secret = "
            "excluded.old_secret, old_until = excluded.old_until, state = excluded.state, reason = "
            "excluded.reason, error = excluded.error, status = excluded.status, made = excluded.made, next = "
            "excluded.next, before = excluded.before, due = excluded.due, delivered = excluded.delivered, "
            "batch = excluded.batch, batch_from = excluded.batch_from, batch_to = excluded.batch_to, "
            "batch_made = excluded.batch_made, attempts = excluded.attempts, failing = excluded.failing";
        const auto types = toText(json::array(hook.types.begin(), hook.types.end()));
        const auto batch = hook.batch.value_or(HookBatch{});
        const ByteView secret = hook.secret, oldSecret = hook.oldSecret;
        connection.use(kSql)
            .with(hook.id, hook.name, hook.url, hook.region, types, hook.owner, hook.person, secret, oldSecret,
                  toRow(hook.oldUntil), hook.state, hook.reason, hook.error, hook.status, toRow(hook.made), hook.next,
                  hook.before, toRow(hook.due), toRow(hook.delivered), batch.id, batch.from, batch.to,
                  toRow(batch.made), batch.attempts, toRow(batch.failing))
            .run();
    }

    void put(std::string_view hook, const HookDelivery& delivery) {
        static constexpr const char* kSql =
            "INSERT INTO deliveries (hook, " PLUMB_DELIVERY_COLUMNS
            ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT (hook, id) DO UPDATE SET "
            "first = excluded.first, past = excluded.past, records = excluded.records, made = excluded.made, "
            "tried = excluded.tried, attempts = excluded.attempts, status = excluded.status, took = "
            "excluded.took, error = excluded.error, delivered = excluded.delivered, again = excluded.again";
        connection.use(kSql)
            .with(hook, delivery.id, delivery.from, delivery.to, delivery.records, toRow(delivery.made),
                  toRow(delivery.tried), delivery.attempts, delivery.status, delivery.took.count(), delivery.error,
                  delivery.delivered, delivery.again)
            .run();
        // Ids count up with time (UUIDv7).
        static constexpr const char* kSweep =
            "DELETE FROM deliveries WHERE hook = ?1 AND id < (SELECT id FROM deliveries WHERE hook = ?1 ORDER BY id "
            "DESC LIMIT 1 OFFSET ?2)";
        connection.use(kSweep).with(hook, kDeliveriesKept - 1).run();
    }

    void put(std::string_view hook, const HookAct& act) {
        static constexpr const char* kSql =
            "INSERT INTO acts (hook, at, kid, person, act, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        connection.use(kSql).with(hook, toRow(act.at), act.kid, act.person, act.act, act.detail).run();
    }

    mutable std::mutex mutex;
    const std::unique_ptr<sql::Connection> owned;
    sql::Connection& connection;
};

HookBook::HookBook(const std::filesystem::path& file) : HookBook(openBook(file, kPragmas, true)) {}  // it holds secrets
HookBook::HookBook(std::unique_ptr<sql::Connection> book) : m_inside(std::make_unique<Inside>(std::move(book))) {}
HookBook::~HookBook() = default;

std::vector<Hook> HookBook::all() const {
    static constexpr const char* kSql = "SELECT " PLUMB_HOOK_COLUMNS " FROM hooks ORDER BY id";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(kSql);
    std::vector<Hook> out;
    while (row.step()) out.push_back(hookAt(row));
    return out;
}

std::optional<Hook> HookBook::find(std::string_view id) const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->find(id);
}

std::vector<HookDelivery> HookBook::deliveries(std::string_view hook, std::size_t limit) const {
    static constexpr const char* kSql =
        "SELECT " PLUMB_DELIVERY_COLUMNS " FROM deliveries WHERE hook = ?1 ORDER BY id DESC LIMIT ?2";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(kSql);
    row.with(hook, limit);
    std::vector<HookDelivery> out;
    while (row.step()) out.push_back(deliveryAt(row));
    return out;
}

std::optional<HookDelivery> HookBook::delivery(std::string_view hook, std::string_view id) const {
    static constexpr const char* kSql = "SELECT " PLUMB_DELIVERY_COLUMNS " FROM deliveries WHERE hook = ?1 AND id = ?2";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(kSql);
    if (!row.with(hook, id).step()) return std::nullopt;
    return deliveryAt(row);
}

std::optional<HookDelivery> HookBook::again(std::string_view hook) const {
    static constexpr const char* kSql =
        "SELECT " PLUMB_DELIVERY_COLUMNS " FROM deliveries WHERE hook = ?1 AND again = 1 ORDER BY id LIMIT 1";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(kSql);
    if (!row.with(hook).step()) return std::nullopt;
    return deliveryAt(row);
}

std::vector<HookAct> HookBook::acts(std::string_view hook, std::size_t limit) const {
    static constexpr const char* kSql =
        "SELECT at, kid, person, act, detail FROM acts WHERE hook = ?1 ORDER BY n DESC LIMIT ?2";
    const std::lock_guard lock(m_inside->mutex);
    auto row = m_inside->connection.use(kSql);
    row.with(hook, limit);
    std::vector<HookAct> out;
    while (row.step()) out.push_back({timeAt(row, 0), row.text(1), row.text(2), row.text(3), row.text(4)});
    return out;
}

void HookBook::add(const Hook& hook, const HookAct& act) {
    const std::lock_guard lock(m_inside->mutex);
    m_inside->connection.transact([&] {
        m_inside->put(hook);
        m_inside->put(hook.id, act);
    });
}

bool HookBook::change(std::string_view id, const std::function<bool(Hook&, HookNotes&)>& change) {
    const std::lock_guard lock(m_inside->mutex);
    auto hook = m_inside->find(id);
    HookNotes notes;
    if (!hook || !change(*hook, notes)) return false;
    m_inside->connection.transact([&] {
        m_inside->put(*hook);
        if (notes.delivery) m_inside->put(id, *notes.delivery);
        if (notes.act) m_inside->put(id, *notes.act);
    });
    return true;
}

void HookBook::remove(std::string_view id, const HookAct& act) {
    static constexpr const char *kHook = "DELETE FROM hooks WHERE id = ?1",
                                *kDeliveries = "DELETE FROM deliveries WHERE hook = ?1";
    const std::lock_guard lock(m_inside->mutex);
    m_inside->connection.transact([&] {
        m_inside->connection.use(kHook).with(id).run();
        m_inside->connection.use(kDeliveries).with(id).run();
        m_inside->put(id, act);
    });
}

}  // namespace plumb::server
