// What kind of file stands as evidence: a photo, or a document by the word that people know it by. Pure; any thread.
#pragma once

#include <QString>
#include <string_view>

namespace plumb::mobile {

// "" of a photo; "PDF", "Word", "Excel", "PPT"; the type's own word for others.
QString documentKind(std::string_view mediaType);

// Whether a document of this media type is taken as evidence: PDF, and the formats of office programs.
bool isDocumentType(std::string_view mediaType);

}  // namespace plumb::mobile
