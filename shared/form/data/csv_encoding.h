// What a CSV file is written in. UTF-8 is read as it stands; UTF-16 with a byte order mark, and GBK and GB18030 (what
// Excel writes in China), are read through a copy in UTF-8 that has no name and goes with its descriptor.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::form {

enum class CsvEncoding { utf8, utf16le, utf16be, gb18030 };

// "GB18030", for people.
std::string_view encodingName(CsvEncoding encoding);

// Of the beginning of a file, or of all of it (`whole`). Malformed "bad_csv" where it is none of them: text in another
// encoding is never taken for Chinese only because its bytes could be.
Result<CsvEncoding> encodingOf(std::string_view bytes, bool whole);

// All that can be converted of a text; what its end cuts in two is left out. Malformed "bad_csv".
Result<std::string> toUtf8(std::string_view bytes, CsvEncoding encoding);

struct Utf8File {
    int id = -1;  // the file itself, or another one that the caller closes, too
    CsvEncoding encoding = CsvEncoding::utf8;
};
// A file as UTF-8. `file` stays open. Errors as above; too large "csv_too_large"; throws std::system_error where the
// disk fails.
Result<Utf8File> utf8FileOf(int file);

}  // namespace plumb::form
