#include "shared/store/derived/snapshot.h"

#include <string.h>  // explicit_bzero

#include "shared/base/uuid.h"
#include "shared/store/derived/schema.h"
#include "shared/store/durable_file.h"
#include "shared/store/folder_lock.h"
#include "shared/store/owner_only.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

// The setting that names the store's image.
constexpr const char* kSetting = "derived_image";

struct Named {
    std::string name;
    TabletStore::Position position;
    std::string last;  // hash of the line at position.line
};

std::optional<Named> namedBy(const TabletStore& store) {
    const auto value = parseJson(store.setting(kSetting, "{}"));
    if (!value || !value->is_object()) return std::nullopt;
    const auto& object = value->get_object();
    const auto line = integerAt(object, "line"), change = integerAt(object, "change");
    Named out{textOr(object, "name"), {}, textOr(object, "last")};
    if (!isUuid(out.name) || !line || !change) return std::nullopt;
    out.position = {*line, *change};
    return out;
}

fs::path folderOf(const TabletStore& store) {
    return store.folder() / "derived";
}

std::string identityOf(const std::string& name) {
    return "derived/" + name + "/" + std::to_string(kForm);
}

// The store holds what the image was folded from: its lines are only ever added to.
bool continues(const TabletStore& store, const Named& named) {
    const auto newest = store.newestPosition();
    if (newest.line < named.position.line || newest.change < named.position.change) return false;
    const auto last = store.hashAt(named.position.line);
    return last ? last->hex() == named.last : named.position.line == 0;
}

void removeAllBut(const fs::path& folder, const fs::path& kept) {
    std::error_code code;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        const bool image = entry.path().extension() == ".sealed" || entry.path().extension() == ".new";
        if (image && entry.path() != kept) others.push_back(entry.path());
    }
    for (const auto& other : others) fs::remove(other, code);  // what stays is removed the next time
}

// At no time more than two copies are in memory: the sealed one is gone before the tables take theirs.
std::unique_ptr<Database> openImage(const TabletStore& store, const std::string& name) {
    auto image = [&]() -> std::optional<Bytes> {
        const auto sealed = readWhole(folderOf(store) / (name + ".sealed"), kMostImageBytes);
        if (!sealed) return std::nullopt;
        auto opened = store.dataKey().open(*sealed, identityOf(name));
        return opened ? std::optional(std::move(*opened)) : std::nullopt;
    }();
    if (!image) return nullptr;
    auto tables = Database::fromImage(*image);
    wipe(*image);
    return tables;
}

}  // namespace

void wipe(Bytes& bytes) {
    explicit_bzero(bytes.data(), bytes.size());
    bytes.clear();
}

std::optional<Snapshot> openSnapshot(TabletStore& store) {
    const auto named = namedBy(store);
    if (!named || !continues(store, *named)) return std::nullopt;
    auto tables = openImage(store, named->name);
    if (!tables) return std::nullopt;
    const auto form = tables->sql().execAndGet("PRAGMA user_version").getInt();
    SQLite::Statement get(tables->sql(), "SELECT line, change FROM position");
    if (form != kForm || !get.executeStep()) return std::nullopt;
    const TabletStore::Position position{get.getColumn(0).getInt64(), get.getColumn(1).getInt64()};
    if (position != named->position) return std::nullopt;
    return Snapshot{std::move(tables), position};
}

Result<void> keepSnapshot(TabletStore& store, const Bytes& image, const TabletStore::Position& position) {
    const auto folder = folderOf(store);
    makeOwnersFolder(folder);
    const auto lock = FolderLock::take(folder);
    if (!lock) return fail(lock.error());
    const std::string name = makeUuid7(store.tabletClock().utc);
    const auto file = folder / (name + ".sealed");
    if (auto written = writeDurably(file, store.dataKey().seal(image, identityOf(name))); !written) return written;
    const auto last = store.hashAt(position.line);
    const json::object named{{"name", name},
                             {"line", position.line},
                             {"change", position.change},
                             {"last", last ? last->hex() : std::string()}};
    if (auto said = store.setSetting(kSetting, toText(named)); !said) return said;
    removeAllBut(folder, file);
    return {};
}

}  // namespace plumb::store
