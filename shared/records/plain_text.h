// Words that people write to each other and that pages show as they stand. Pure; any thread.
#pragma once

#include "shared/records/body_reader.h"

namespace plumb::records {

// A fault of the member where `text` is longer than `most` bytes, or holds a control character but the line end, or one
// that turns the direction of the text around it.
void checkPlainText(BodyReader& read, std::string_view name, const std::string& text, std::size_t most);

}  // namespace plumb::records
