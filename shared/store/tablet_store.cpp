// Opening a store, who it belongs to, settings and checkpoints. Records, files and drafts have sources of their own.
#include "shared/store/tablet_store.h"

#include "shared/store/open_names.h"
#include "shared/store/schema.h"

namespace plumb::store {
namespace {

json::object profileToJson(const Profile& profile) {
    return {{"person_name", profile.personName},
            {"person_id", profile.personId},
            {"device", profile.device},
            {"grants", domain::grantsToJson(profile.grants)},
            {"server", profile.server},
            {"pin", profile.pin},
            {"log_key", profile.logKey},
            {"root", profile.rootKid},
            {"suite", crypto::suiteName(profile.suite)},
            {"secret", toBase64Url(profile.secret)},
            {"enrolment", profile.enrolment},
            {"enrolled", profile.enrolled}};
}

Result<Profile> profileFromJson(const json::object& object) {
    Profile out;
    out.personName = textOr(object, "person_name");
    out.personId = textOr(object, "person_id");
    out.device = textOr(object, "device");
    out.server = textOr(object, "server");
    out.pin = textOr(object, "pin");
    out.logKey = textOr(object, "log_key");
    out.rootKid = textOr(object, "root");
    out.enrolment = textOr(object, "enrolment");
    const auto* enrolled = object.if_contains("enrolled");
    out.enrolled = enrolled && enrolled->is_bool() && enrolled->get_bool();
    if (const auto* grants = object.if_contains("grants");
        grants && grants->is_array() && !grants->get_array().empty()) {
        auto parsed = domain::parseGrants(grants->get_array());
        if (!parsed) return fail(parsed.error());
        out.grants = std::move(*parsed);
    }
    const auto suite = crypto::suiteByName(textOr(object, "suite"));
    if (!suite) return fail(suite.error());
    out.suite = *suite;
    auto secret = fromBase64Url(textOr(object, "secret"));
    if (!secret) return fail(secret.error());
    out.secret = std::move(*secret);
    return out;
}

SeenCheckpoint checkpointOf(SQLite::Statement& row) {
    SeenCheckpoint out;
    out.checkpoint.size = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    if (const auto root = Sha256::fromView(blobOf(row.getColumn(1)))) out.checkpoint.root = *root;
    out.checkpoint.time = {TimePoint(std::chrono::milliseconds(row.getColumn(2).getInt64())), {}};
    out.note = row.getColumn(3).getString();
    if (const auto said = crypto::readCheckpoint(out.note)) out.checkpoint.trust = said->trust;
    return out;
}

}  // namespace

TabletStore::TabletStore(std::filesystem::path folder, crypto::DataKey key, Clock clock, BootClock bootClock,
                         std::unique_ptr<Database> database)
    : m_folder(std::move(folder)),
      m_key(std::move(key)),
      m_clock(std::move(clock)),
      m_bootClock(std::move(bootClock)),
      m_database(std::move(database)),
      m_vault(m_folder / "files", m_key) {}

Result<std::unique_ptr<TabletStore>> TabletStore::open(const std::filesystem::path& folder, const crypto::DataKey& key,
                                                       Clock clock, BootClock bootClock) {
    auto database = Database::open(folder / "store.db", kTabletMigrations);
    if (!database) return fail(database.error());
    std::unique_ptr<TabletStore> out(
        new TabletStore(folder, key, std::move(clock), std::move(bootClock), std::move(*database)));
    if (auto left = leaveOpenNames(*out->m_database, out->m_vault, key); !left) return fail(left.error());
    return out;
}

Instant TabletStore::now() const {
    auto out = m_clock();
    if (const auto state = clock(); state.off()) out.utc += state.offset;
    return out;
}

Result<void> TabletStore::saveClockMeasure(const ClockMeasure& measure) {
    return setSetting("clock_measure", toText(measure.toJson()));
}

std::optional<ClockMeasure> TabletStore::clockMeasure() const {
    const std::string text = setting("clock_measure");
    return text.empty() ? std::nullopt : ClockMeasure::fromJson(text);
}

std::optional<ProvedTime> TabletStore::provedTime() const {
    const auto newest = newestCheckpoint();
    if (!newest) return std::nullopt;
    return ProvedTime{newest->checkpoint.time, newest->checkpoint.size};
}

ClockState TabletStore::clock() const {
    return clockState(clockMeasure(), provedTime(), m_clock().utc, m_bootClock());
}

Result<void> TabletStore::saveProfile(const Profile& profile) {
    return setSetting("profile", toText(profileToJson(profile)));
}

Result<Profile> TabletStore::profile() const {
    const std::string text = setting("profile");
    if (text.empty())
        return fail(ErrorKind::notFound, "not_enrolled", "this device is not enrolled yet; enter an invitation first");
    const auto value = parseJson(text);
    if (!value || !value->is_object()) return fail(ErrorKind::broken, "store_broken", "the stored profile is damaged");
    return profileFromJson(value->get_object());
}

Result<crypto::PrivateKey> TabletStore::deviceKey() const {
    const auto who = profile();
    if (!who) return fail(who.error());
    return crypto::PrivateKey::fromSecret(who->suite, who->secret);
}

Result<void> TabletStore::setSetting(const std::string& name, const std::string& value) {
    return m_database->write([&]() -> Result<void> {
        putSetting(name, value);
        return {};
    });
}

void TabletStore::putSetting(const std::string& name, const std::string& value) {
    SQLite::Statement put(
        sql(), "INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    put.bind(1, name);
    const Bytes sealed = m_key.seal(asBytes(value), "setting/" + name);
    bindBlob(put, 2, sealed);
    put.exec();
}

std::string TabletStore::setting(const std::string& name, const std::string& otherwise) const {
    const auto kept = m_database->kept("SELECT value FROM setting WHERE name = ?");
    auto& get = *kept;
    get.bind(1, name);
    if (!get.executeStep()) return otherwise;
    const auto plain = m_key.open(blobOf(get.getColumn(0)), "setting/" + name);
    return plain ? std::string(asText(*plain)) : otherwise;
}

std::optional<SeenCheckpoint> TabletStore::newestCheckpoint() const {
    SQLite::Statement get(sql(), "SELECT size, root, time, note FROM checkpoint ORDER BY size DESC LIMIT 1");
    if (!get.executeStep()) return std::nullopt;
    return checkpointOf(get);
}

std::optional<SeenCheckpoint> TabletStore::checkpoint(std::uint64_t size) const {
    SQLite::Statement get(sql(), "SELECT size, root, time, note FROM checkpoint WHERE size = ?");
    get.bind(1, static_cast<std::int64_t>(size));
    if (!get.executeStep()) return std::nullopt;
    return checkpointOf(get);
}

std::optional<SeenCheckpoint> TabletStore::checkpointWithin(std::uint64_t size) const {
    SQLite::Statement get(sql(),
                          "SELECT size, root, time, note FROM checkpoint WHERE size <= ? ORDER BY size DESC LIMIT 1");
    get.bind(1, static_cast<std::int64_t>(size));
    if (!get.executeStep()) return std::nullopt;
    return checkpointOf(get);
}

std::vector<std::uint64_t> TabletStore::checkpointSizes(std::uint64_t atMost) const {
    SQLite::Statement get(sql(), "SELECT size FROM checkpoint WHERE size <= ? ORDER BY size");
    get.bind(1, static_cast<std::int64_t>(atMost));
    std::vector<std::uint64_t> out;
    while (get.executeStep()) out.push_back(static_cast<std::uint64_t>(get.getColumn(0).getInt64()));
    return out;
}

std::optional<SeenCheckpoint> TabletStore::lostCheckpoint(std::uint64_t number, std::uint64_t size) const {
    SQLite::Statement get(sql(), "SELECT size, root, time, note FROM lost_checkpoint WHERE number = ? AND size = ?");
    get.bind(1, static_cast<std::int64_t>(number));
    get.bind(2, static_cast<std::int64_t>(size));
    if (!get.executeStep()) return std::nullopt;
    return checkpointOf(get);
}

Result<void> TabletStore::saveCheckpoint(const crypto::Checkpoint& checkpoint, const std::string& note) {
    return m_database->write([&]() -> Result<void> {
        putCheckpoint(checkpoint, note);
        return {};
    });
}

void TabletStore::putCheckpoint(const crypto::Checkpoint& checkpoint, const std::string& note) {
    SQLite::Statement put(sql(), "INSERT OR REPLACE INTO checkpoint(size, root, time, note) VALUES(?, ?, ?, ?)");
    put.bind(1, static_cast<std::int64_t>(checkpoint.size));
    bindBlob(put, 2, checkpoint.root.view());
    put.bind(3, static_cast<std::int64_t>(checkpoint.time.utc.time_since_epoch().count()));
    put.bind(4, note);
    put.exec();
}

}  // namespace plumb::store
