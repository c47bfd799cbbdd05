// Texts that people write to each other or that anybody sends, and that pages show as they stand: they hold no control
// characters but line ends, and nothing that turns the direction of the text around it. Whether there is something to
// read is asked apart, since some may be left out. Pure; any thread.
#pragma once

#include "shared/records/body_reader.h"

namespace plumb::records {

bool isPlainText(std::string_view text);
// Whether it holds nothing but blanks: those of ASCII and of Chinese typesetting.
bool isBlankText(std::string_view text);
// A fault where it is longer than `most` bytes of UTF-8, or no plain text.
void checkPlainText(BodyReader& read, std::string_view name, const std::string& text, std::size_t most);

}  // namespace plumb::records
