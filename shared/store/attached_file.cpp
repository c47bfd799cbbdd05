#include "shared/store/attached_file.h"

#include <algorithm>
#include <array>

#include "shared/picture/marks.h"
#include "shared/store/image_type.h"
#include "shared/store/judged_picture.h"

namespace plumb::store {
namespace {

std::string nameOf(const AttachedFile& file) {
    return file.item + "/" + file.sha256.hex();
}

// How a file of the type begins: ISO 32000-2 (a PDF's header may stand some way in), ECMA-376 (a ZIP archive).
struct Beginning {
    std::string_view type, bytes;
    std::size_t within;
};
constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";
constexpr std::array kBeginnings{Beginning{"application/pdf", "%PDF-", 1024}, Beginning{kOffice, "PK\x03\x04", 0}};

// A document that its type's programs would not open is no evidence; better said now than when somebody looks at it.
Result<void> checkBeginning(ByteView content, std::string_view type) {
    if (content.empty()) return fail(ErrorKind::malformed, "file_empty", "the file is empty");
    const auto text = asText(content);
    for (const auto& one : kBeginnings) {
        if (type.starts_with(one.type) && text.substr(0, one.within + one.bytes.size()).find(one.bytes) == text.npos)
            return fail(ErrorKind::malformed, "no_document",
                        "the file is called " + std::string(type) + " and is none");
    }
    return {};
}

}  // namespace

record::FileRef AttachedFile::ref() const {
    return {sha256, size, type, isPhotoType(type) ? "evidence" : kDocumentRole, item, {}, origin};
}

Result<AttachedFile> importAttached(TabletStore& store, const std::string& item, ByteView content,
                                    const std::string& type, const std::string& name) {
    if (auto good = checkBeginning(content, type); !good) return fail(good.error());
    const auto file = store.importFile(content, type);
    if (!file) return fail(file.error());
    return AttachedFile{file->sha256, file->size, file->type, item, name, {}};
}

Result<AttachedFile> sealAttached(TabletStore& store, const std::string& item, const JudgedPicture& picture,
                                  const std::string& name) {
    const auto file = store.sealPicture(picture);
    if (!file) return fail(file.error());
    return AttachedFile{file->sha256, file->size, file->type, item, name, {}};
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
    return AttachedFile{*hash,
                        static_cast<std::uint64_t>(*size),
                        textOr(object, "type"),
                        textOr(object, "item"),
                        textOr(object, "name"),
                        {}};
}

Result<void> nameFile(TabletStore& store, const record::FileRef& file, const std::vector<record::FileRef>& known,
                      NewRecord& record) {
    const auto isSame = [&](const record::FileRef& other) {
        return other.sha256 == file.sha256 && other.role == file.role && other.item == file.item;
    };
    for (const auto* named : {&record.files, &record.filesOfOthers}) {
        if (std::any_of(named->begin(), named->end(), isSame)) return {};
    }
    // With the JPEG that is shown for it goes what a browser and a printer cannot show.
    if (store.file(file.sha256)) {
        record.files.push_back(file);
        if (const auto shown = store.shownOf(file.sha256))
            record.files.push_back(
                {shown->sha256, shown->size, shown->type, picture::kShownRole, file.item, file.sha256});
        return {};
    }
    if (std::none_of(known.begin(), known.end(), [&](const auto& other) { return other.sha256 == file.sha256; }))
        return fail(ErrorKind::notFound, "no_file",
                    "a file of item " + file.item + " is not on this device: " + file.sha256.hex());
    record.filesOfOthers.push_back(file);
    for (const auto& other : known) {
        if (other.role == picture::kShownRole && other.of == file.sha256 && other.item == file.item)
            record.filesOfOthers.push_back(other);
    }
    return {};
}

}  // namespace plumb::store
