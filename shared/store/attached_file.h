// A photo or a document that belongs to an item: of a self-assessment, or of an act of a rectification. Sealed when it
// is imported; named by the record that is signed. Same thread as the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/store/tablet_store.h"

namespace plumb::store {

// The role of what is attached and no picture; pictures are "evidence".
inline constexpr const char* kDocumentRole = "document";

struct AttachedFile {
    Sha256 sha256;
    std::uint64_t size = 0;
    std::string type;  // media type
    std::string item;
    std::string name;  // as people call it; stays on this device
    // Of a photo: how it came. Drafts do not keep it; what is to be marked is a Photo (inspection_draft.h).
    std::optional<record::PhotoOrigin> origin = {};

    [[nodiscard]] record::FileRef ref() const;
    friend bool operator==(const AttachedFile&, const AttachedFile&) = default;
};

// What is called a picture must be one that can be looked at (no_image, image_too_large), what is called a PDF or an
// office document must begin as one (no_document); anything else is taken under the type that is stated. Nothing that
// is empty is taken (file_empty).
Result<AttachedFile> importAttached(TabletStore& store, const std::string& item, ByteView content,
                                    const std::string& type, const std::string& name = "");

// The same of a picture that was judged before, on a thread that had the time.
Result<AttachedFile> sealAttached(TabletStore& store, const std::string& item, const JudgedPicture& picture,
                                  const std::string& name = "");

// As drafts keep a document. A draft names a photo by an entry of its own kind (inspection_draft.h).
DraftEntry documentEntry(const AttachedFile& file);
DraftEntry documentGone(const AttachedFile& file);
// broken "store_broken".
Result<AttachedFile> documentFrom(const DraftEntry& entry);

// Whatever of these is on this device goes to record.files; what another record brings (`known`) to filesOfOthers.
// notFound "no_file" for the rest.
Result<void> nameFile(TabletStore& store, const record::FileRef& file, const std::vector<record::FileRef>& known,
                      NewRecord& record);

}  // namespace plumb::store
