// Sets a document as PDF (ISO 32000, as Cairo writes it) on A4 pages, with subsets of its fonts in it. The same
// document gives the same bytes wherever the same fonts and libraries are installed. Blocking; any thread, each with
// fonts of its own.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/document/typeset/paper.h"

namespace plumb::document {

struct Pdf {
    std::string content, title;
    int pages = 0;
    std::vector<std::string> unknown;  // characters that no font has: a box stands in their place
};

// notFound "font_missing" with the package that has it; malformed "bad_picture" where one cannot be read.
Result<Pdf> typeset(const Document& document);

}  // namespace plumb::document
