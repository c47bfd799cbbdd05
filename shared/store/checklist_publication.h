// A checklist document on its way to everyone: the record that publishes it, with the document and every file that it
// needs (CSV lists of choices, look-up tables, pictures, sounds) sealed on this device for sync to carry.
#pragma once

#include <functional>
#include <optional>

#include "shared/store/tablet_store.h"

namespace plumb::store {

// The content of an attached file by name; none where there is no such file. Errors (too large, unreadable) are
// refusals.
using AttachmentReader = std::function<Result<std::optional<Bytes>>(const std::string& name)>;

// A document without the member "attachments" gets it, from what `read` finds; one that has it must agree with what is
// found. Refused: malformed "bad_checklist" (also where a list lacks a column that the document needs), not found
// "no_attachment" naming every file that lacks and who needs it, too large "attachments_too_large".
Result<NewRecord> publicationOf(TabletStore& store, std::string_view document, const AttachmentReader& read);

}  // namespace plumb::store
