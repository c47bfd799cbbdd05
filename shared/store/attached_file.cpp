#include "shared/store/attached_file.h"

#include <algorithm>

#include "shared/store/image_type.h"

namespace plumb::store {
namespace {

std::string nameOf(const AttachedFile& file) {
    return file.item + "/" + file.sha256.hex();
}

}  // namespace

record::FileRef AttachedFile::ref() const {
    return {sha256, size, type, isPhotoType(type) ? "evidence" : kDocumentRole, item};
}

Result<AttachedFile> importAttached(TabletStore& store, const std::string& item, ByteView content,
                                    const std::string& type, const std::string& name) {
    const auto file = store.importFile(content, type);
    if (!file) return fail(file.error());
    return AttachedFile{file->sha256, file->size, file->type, item, name};
}

DraftEntry documentEntry(const AttachedFile& file) {
    return {"document", nameOf(file),
            toText(json::object{{"sha256", file.sha256.hex()},
                                {"size", file.size},
                                {"type", file.type},
                                {"item", file.item},
                                {"name", file.name}})};
}

DraftEntry documentGone(const AttachedFile& file) {
    return {"document", nameOf(file), {}};
}

Result<AttachedFile> documentFrom(const DraftEntry& entry) {
    const auto damaged = [] { return fail(ErrorKind::broken, "store_broken", "a document of the draft is damaged"); };
    const auto value = parseJson(entry.value);
    if (!value || !value->is_object()) return damaged();
    const auto& object = value->get_object();
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto size = integerAt(object, "size");
    if (!hash || !size) return damaged();
    return AttachedFile{*hash, static_cast<std::uint64_t>(*size), textOr(object, "type"), textOr(object, "item"),
                        textOr(object, "name")};
}

Result<void> nameFile(TabletStore& store, const record::FileRef& file, const std::vector<record::FileRef>& known,
                      NewRecord& record) {
    const auto isSame = [&](const record::FileRef& other) {
        return other.sha256 == file.sha256 && other.role == file.role && other.item == file.item;
    };
    for (const auto* named : {&record.files, &record.filesOfOthers}) {
        if (std::any_of(named->begin(), named->end(), isSame)) return {};
    }
    if (store.file(file.sha256)) {
        record.files.push_back(file);
        return {};
    }
    if (std::none_of(known.begin(), known.end(), [&](const auto& other) { return other.sha256 == file.sha256; }))
        return fail(ErrorKind::notFound, "no_file",
                    "a file of item " + file.item + " is not on this device: " + file.sha256.hex());
    record.filesOfOthers.push_back(file);
    return {};
}

}  // namespace plumb::store
