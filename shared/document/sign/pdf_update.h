// An incremental update of a PDF (ISO 32000-1, 7.5.6): objects that are new or changed, behind everything that was
// there, with the cross-reference of the same kind as the file's last one. What was there stays to the byte, and so do
// the signatures over it. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/document/sign/pdf_structure.h"

namespace plumb::document {

// `trailer`: what goes into the next trailer, beside what this writes. pdf_unreadable where the file does not end as a
// PDF does.
Result<std::string> appendUpdate(const std::string& pdf, std::vector<NumberedObject> objects,
                                 const std::string& trailer);

// Behind the newest end of a file that the bytes hold, its line's end included; none where there is no end.
std::optional<std::size_t> lastEnd(std::string_view pdf);

}  // namespace plumb::document
