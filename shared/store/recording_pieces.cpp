#include "shared/store/recording_pieces.h"

#include <algorithm>
#include <cstdlib>

#include "shared/base/json.h"
#include "shared/base/uuid.h"
#include "shared/store/database.h"
#include "shared/store/durable_file.h"
#include "shared/store/owner_only.h"

namespace plumb::store {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMostPieceBytes = 4u << 20;
constexpr int kMostPieces = 100'000;

fs::path folderOf(const TabletStore& store) {
    return store.folder() / "recordings";
}

fs::path pieceOf(const TabletStore& store, const std::string& id, int number) {
    return folderOf(store) / id / (std::to_string(number) + ".sealed");
}

std::string identityOf(const std::string& id, int number) {
    return "recording/" + id + "/" + std::to_string(number);
}

Result<void> put(TabletStore& store, const std::string& id, int number, ByteView content) {
    return writeDurably(pieceOf(store, id, number), store.dataKey().seal(content, identityOf(id, number)));
}

Result<Bytes> get(const TabletStore& store, const std::string& id, int number) {
    const auto sealed = readWhole(pieceOf(store, id, number), kMostPieceBytes);
    if (!sealed) return sealed;
    return store.dataKey().open(*sealed, identityOf(id, number));
}

Result<Recording> headOf(const TabletStore& store, const std::string& id) {
    // It is the name of a folder, too.
    if (!isUuid(id)) return fail(ErrorKind::notFound, "no_file", "there is no such recording");
    const auto text = get(store, id, 0);
    if (!text) return fail(text.error());
    const auto value = parseJson(std::string_view(reinterpret_cast<const char*>(text->data()), text->size()));
    const auto* head = value ? value->if_object() : nullptr;
    if (!head) return fail(ErrorKind::broken, "store_broken", "a recording's head is damaged");
    const auto textOf = [&](const char* name) {
        const auto* member = head->if_contains(name);
        return member && member->is_string() ? std::string(member->get_string()) : std::string();
    };
    const auto* rate = head->if_contains("rate");
    const auto begun = parseInstant(textOf("begun"));
    if (!rate || !rate->is_int64() || rate->get_int64() < 1000 || rate->get_int64() > 192'000 || !begun)
        return fail(ErrorKind::broken, "store_broken", "a recording's head is damaged");
    return Recording{id, textOf("draft"), textOf("place"), static_cast<int>(rate->get_int64()), *begun};
}

}  // namespace

Result<std::string> beginRecording(TabletStore& store, const Recording& recording) {
    const std::string id = recording.id.empty() ? makeUuid7(store.now().utc) : recording.id;
    try {
        makeOwnersFolder(folderOf(store));
        makeOwnersFolder(folderOf(store) / id);
    } catch (const fs::filesystem_error& error) {
        if (error.code() == std::errc::no_space_on_device) return fail(diskFull());
        throw;
    }
    const std::string head = toText(json::object{{"draft", recording.draft},
                                                 {"place", recording.place},
                                                 {"rate", recording.rate},
                                                 {"begun", formatInstant(recording.begun)}});
    if (auto done = put(store, id, 0, asBytes(head)); !done) return fail(done.error());
    return id;
}

Result<void> putPiece(TabletStore& store, const std::string& id, int number, ByteView samples) {
    return put(store, id, number, samples);
}

std::vector<Recording> recordingsHere(const TabletStore& store) {
    std::vector<Recording> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folderOf(store), none)) {
        const std::string id = entry.path().filename().string();
        if (auto head = headOf(store, id)) out.push_back(std::move(*head));
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.begun.utc < b.begun.utc; });
    return out;
}

Result<Recorded> readRecording(const TabletStore& store, const std::string& id) {
    auto head = headOf(store, id);
    if (!head) return fail(head.error());
    Recorded out{std::move(*head), {}, 0};
    int last = 0;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folderOf(store) / id, none))
        if (entry.path().extension() == ".sealed") last = std::max(last, std::atoi(entry.path().stem().c_str()));
    for (int number = 1; number <= std::min(last, kMostPieces); ++number) {
        const auto piece = get(store, id, number);
        if (piece)
            out.samples.insert(out.samples.end(), piece->begin(), piece->end());
        else
            ++out.lost;
    }
    return out;
}

void dropRecording(const TabletStore& store, const std::string& id) {
    std::error_code none;
    if (isUuid(id)) fs::remove_all(folderOf(store) / id, none);
}

}  // namespace plumb::store
